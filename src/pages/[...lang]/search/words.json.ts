import type { APIRoute } from 'astro';
import type { Page } from '../../../i18n/index.ts';
import { inEachLanguage } from '../../../routes.ts';
import { searchWords } from '../../../search/words.ts';

export const getStaticPaths = () => inEachLanguage('/search/');

export const GET: APIRoute<{ page: Page }> = ({ props }) => new Response(JSON.stringify(searchWords(props.page)));
