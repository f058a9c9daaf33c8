/** Schedule changes in words: cancelled, postponed, moved, fully booked. */
import type { PageContext } from '../i18n/page-context.ts';
import { typeset } from '../i18n/typography.ts';
import type { Entry } from '../model/edition.ts';
import type { Item } from '../model/items.ts';

/** Entries that can be cancelled, moved or full. */
export type ScheduledEntry = Item | Entry<'meeting'>;

export interface StatusLabel {
  name: 'cancelled' | 'postponed' | 'moved' | 'full';
  text: string;
  /** Always set, because titles next to it may be in another language. */
  lang: string;
}

/** An entry's changes, one label each, for lists. */
export function statusLabelsOf(page: PageContext, { facts }: ScheduledEntry): StatusLabel[] {
  const { status, previously, full } = facts;
  const names = status ? [status] : [...(previously ? ['moved' as const] : []), ...(full ? ['full' as const] : [])];
  return names.map((name) => ({
    name,
    text: page.t(`plans.${name}`),
    lang: page.foreign(`plans.${name}`) ?? page.lang,
  }));
}

/** The changes as one text: "Rescheduled · Fully booked"; undefined if nothing has changed. */
export const statusText = (page: PageContext, entry: ScheduledEntry): string | undefined =>
  statusLabelsOf(page, entry)
    .map(({ text }) => text)
    .join(' · ') || undefined;

export const isScheduled = (entry: Entry | undefined): entry is ScheduledEntry =>
  entry?.kind === 'events' || entry?.kind === 'sessions' || entry?.kind === 'meeting';

export interface Notice {
  text: string;
  /** Set if the text isn't in the page's language. */
  lang: string | undefined;
}

/** The editor's notice, which is too important to be left out if it isn't translated. */
export function noticeOf(page: PageContext, entry: ScheduledEntry): Notice | undefined {
  const { words, lang, fallback } = page.localize(entry);
  if (words.notice !== undefined) return { text: words.notice, lang: fallback ? lang : undefined };
  const [original] = page.edition.site.languages;
  const text = original && entry.translations[original.code]?.notice;
  return original && text !== undefined ? { text: typeset(original.code, text), lang: original.code } : undefined;
}
