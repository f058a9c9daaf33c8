import type { APIRoute } from 'astro';
import { llmsFile } from '../../exports/llms.ts';
import type { Page } from '../../i18n/page-context.ts';
import { inEachLanguage } from '../../routes.ts';

export const getStaticPaths = () => inEachLanguage('/');

export const GET: APIRoute<{ page: Page }> = ({ props }) => new Response(llmsFile(props.page));
