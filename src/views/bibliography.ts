import { formatPublished } from '../calendar/dates-and-times.ts';
import { sectionRef } from './menu.ts';
import { alphabet } from '../i18n/locale.ts';
import type { PageContext } from '../i18n/page-context.ts';
import { sourceNotesIn } from '../model/body.ts';
import type { Edition, Entry } from '../model/edition.ts';
import type { Facts } from '../model/schema/kinds.ts';
import { memo } from '../model/memo.ts';
import type { Source } from '../model/schema/sources.ts';

export interface Reference extends Omit<Source, 'published'> {
  key: string;
  published: string | undefined;
  /** Pages that use it. */
  usedBy: { title: string; href: string; lang: string | undefined }[];
}

/** Keys of the sources in an entry's facts and in the footnotes of its texts. */
export function sourcesOf(entry: Entry): Set<string> {
  const facts = entry.facts as Partial<Facts<'meeting'>>;
  const keys = new Set(facts.sources);
  for (const { source } of facts.reports ?? []) keys.add(source);
  for (const { source } of facts.transfers ?? []) keys.add(source);
  for (const { body } of Object.values(entry.translations)) for (const key of sourceNotesIn(body)) keys.add(key);
  return keys;
}

/** The entries that use each source. */
const entriesBySource = (edition: Edition): ReadonlyMap<string, Entry[]> =>
  memo(edition, 'entries by source', () => {
    const found = new Map<string, Entry[]>();
    for (const entries of Object.values(edition.entries))
      for (const entry of entries as Entry[])
        for (const key of sourcesOf(entry)) {
          const users = found.get(key);
          if (users) users.push(entry);
          else found.set(key, [entry]);
        }
    return found;
  });

/** All sources, sorted by publisher and title. */
export function bibliography(page: PageContext): Reference[] {
  const network = sectionRef(page, 'network');
  const order = alphabet(page.lang);
  const entries = entriesBySource(page.edition);
  return Object.entries(page.edition.sources)
    .map(([key, source]) => ({
      ...source,
      key,
      published: source.published === undefined ? undefined : formatPublished(page.lang, source.published),
      usedBy: [
        ...(entries.get(key) ?? []).map((entry) => page.ref(entry)),
        ...(page.edition.site.citySources?.includes(key) ? [network] : []),
      ],
    }))
    .sort((a, b) => order(a.publisher, b.publisher) || order(a.title, b.title) || (a.key < b.key ? -1 : 1));
}
