import type { APIRoute } from 'astro';
import type { PageContext } from '../../i18n/page-context.ts';
import { inEachLanguage } from '../../routes.ts';
import { openSearch, openSearchType } from '../../search/open-search.ts';
import { siteUrl } from '../../settings.ts';

export const getStaticPaths = () => inEachLanguage('/search/');

export const GET: APIRoute<{ page: PageContext }> = ({ props: { page } }) =>
  new Response(openSearch(page, new URL(siteUrl(page.edition.site.address)).origin), {
    headers: { 'Content-Type': openSearchType },
  });
