import { alphabet } from '../i18n/locale.ts';
import type { PageContext } from '../i18n/page-context.ts';
import { sectionRef } from './menu.ts';
import { isPlanned, marksText } from '../calendar/plans.ts';
import { kinds } from '../model/schema/kinds.ts';
import { isUnlisted, readersSections } from '../model/addresses.ts';
import type { Entry } from '../model/edition.ts';
import type { InterfaceWord } from '../model/schema/interface-words.ts';

export interface IndexEntry {
  title: string;
  href: string;
  /** The kind of page, in words. */
  kind: string;
  lang: string | undefined;
}

/** All pages grouped by first letter, in the alphabetical order of the page's language. */
export function siteIndex(page: PageContext): { letter: string; entries: IndexEntry[] }[] {
  const order = alphabet(page.lang);
  const all: IndexEntry[] = [];
  for (const kind of kinds)
    for (const entry of page.edition.entries[kind] as Entry[])
      all.push({
        ...page.ref(entry),
        kind: [page.t(`kinds.${kind}` as InterfaceWord), isPlanned(entry) ? marksText(page, entry) : undefined]
          .filter((text) => text !== undefined)
          .join(' · '),
      });
  for (const section of readersSections())
    if (section !== 'about' && !isUnlisted(`/${section}/`)) all.push({ ...sectionRef(page, section), kind: '' });
  all.sort((a, b) => order(a.title, b.title) || order(a.href, b.href));

  const groups = new Map<string, IndexEntry[]>();
  for (const entry of all) {
    const letter = initial(entry.title, page.lang);
    groups.set(letter, [...(groups.get(letter) ?? []), entry]);
  }
  return [...groups].map(([letter, entries]) => ({ letter, entries }));
}

/** The letter to group a title under: without its accent, unless it is a letter of its own in the language. */
export function initial(title: string, lang: string): string {
  const first = /[\p{L}\p{N}]/u.exec(title)?.[0] ?? '#';
  if (/\p{N}/u.test(first)) return '0–9';
  const upper = first.toLocaleUpperCase(lang);
  // ł sorts with l in English and is a letter of its own in Polish (collation data of Unicode CLDR).
  const { compare } = new Intl.Collator(lang, { sensitivity: 'base' });
  const latin = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ').find((letter) => compare(letter, upper) === 0);
  return latin ?? upper;
}
