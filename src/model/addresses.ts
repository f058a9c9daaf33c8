import type { Edition, Entry } from './edition.ts';
import { kinds, sectionOf, sections, type Kind } from './kinds/index.ts';

/** The address of an entry without its language: `/events/summer-concert/`. */
export function addressOf(kind: Kind, slug: string): string {
  const section = sectionOf[kind];
  if (kind === 'meeting') return `/${section}/`;
  return section === '' ? `/${slug}/` : `/${section}/${slug}/`;
}

export const addressOfEntry = (entry: Entry): string => addressOf(entry.kind, entry.slug);

/** Sections whose pages are made by a later part of the site: links to them are not dead, but nothing is listed there yet. */
const unbuilt: readonly string[] = ['translations'];

/** The sections that this edition has a page for. */
export function builtSections(): string[] {
  return sections.filter((section) => !unbuilt.includes(section));
}

/** Pages that each reader fills for themselves: nobody looks for them. */
export const isPersonal = (address: string): boolean => address === '/list/';

/** Every page of the edition by its address without language, with the entry that it shows. */
export function pagesOf(entries: Edition['entries']): Map<string, Entry | undefined> {
  // The home page speaks with the meeting's words.
  const pages = new Map<string, Entry | undefined>([['/', entries.meeting[0]]]);
  for (const section of builtSections()) pages.set(`/${section}/`, undefined);
  for (const kind of kinds) for (const entry of entries[kind]) pages.set(addressOfEntry(entry), entry);
  return pages;
}
