import type { APIRoute } from 'astro';
import { feedText, feedType } from '../../exports/feed.ts';
import type { PageContext } from '../../i18n/page-context.ts';
import { inEachLanguage } from '../../routes.ts';

/** There is no feed without news. */
export const getStaticPaths = () =>
  inEachLanguage('/news/').filter(({ props: { page } }) => page.edition.entries.news.length > 0);

export const GET: APIRoute<{ page: PageContext }> = async ({ props: { page } }) =>
  new Response(await feedText(page), { headers: { 'Content-Type': feedType } });
