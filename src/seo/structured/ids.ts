import type { IdReference } from 'schema-dts';
import { absoluteAddress } from '../../i18n/addresses.ts';
import type { PageContext } from '../../i18n/page-context.ts';
import { addressOfEntry } from '../../model/page-addresses.ts';
import type { Entry } from '../../model/edition.ts';
import { defaultLanguage } from '../../model/schema/site.ts';

/** The `@id` of a thing, the same in all languages: the URL of its page in the default language, with a fragment. */
export function idOf({ edition: { site } }: PageContext, address: string, fragment: string): string {
  return `${absoluteAddress(site, defaultLanguage(site).code, address)}#${fragment}`;
}

export const refTo = (page: PageContext, entry: Entry, fragment: 'event' | 'place'): IdReference => ({
  '@id': idOf(page, addressOfEntry(entry), fragment),
});

/** The URL of an entry's page in the page's language, or in the default language if it isn't translated. */
export function urlOf(page: PageContext, entry: Entry): string {
  return absoluteAddress(page.edition.site, page.localize(entry).lang, addressOfEntry(entry));
}

/** The URL of a page that exists in every language. */
export const urlIn = (page: PageContext, address: string): string =>
  absoluteAddress(page.edition.site, page.lang, address);

/** Undefined for none, the item itself for one, a list for more. */
export function oneOrMany<T>(items: readonly T[] | undefined): T | readonly T[] | undefined {
  return items === undefined || items.length === 0 ? undefined : items.length === 1 ? items[0] : items;
}
