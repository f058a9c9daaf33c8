import { type Site, defaultLanguage } from '../model/schema/site.ts';

/** An address of the site in a language: the default at the root, the others below `/<lang>/`. */
export function localAddress(site: Site, lang: string, address: string): string {
  if (!address.startsWith('/') || lang === defaultLanguage(site).code) return address;
  return `/${lang}${address}`;
}

/** The whole address, as canonical links and the sitemap need it. */
export const absoluteAddress = (site: Site, lang: string, address: string): string =>
  `${site.address}${localAddress(site, lang, address)}`;
