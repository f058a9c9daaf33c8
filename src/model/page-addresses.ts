import type { Edition, Entry } from './edition.ts';
import { hasPeople } from './people.ts';
import { kinds, sectionOf, sections, type Kind } from './schema/kinds.ts';

/** The address of an entry without its language: `/events/summer-concert/`. */
export function addressOf(kind: Kind, slug: string): string {
  const section = sectionOf[kind];
  if (kind === 'meeting') return `/${section}/`;
  return section === '' ? `/${slug}/` : `/${section}/${slug}/`;
}

export const addressOfEntry = (entry: Entry): string => addressOf(entry.kind, entry.slug);

/** Is it the address of a file that all languages share? Such addresses have no language prefix. */
export const isShared = (address: string): boolean =>
  /^\/(?:data\/[\w-]+\.(?:schema\.json|csv|geojson)|robots\.txt|sitemap-index\.xml|icon\.svg)$/.test(address);

/** Sections for editors, which appear in no menu and no index. */
const forEditors: readonly string[] = ['translations'];

/** The sections of an edition: there is no page for people or news if it has none. */
const sectionsIn = (entries: Edition['entries']) =>
  sections.filter((section) =>
    section === 'people' ? hasPeople(entries) : section === 'news' ? entries.news.length > 0 : true,
  );

/** Sections that menus and indexes link to. */
export function readersSections(entries: Edition['entries']): string[] {
  return sectionsIn(entries).filter((section) => !forEditors.includes(section));
}

/** Pages left out of the index and the sitemap: My list, and those for editors. */
export const isUnlisted = (address: string): boolean =>
  address === '/list/' || forEditors.some((section) => address === `/${section}/`);

/** Every page of the edition by its address without the language prefix, with the entry that it shows. */
export function pagesOf(entries: Edition['entries']): Map<string, Entry | undefined> {
  // The home page shows the meeting's title and summary.
  const pages = new Map<string, Entry | undefined>([['/', entries.meeting[0]]]);
  for (const section of sectionsIn(entries)) pages.set(`/${section}/`, undefined);
  for (const kind of kinds) for (const entry of entries[kind]) pages.set(addressOfEntry(entry), entry);
  return pages;
}
