import { type Site, defaultLanguage } from '../model/schema/site.ts';

/** A path of the site in a language: the default language at the root, the others under `/<lang>/`. */
export function localAddress(site: Site, lang: string, address: string): string {
  if (!address.startsWith('/') || lang === defaultLanguage(site).code) return address;
  return `/${lang}${address}`;
}

/** The absolute URL, for canonical links and the sitemap. */
export const absoluteAddress = (site: Site, lang: string, address: string): string =>
  `${site.address}${localAddress(site, lang, address)}`;
