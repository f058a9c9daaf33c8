/** The news: in order, by the entry that it concerns, and as rows of a list. */
import { formatDay } from '../calendar/dates-and-times.ts';
import type { PageContext } from '../i18n/page-context.ts';
import { addressOfEntry, pagesOf } from '../model/page-addresses.ts';
import type { Edition, Entry } from '../model/edition.ts';
import { memo } from '../model/memo.ts';
import { compare } from '../model/problem.ts';

/** All news, the latest first. */
export const newsOf = (edition: Edition): readonly Entry<'news'>[] =>
  memo(edition, 'news', () =>
    [...edition.entries.news].sort((a, b) => compare(b.facts.date, a.facts.date) || compare(a.slug, b.slug)),
  );

/** The news about an entry, the latest first. */
export const newsAbout = (edition: Edition, entry: Entry): readonly Entry<'news'>[] => {
  const byPage = memo(edition, 'news by page', () => {
    const found = new Map<string, Entry<'news'>[]>();
    for (const one of newsOf(edition))
      for (const address of one.facts.about ?? []) found.set(address, [...(found.get(address) ?? []), one]);
    return found;
  });
  return byPage.get(addressOfEntry(entry)) ?? [];
};

/** The entries that a piece of news concerns. */
export function entriesInNews(edition: Edition, { facts }: Entry<'news'>): Entry[] {
  const pages = memo(edition, 'pages', () => pagesOf(edition.entries));
  return (facts.about ?? []).flatMap((address) => pages.get(address) ?? []);
}

export interface NewsRow {
  entry: Entry<'news'>;
  /** "12 June 2027"; `day` is the same as an ISO 8601 date. */
  date: string;
  day: string;
}

/** News with its dates in the page's language. */
export const newsRows = ({ lang }: PageContext, news: readonly Entry<'news'>[]): NewsRow[] =>
  news.map((entry) => ({ entry, date: formatDay(lang, entry.facts.date), day: entry.facts.date.slice(0, 10) }));
