import { isShared } from '../model/page-addresses.ts';
import { type Site, defaultLanguage } from '../model/schema/site.ts';

/**
 * An address in a language, without the base path: the default language is at the root, others below `/<lang>/`. Files
 * shared by all languages have no prefix.
 */
export function localAddress(site: Site, lang: string, address: string): string {
  if (!address.startsWith('/') || lang === defaultLanguage(site).code || isShared(address)) return address;
  return `/${lang}${address}`;
}

/**
 * An address for links, with the path at which the site is served (Astro's `base`). Scripts and integrations run
 * outside Vite and have no base here.
 *
 * @param address from the site's root, with its language; anything else is returned as it is
 */
export function servedAddress(address: string): string {
  const base = (import.meta.env as ImportMetaEnv | undefined)?.BASE_URL ?? '/';
  return address.startsWith('/') ? base.replace(/\/$/, '') + address : address;
}

/** The absolute address, for canonical links and the sitemap. */
export const absoluteAddress = (site: Site, lang: string, address: string): string =>
  `${site.address}${localAddress(site, lang, address)}`;
