import { join } from 'node:path';
import type { APIRoute } from 'astro';
import { loadEdition } from '../../build-context.ts';
import { picturesOf } from '../../model/pictures.ts';
import { bytesOf, variantsFor } from '../../images/make.ts';
import type { Variant } from '../../images/variants.ts';
import { contentDir } from '../../settings.ts';

/** Every file of every picture that a text shows. Other pictures aren't published. */
export async function getStaticPaths() {
  const dir = contentDir();
  const paths = [];
  for (const path of picturesOf(loadEdition()))
    for (const variant of (await variantsFor(dir, path))?.files ?? [])
      paths.push({ params: { file: variant.name }, props: { source: join(dir, path), variant } });
  return paths;
}

const types = {
  avif: 'image/avif',
  webp: 'image/webp',
  jpeg: 'image/jpeg',
  png: 'image/png',
  svg: 'image/svg+xml',
} as const;

export const GET: APIRoute<{ source: string; variant: Variant }> = async ({ props: { source, variant } }) =>
  new Response(new Uint8Array(await bytesOf(source, variant)), { headers: { 'Content-Type': types[variant.format] } });
