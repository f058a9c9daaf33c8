import { readersSections } from '../model/page-addresses.ts';
import { memo } from '../model/memo.ts';
import { compare } from '../model/problem.ts';
import { repositoryLinks } from '../model/repository-links.ts';
import { sectionRef } from './menu.ts';
import type { PageContext } from '../i18n/page-context.ts';

export interface FooterLink {
  title: string;
  href: string;
  lang?: string | undefined;
}

/** Sections that the footer links to if the menu doesn't. */
const always = ['people', 'venues', 'sources', 'data', 'search'];

/** Maximum number of pages; the others are in the A–Z index. */
const maxPages = 12;

/**
 * The footer: the edition's pages, sections that the menu lacks, and links for editing the page and for contact.
 *
 * @param folder path of the content folder in its repository
 */
export function footerOf(page: PageContext, folder: string): { links: FooterLink[]; licence: string | undefined } {
  const { site, entries } = page.edition;
  const pages = memo(page.edition, 'pages of the footer', () =>
    entries.pages
      .filter(({ slug }) => !site.menu.includes(slug))
      .sort((a, b) => (a.facts.order ?? Infinity) - (b.facts.order ?? Infinity) || compare(a.slug, b.slug))
      .slice(0, maxPages),
  );
  const links: FooterLink[] = pages.map((entry) => page.ref(entry));
  const there = readersSections(entries);
  for (const section of always)
    if (there.includes(section) && !site.menu.includes(section)) links.push(sectionRef(page, section));
  const file = page.entry && page.localize(page.entry).words.file;
  const repository = repositoryLinks(site.repository, folder);
  if (repository && file)
    links.push({ title: page.t('site.improve'), href: repository.edit(file), lang: page.foreign('site.improve') });
  if (site.contact)
    links.push({
      title: page.t('site.contact'),
      lang: page.foreign('site.contact'),
      href: site.contact.includes('@') && !site.contact.includes(':') ? `mailto:${site.contact}` : site.contact,
    });
  return { links, licence: site.licence };
}
