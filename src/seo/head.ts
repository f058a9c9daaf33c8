import { absoluteAddress } from '../i18n/addresses.ts';
import type { PageContext } from '../i18n/page-context.ts';
import { defaultLanguage } from '../model/schema/site.ts';
import { ownLanguages } from './indexable.ts';
import { titleOf } from '../views/page-title.ts';

export interface Head {
  title: string;
  description: string;
  /** Absolute; a page in borrowed words points to the original. Undefined where there is nothing to find, as for 404. */
  canonical: string | undefined;
  /** `hreflang` and absolute address, the page's own language and `x-default` included; empty for pages that aren't indexed. */
  alternates: { hreflang: string; href: string }[];
  noindex: boolean;
}

/**
 * What the head of a page says to search engines.
 *
 * @param own     the page's own name
 * @param preview true when the site is built for another origin than its address
 */
export function headOf(page: PageContext, own: string, description: string, preview: boolean, findable = true): Head {
  const { site } = page.edition;
  const spoken = ownLanguages(page.edition, page.entry);
  const fallback = !spoken.some(({ code }) => code === page.lang);
  const original = defaultLanguage(site).code;
  const at = (lang: string) => absoluteAddress(site, lang, page.address);
  const noindex = preview || fallback || !findable;
  const alternates = noindex
    ? []
    : [
        ...spoken.map(({ code }) => ({ hreflang: code, href: at(code) })),
        { hreflang: 'x-default', href: at(original) },
      ];
  return {
    title: titleOf(page, own),
    description,
    canonical: findable ? at(fallback ? original : page.lang) : undefined,
    // One language has no alternates: a list of one says nothing.
    alternates: site.languages.length > 1 ? alternates : [],
    noindex,
  };
}
