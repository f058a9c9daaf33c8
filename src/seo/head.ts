import { absoluteAddress } from '../i18n/addresses.ts';
import type { PageContext } from '../i18n/page-context.ts';
import { defaultLanguage } from '../model/schema/site.ts';
import { ownLanguages } from './indexable.ts';
import { titleOf } from '../views/page-title.ts';

export interface Head {
  title: string;
  description: string;
  /**
   * Absolute; for an untranslated page, the original. Undefined for pages that shouldn't be found, such as the 404
   * page.
   */
  canonical: string | undefined;
  /** `hreflang` and absolute URL, including the page's own language and `x-default`; empty for `noindex` pages. */
  alternates: { hreflang: string; href: string }[];
  noindex: boolean;
}

/**
 * The parts of a page's `<head>` that are for search engines.
 *
 * @param own     the page's own title
 * @param preview true if the site is built for a different address from the one in site.yaml
 */
export function headOf(page: PageContext, own: string, description: string, preview: boolean, findable = true): Head {
  const { site } = page.edition;
  const translated = ownLanguages(page.edition, page.entry);
  const fallback = !translated.some(({ code }) => code === page.lang);
  const original = defaultLanguage(site).code;
  const at = (lang: string) => absoluteAddress(site, lang, page.address);
  const noindex = preview || fallback || !findable;
  const alternates = noindex
    ? []
    : [
        ...translated.map(({ code }) => ({ hreflang: code, href: at(code) })),
        { hreflang: 'x-default', href: at(original) },
      ];
  return {
    title: titleOf(page, own),
    description,
    canonical: findable ? at(fallback ? original : page.lang) : undefined,
    // A site in one language has no alternates.
    alternates: site.languages.length > 1 ? alternates : [],
    noindex,
  };
}
