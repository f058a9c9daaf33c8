import { memo } from '../model/memo.ts';
import { compare } from '../model/problem.ts';
import { repositoryOf } from '../model/repository.ts';
import { sectionRef } from './menu.ts';
import type { PageContext } from '../i18n/page-context.ts';

export interface FootLink {
  title: string;
  href: string;
  lang?: string | undefined;
}

/** Sections that a reader may want wherever they are, if the menu doesn't have them. */
const always = ['venues', 'sources', 'data', 'search'];

/** More pages than a foot can hold are found in the index A to Z; these come first by their order. */
const most = 12;

/**
 * What stands in the foot: the edition's own pages, sections that the menu lacks, ways to its makers.
 *
 * @param folder path of the content folder in its repository
 */
export function footOf(page: PageContext, folder: string): { links: FootLink[]; licence: string | undefined } {
  const { site, entries } = page.edition;
  const pages = memo(page.edition, 'pages of the foot', () =>
    entries.pages
      .filter(({ slug }) => !site.menu.includes(slug))
      .sort((a, b) => (a.facts.order ?? Infinity) - (b.facts.order ?? Infinity) || compare(a.slug, b.slug))
      .slice(0, most),
  );
  const links: FootLink[] = pages.map((entry) => page.ref(entry));
  for (const section of always) if (!site.menu.includes(section)) links.push(sectionRef(page, section));
  const file = page.entry && page.localize(page.entry).words.file;
  const repository = repositoryOf(site.repository, folder);
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
