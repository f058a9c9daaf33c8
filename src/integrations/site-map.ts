import sitemap from '@astrojs/sitemap';
import type { AstroIntegration } from 'astro';
import { absoluteAddress } from '../i18n/addresses.ts';
import type { Edition } from '../model/edition.ts';
import { defaultLanguage } from '../model/site.ts';
import { indexablePages } from '../seo/indexable.ts';

/** The sitemap: pages with words of their own, each with its alternates and `x-default`, as the pages themselves say. */
export function siteMap(edition: Edition): AstroIntegration {
  const { site } = edition;
  const original = defaultLanguage(site).code;
  const links = new Map<string, { lang: string; url: string }[]>();
  for (const [address, languages] of indexablePages(edition)) {
    const alternates = languages.map(({ code }) => ({ lang: code, url: absoluteAddress(site, code, address) }));
    if (site.languages.length > 1)
      alternates.push({ lang: 'x-default', url: absoluteAddress(site, original, address) });
    for (const { code } of languages)
      links.set(absoluteAddress(site, code, address), site.languages.length > 1 ? alternates : []);
  }
  return sitemap({
    filter: (page) => links.has(page),
    serialize: (item) => ({ ...item, links: links.get(item.url) ?? [] }),
  });
}
