import type { APIRoute } from 'astro';
import { loadEdition } from '../../build-context.ts';
import { groundsOf } from '../../maps/index.ts';

export const getStaticPaths = () =>
  groundsOf(loadEdition()).map(({ file, svg }) => ({ params: { file }, props: { svg } }));

export const GET: APIRoute<{ svg: string }> = ({ props }) =>
  new Response(props.svg, { headers: { 'Content-Type': 'image/svg+xml' } });
