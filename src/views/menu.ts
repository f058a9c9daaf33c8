import { readersSections } from '../model/addresses.ts';
import type { InterfaceWord } from '../model/schema/interface-words.ts';
import { entryOf } from '../model/items.ts';
import type { PageContext } from '../i18n/page-context.ts';

export interface MenuItem {
  title: string;
  href: string;
  lang: string | undefined;
  /** `page` for the page itself, `true` for the section that it stands in (aria-current). */
  current: 'page' | 'true' | undefined;
}

/** The main menu of the edition: sections and pages, as site.yaml names them. */
export function menuOf(page: PageContext): MenuItem[] {
  return page.edition.site.menu.flatMap((name) => {
    const address = `/${name}/`;
    const current = page.address === address ? 'page' : page.address.startsWith(address) ? 'true' : undefined;
    const entry = entryOf(page.edition, 'pages', name);
    if (entry) return [{ ...page.ref(entry), current }];
    if (!readersSections().includes(name)) return [];
    return [{ title: sectionTitle(page, name), href: page.link(address), lang: undefined, current }];
  });
}

/** The title of a section of the site. */
export const sectionTitle = (page: PageContext, section: string): string =>
  page.t(`sections.${section}.title` as InterfaceWord);
