import { escapeHtml } from '../escape-html.ts';
import { localAddress, servedAddress } from '../i18n/addresses.ts';
import type { PageContext } from '../i18n/page-context.ts';

/** Media type of OpenSearch descriptions (OpenSearch 1.1, draft 6). */
export const openSearchType = 'application/opensearchdescription+xml';

/** Address of the description in a language. */
export const openSearchAddress = ({ edition, lang }: PageContext): string =>
  servedAddress(localAddress(edition.site, lang, '/opensearch.xml'));

/**
 * An OpenSearch 1.1 description, which lets browsers add the site as a search engine.
 *
 * @param origin of the site
 */
export function openSearch(page: PageContext, origin: string): string {
  const { name } = page.edition.site;
  const at = (address: string) => escapeHtml(`${origin}${address}`);
  return `<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
<ShortName>${escapeHtml(Array.from(name).slice(0, maxShortNameLength).join(''))}</ShortName>
<Description>${escapeHtml(page.t('search.description', { name }))}</Description>
<Language>${page.lang}</Language>
<InputEncoding>UTF-8</InputEncoding>
<Image width="16" height="16" type="image/svg+xml">${at(servedAddress('/icon.svg'))}</Image>
<Url type="text/html" method="get" template="${at(page.link('/search/'))}?q={searchTerms}"/>
<Url type="${openSearchType}" rel="self" template="${at(openSearchAddress(page))}"/>
</OpenSearchDescription>
`;
}

/** Longest short name, in characters (OpenSearch 1.1, draft 6, "ShortName"). */
const maxShortNameLength = 16;
