import type { APIRoute } from 'astro';
import { manifestFile } from '../../exports/manifest.ts';
import type { PageContext } from '../../i18n/page-context.ts';
import { inEachLanguage } from '../../routes.ts';

export const getStaticPaths = () => inEachLanguage('/');

export const GET: APIRoute<{ page: PageContext }> = ({ props }) => new Response(manifestFile(props.page));
