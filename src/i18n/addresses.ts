import { isShared } from '../model/addresses.ts';
import { type Site, defaultLanguage } from '../model/schema/site.ts';

/**
 * An address of the site in a language, without its base: the default at the root, the others below `/<lang>/`. Files that
 * all languages share stay where they are.
 */
export function localAddress(site: Site, lang: string, address: string): string {
  if (!address.startsWith('/') || lang === defaultLanguage(site).code || isShared(address)) return address;
  return `/${lang}${address}`;
}

/**
 * An address as pages link to it: below the path at which the site is served (Astro's `base`). Scripts and integrations, which
 * run outside of Vite, have no base here.
 *
 * @param address from the site's root, with its language; anything else is returned as it is
 */
export function servedAddress(address: string): string {
  const base = (import.meta.env as ImportMetaEnv | undefined)?.BASE_URL ?? '/';
  return address.startsWith('/') ? base.replace(/\/$/, '') + address : address;
}

/** The whole address, as canonical links and the sitemap need it. */
export const absoluteAddress = (site: Site, lang: string, address: string): string =>
  `${site.address}${localAddress(site, lang, address)}`;
