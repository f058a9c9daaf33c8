import type { APIRoute } from 'astro';
import type { PageContext } from '../../../i18n/page-context.ts';
import { inEachLanguage } from '../../../routes.ts';
import { boxOf } from '../../../search/box.ts';

export const getStaticPaths = () => inEachLanguage('/search/');

export const GET: APIRoute<{ page: PageContext }> = ({ props }) => new Response(JSON.stringify(boxOf(props.page)));
