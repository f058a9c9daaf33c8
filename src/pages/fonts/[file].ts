import type { APIRoute } from 'astro';
import { loadEdition } from '../../build-context.ts';
import { fontsFor } from '../../theme/fonts.ts';

export async function getStaticPaths() {
  const edition = loadEdition();
  const fonts = await Promise.all(edition.site.languages.map(({ code }) => fontsFor(edition, code)));
  const files = new Map(fonts.flat().map(({ file, data }) => [file, new Uint8Array(data)]));
  return [...files].map(([file, data]) => ({ params: { file }, props: { data } }));
}

export const GET: APIRoute<{ data: Uint8Array<ArrayBuffer> }> = ({ props: { data } }) =>
  new Response(data, { headers: { 'Content-Type': 'font/woff2' } });
