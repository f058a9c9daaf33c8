import type { APIRoute } from 'astro';
import { loadEdition } from '../../edition.ts';
import { sharedFiles } from '../../feeds/data/index.ts';

export const getStaticPaths = () =>
  [...sharedFiles(loadEdition())].map(([file, text]) => ({ params: { file }, props: { text } }));

export const GET: APIRoute<{ text: string }> = ({ props }) => new Response(props.text);
