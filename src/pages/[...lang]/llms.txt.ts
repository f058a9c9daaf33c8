import type { APIRoute } from 'astro';
import { llmsFile } from '../../exports/llms.ts';
import type { PageContext } from '../../i18n/page-context.ts';
import { inEachLanguage } from '../../routes.ts';

export const getStaticPaths = () => inEachLanguage('/');

export const GET: APIRoute<{ page: PageContext }> = ({ props }) => new Response(llmsFile(props.page));
