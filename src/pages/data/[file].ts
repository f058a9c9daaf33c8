import type { APIRoute } from 'astro';
import { loadEdition } from '../../build-context.ts';
import { sharedFiles } from '../../exports/data/index.ts';

export const getStaticPaths = () =>
  [...sharedFiles(loadEdition())].map(([file, text]) => ({ params: { file }, props: { text } }));

export const GET: APIRoute<{ text: string }> = ({ props }) => new Response(props.text);
