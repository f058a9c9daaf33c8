import { escapeHtml } from '../escape-html.ts';
import { localAddress, servedAddress } from '../i18n/addresses.ts';
import type { PageContext } from '../i18n/page-context.ts';

/** Media type of a description (OpenSearch 1.1, draft 6). */
export const openSearchType = 'application/opensearchdescription+xml';

/** Where the description of a language stands. */
export const openSearchAddress = ({ edition, lang }: PageContext): string =>
  servedAddress(localAddress(edition.site, lang, '/opensearch.xml'));

/**
 * An OpenSearch 1.1 description, by which a browser keeps this search among its own.
 *
 * @param origin where the site is built for
 */
export function openSearch(page: PageContext, origin: string): string {
  const { name } = page.edition.site;
  const at = (address: string) => escapeHtml(`${origin}${address}`);
  return `<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
<ShortName>${escapeHtml(Array.from(name).slice(0, longestShortName).join(''))}</ShortName>
<Description>${escapeHtml(page.t('search.description', { name }))}</Description>
<Language>${page.lang}</Language>
<InputEncoding>UTF-8</InputEncoding>
<Image width="16" height="16" type="image/svg+xml">${at(servedAddress('/icon.svg'))}</Image>
<Url type="text/html" method="get" template="${at(page.link('/search/'))}?q={searchTerms}"/>
<Url type="${openSearchType}" rel="self" template="${at(openSearchAddress(page))}"/>
</OpenSearchDescription>
`;
}

/** Signs that a short name may have (OpenSearch 1.1, draft 6, "ShortName"). */
const longestShortName = 16;
