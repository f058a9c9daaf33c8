import { readersSections } from '../model/page-addresses.ts';
import type { InterfaceWord } from '../model/schema/interface-words.ts';
import { entryOf } from '../model/items.ts';
import type { PageContext } from '../i18n/page-context.ts';

export interface MenuItem {
  title: string;
  href: string;
  lang: string | undefined;
  /** `page` for the page itself, `true` for its section (aria-current). */
  current: 'page' | 'true' | undefined;
}

/** The main menu: the sections and pages listed in site.yaml. */
export function menuOf(page: PageContext): MenuItem[] {
  return page.edition.site.menu.flatMap((name) => {
    const address = `/${name}/`;
    const current = page.address === address ? 'page' : page.address.startsWith(address) ? 'true' : undefined;
    const entry = entryOf(page.edition, 'pages', name);
    if (entry) return [{ ...page.ref(entry), current }];
    if (!readersSections(page.edition.entries).includes(name)) return [];
    return [{ ...sectionRef(page, name), current }];
  });
}

const titleWord = (section: string) => `sections.${section}.title` as InterfaceWord;

/** The title of a section of the site. */
export const sectionTitle = (page: PageContext, section: string): string => page.t(titleWord(section));

/** The title and address of a section, for links. */
export const sectionRef = (page: PageContext, section: string): ReturnType<PageContext['ref']> => ({
  title: sectionTitle(page, section),
  href: page.link(`/${section}/`),
  lang: page.foreign(titleWord(section)),
});
