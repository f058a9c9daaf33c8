/** When the content last changed, from one reading of its git history. Never the time of a build. */
import { readLog } from '../history/log.ts';
import type { Edition, Entry } from '../model/edition.ts';
import { defaultLanguage } from '../model/site.ts';

/** The last change of each file by its path from the content folder: an instant in UTC (RFC 3339). */
export type History = ReadonlyMap<string, string>;

/** Why there are no dates of change, or the dates. */
export type Reading = { history: History } | { missing: string };

/** The dates of change of a content folder's files, or why there are none. */
export function readHistory(content: string): Reading {
  const reading = readLog(content);
  if ('missing' in reading) return reading;
  return { history: new Map([...reading.log].map(([file, { named }]) => [file, named])) };
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
  if (entry && address !== '/') {
    const original = defaultLanguage(edition.site).code;
    return latest(
      [entry.translations[lang], entry.translations[original]].map((words) => words && history.get(words.file)),
    );
  }
  const listed: Record<string, string> = { '/network/': 'member-cities.csv', '/sources/': 'sources.yaml' };
  const file = listed[address];
  if (file !== undefined) return latest([history.get(file), history.get(`interface/${lang}.yaml`)]);
  return latest(
    [...history].filter(([path]) => !path.split('/').some((part) => /^[._]/.test(part))).map(([, date]) => date),
  );
}
