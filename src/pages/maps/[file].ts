import type { APIRoute } from 'astro';
import { loadEdition } from '../../edition.ts';
import { groundsOf } from '../../map/index.ts';

export const getStaticPaths = () =>
  groundsOf(loadEdition()).map(({ file, svg }) => ({ params: { file }, props: { svg } }));

export const GET: APIRoute<{ svg: string }> = ({ props }) =>
  new Response(props.svg, { headers: { 'Content-Type': 'image/svg+xml' } });
