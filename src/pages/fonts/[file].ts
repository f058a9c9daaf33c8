import type { APIRoute } from 'astro';
import { loadEdition } from '../../edition.ts';
import { fontsFor, type FontFile } from '../../styles/fonts.ts';

export async function getStaticPaths() {
  const edition = loadEdition();
  const files = new Map<string, FontFile>();
  for (const { code } of edition.site.languages)
    for (const font of await fontsFor(edition, code)) files.set(font.file, font);
  return [...files.values()].map((font) => ({ params: { file: font.file }, props: { font } }));
}

export const GET: APIRoute<{ font: FontFile }> = ({ props }) =>
  new Response(new Uint8Array(props.font.data), { headers: { 'Content-Type': 'font/woff2' } });
