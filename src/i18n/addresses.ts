import { isShared } from '../model/addresses.ts';
import { type Site, defaultLanguage } from '../model/schema/site.ts';

/**
 * An address of the site in a language: the default at the root, the others below `/<lang>/`. Files that all languages
 * share stay where they are.
 */
export function localAddress(site: Site, lang: string, address: string): string {
  if (!address.startsWith('/') || lang === defaultLanguage(site).code || isShared(address)) return address;
  return `/${lang}${address}`;
}

/** The whole address, as canonical links and the sitemap need it. */
export const absoluteAddress = (site: Site, lang: string, address: string): string =>
  `${site.address}${localAddress(site, lang, address)}`;
