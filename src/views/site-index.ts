import { initial } from '../i18n/initials.ts';
import { alphabet } from '../i18n/locale.ts';
import { isArabic, withoutArticles } from '../i18n/word-splitting.ts';
import type { PageContext } from '../i18n/page-context.ts';
import { sectionRef } from './menu.ts';
import { isScheduled, statusText } from '../calendar/status-labels.ts';
import { kinds } from '../model/schema/kinds.ts';
import { isUnlisted, readersSections } from '../model/page-addresses.ts';
import type { Entry } from '../model/edition.ts';
import type { InterfaceWord } from '../model/schema/interface-words.ts';

export interface IndexEntry {
  title: string;
  href: string;
  /** The kind of page and its schedule status, if it has changed, in words. */
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
        kind: [page.t(`kinds.${kind}` as InterfaceWord), isScheduled(entry) ? statusText(page, entry) : undefined]
          .filter((text) => text !== undefined)
          .join(' · '),
      });
  for (const section of readersSections(page.edition.entries))
    if (section !== 'about' && !isUnlisted(`/${section}/`)) all.push({ ...sectionRef(page, section), kind: '' });
  const sortedAs = (title: string) => (isArabic(page.lang) ? withoutArticles(title) : title);
  all.sort((a, b) => order(sortedAs(a.title), sortedAs(b.title)) || order(a.href, b.href));

  const groups = Map.groupBy(all, ({ title }) => initial(sortedAs(title), page.lang));
  // A title may be written in a different script from the letter that it is under.
  return [...groups].map(([letter, entries]) => ({ letter, entries })).sort((a, b) => order(a.letter, b.letter));
}
