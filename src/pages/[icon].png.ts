import type { APIRoute } from 'astro';
import { loadEdition } from '../build-context.ts';
import { icons } from '../exports/manifest.ts';
import { iconPicture } from '../share/draw.ts';

export const getStaticPaths = () => Object.entries(icons).map(([icon, props]) => ({ params: { icon }, props }));

export const GET: APIRoute<{ size: number; maskable: boolean }> = async ({ props }) =>
  new Response(new Uint8Array(await iconPicture(loadEdition(), props.size, props.maskable)), {
    headers: { 'Content-Type': 'image/png' },
  });
