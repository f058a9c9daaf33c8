/** When the content last changed, from one reading of its git history. Never the time of a build. */
import { execFileSync } from 'node:child_process';
import type { Edition, Entry } from '../model/edition.ts';
import { note } from '../model/parts.ts';
import { defaultLanguage } from '../model/site.ts';

/** The last change of each file by its path from the content folder: an instant in UTC (RFC 3339). */
export type History = ReadonlyMap<string, string>;

/** Why there are no dates of change, or the dates. */
export type Reading = { history: History } | { missing: string };

/**
 * Reads the history of a content folder. Without git, without a repository, or in a shallow clone, whose oldest commit
 * would pass for the last change of most files, there is none.
 */
export function readHistory(content: string): Reading {
  const git = (...args: string[]) =>
    execFileSync('git', ['-C', content, ...args], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      maxBuffer: 1 << 28,
    });
  try {
    if (git('rev-parse', '--is-shallow-repository').trim() !== 'false')
      return { missing: 'the git history is cut off (a shallow clone)' };
    const log = git(
      '-c',
      'core.quotePath=false',
      'log',
      '--format=%x00%cI',
      '--name-only',
      '--relative',
      '-z',
      '--',
      '.',
    );
    const history = new Map<string, string>();
    let date = '';
    // With -z each commit is "\0<date>", an empty piece, then its files; the newest commit comes first.
    for (const piece of log.split('\0').map((text) => text.trim())) {
      if (/^\d{4}-\d{2}-\d{2}T/.test(piece)) date = Temporal.Instant.from(piece).toString({ smallestUnit: 'second' });
      else if (piece !== '' && !history.has(piece)) history.set(piece, date);
    }
    return history.size > 0 ? { history } : { missing: 'git knows no file of the content yet' };
  } catch {
    return { missing: 'the content lies in no git repository' };
  }
}

/** The latest of some dates of one form. */
const latest = (dates: readonly (string | undefined)[]): string | undefined =>
  dates.reduce((last, date) => (date !== undefined && (last === undefined || date > last) ? date : last), undefined);

/**
 * When what a page shows last changed: the file of its words and that of its facts; a page that lists changes with
 * anything that it may list.
 */
export function changedOn(
  history: History,
  edition: Edition,
  lang: string,
  address: string,
  entry: Entry | undefined,
): string | undefined {
  const dateOf = (path: string) => {
    note(`changed:${path}`);
    return history.get(path);
  };
  if (entry && address !== '/') {
    const original = defaultLanguage(edition.site).code;
    return latest([entry.translations[lang], entry.translations[original]].map((words) => words && dateOf(words.file)));
  }
  const listed: Record<string, string> = { '/network/': 'member-cities.csv', '/sources/': 'sources.yaml' };
  const file = listed[address];
  if (file !== undefined) return latest([dateOf(file), dateOf(`interface/${lang}.yaml`)]);
  note('changed:');
  return latest(
    [...history].filter(([path]) => !path.split('/').some((part) => /^[._]/.test(part))).map(([, date]) => date),
  );
}
