import { isUnlisted, pagesOf } from '../model/addresses.ts';
import { translatedLanguages, type Edition, type Entry } from '../model/edition.ts';
import type { Language } from '../model/schema/site.ts';

/**
 * The languages in which a page has words of its own: an entry's page where a file says them, any other page where
 * there are interface words. Only these are canonical, have alternates, and stand in the sitemap.
 */
export function ownLanguages(edition: Edition, entry: Entry | undefined): Language[] {
  if (entry) return translatedLanguages(edition, entry);
  return edition.site.languages.filter(({ code }) => Object.keys(edition.interface[code] ?? {}).length > 0);
}

/** Pages that search engines should find, by address without language. */
export function indexablePages(edition: Edition): Map<string, Language[]> {
  const pages = [...pagesOf(edition.entries)].filter(([address]) => !isUnlisted(address));
  return new Map(pages.map(([address, entry]) => [address, ownLanguages(edition, entry)]));
}
