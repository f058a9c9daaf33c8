import { isUnlisted, pagesOf } from '../model/page-addresses.ts';
import { translatedLanguages, type Edition, type Entry } from '../model/edition.ts';
import type { Language } from '../model/schema/site.ts';

/**
 * The languages that a page is translated into: for an entry, those with a file; for other pages, those with interface
 * words. Only the versions in these languages are canonical, have alternates, and are in the sitemap.
 */
export function ownLanguages(edition: Edition, entry: Entry | undefined): Language[] {
  if (entry) return translatedLanguages(edition, entry);
  return edition.site.languages.filter(({ code }) => Object.keys(edition.interface[code] ?? {}).length > 0);
}

/** Pages for search engines, by path without language. */
export function indexablePages(edition: Edition): Map<string, Language[]> {
  const pages = [...pagesOf(edition.entries)].filter(([address]) => !isUnlisted(address));
  return new Map(pages.map(([address, entry]) => [address, ownLanguages(edition, entry)]));
}
