import type { APIRoute } from 'astro';
import { loadEdition } from '../../build-context.ts';
import { fontsFor } from '../../theme/fonts.ts';
import { languageStyleFile } from '../../theme/language.ts';

interface Content {
  body: Uint8Array<ArrayBuffer> | string;
  type: string;
}

export async function getStaticPaths() {
  const edition = loadEdition();
  const files = new Map<string, Content>();
  for (const { code } of edition.site.languages) {
    for (const { file, data } of await fontsFor(edition, code))
      files.set(file, { body: new Uint8Array(data), type: 'font/woff2' });
    const styles = await languageStyleFile(edition, code);
    if (styles) files.set(styles.file, { body: styles.css, type: 'text/css' });
  }
  return [...files].map(([file, content]) => ({ params: { file }, props: { content } }));
}

export const GET: APIRoute<{ content: Content }> = ({ props: { content } }) =>
  new Response(content.body, { headers: { 'Content-Type': content.type } });
