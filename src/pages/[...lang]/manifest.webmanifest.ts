import type { APIRoute } from 'astro';
import { manifestFile } from '../../exports/manifest.ts';
import type { Page } from '../../i18n/page-context.ts';
import { inEachLanguage } from '../../routes.ts';

export const getStaticPaths = () => inEachLanguage('/');

export const GET: APIRoute<{ page: Page }> = ({ props }) => new Response(manifestFile(props.page));
