/** When the content last changed, from its git history. Never the time of a build. */
import type { Log } from '../git/log.ts';
import type { Edition, Entry } from '../model/edition.ts';
import { defaultLanguage } from '../model/schema/site.ts';

/** The latest of some dates of one form. */
const latest = (dates: readonly (string | undefined)[]): string | undefined =>
  dates.reduce((last, date) => (date !== undefined && (last === undefined || date > last) ? date : last), undefined);

/**
 * When what a page shows last changed: the file of its words and that of its facts; a page that lists changes with
 * anything that it may list.
 */
export function changedOn(
  log: Log,
  edition: Edition,
  lang: string,
  address: string,
  entry: Entry | undefined,
): string | undefined {
  if (entry && address !== '/') {
    const original = defaultLanguage(edition.site).code;
    return latest(
      [entry.translations[lang], entry.translations[original]].map((words) => words && log.get(words.file)?.named),
    );
  }
  const listed: Record<string, string> = { '/network/': 'member-cities.csv', '/sources/': 'sources.yaml' };
  const file = listed[address];
  if (file !== undefined) return latest([log.get(file)?.named, log.get(`interface/${lang}.yaml`)?.named]);
  return latest(
    [...log].filter(([path]) => !path.split('/').some((part) => /^[._]/.test(part))).map(([, { named }]) => named),
  );
}
