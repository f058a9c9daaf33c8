import astroSitemap from '@astrojs/sitemap';
import type { AstroIntegration } from 'astro';
import type { Log } from '../git/log.ts';
import { absoluteAddress } from '../i18n/addresses.ts';
import type { Edition } from '../model/edition.ts';
import { defaultLanguage } from '../model/schema/site.ts';
import { pagesOf } from '../model/page-addresses.ts';
import { changedOn } from '../seo/last-modified.ts';
import { indexablePages } from '../seo/indexable.ts';

/**
 * The sitemap: translated pages, with the same alternates and `x-default` as on the pages.
 * @param log the latest changes to the content files, if known
 */
export function sitemap(edition: Edition, log: Log | undefined): AstroIntegration {
  const { site } = edition;
  const original = defaultLanguage(site).code;
  const links = new Map<string, { lang: string; url: string }[]>();
  const changes = new Map<string, string | undefined>();
  const entries = pagesOf(edition.entries);
  for (const [address, languages] of indexablePages(edition)) {
    const alternates = languages.map(({ code }) => ({ lang: code, url: absoluteAddress(site, code, address) }));
    if (site.languages.length > 1)
      alternates.push({ lang: 'x-default', url: absoluteAddress(site, original, address) });
    for (const { code } of languages) {
      const url = absoluteAddress(site, code, address);
      links.set(url, site.languages.length > 1 ? alternates : []);
      changes.set(url, log && changedOn(log, edition, code, address, entries.get(address)));
    }
  }
  return astroSitemap({
    // A preview may be built for another path; Astro's own list would then have other addresses.
    customPages: [...links.keys()],
    filter: (page) => links.has(page),
    serialize: (item) => ({ ...item, links: links.get(item.url) ?? [], lastmod: changes.get(item.url) }),
  });
}
