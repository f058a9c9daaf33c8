/** When pages last changed, according to the content's git history. */
import type { Log } from '../git/log.ts';
import type { Edition, Entry } from '../model/edition.ts';
import { defaultLanguage } from '../model/schema/site.ts';

/** The latest of several dates, which must be in the same format. */
const latest = (dates: readonly (string | undefined)[]): string | undefined =>
  dates.reduce((last, date) => (date !== undefined && (last === undefined || date > last) ? date : last), undefined);

/**
 * When a page's content last changed: for an entry, the latest change to its words or facts; for lists, to any file that
 * they may depend on.
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
      [entry.translations[lang], entry.translations[original]].map(
        (words) => words && log.get(words.file)?.changedOrRenamed,
      ),
    );
  }
  const listed: Record<string, string> = { '/network/': 'member-cities.csv', '/sources/': 'sources.yaml' };
  const file = listed[address];
  if (file !== undefined)
    return latest([log.get(file)?.changedOrRenamed, log.get(`interface/${lang}.yaml`)?.changedOrRenamed]);
  return latest(
    [...log]
      .filter(([path]) => !path.split('/').some((part) => /^[._]/.test(part)))
      .map(([, { changedOrRenamed }]) => changedOrRenamed),
  );
}
