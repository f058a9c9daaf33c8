import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { APIRoute } from 'astro';
import { loadEdition } from '../../build-context.ts';
import { contentDir } from '../../settings.ts';
import { allDocuments, documentType } from '../../views/documents.ts';

/** Every document that a page lists. */
export const getStaticPaths = () =>
  [...allDocuments(loadEdition())].map(([file, path]) => ({ params: { file }, props: { path } }));

export const GET: APIRoute<{ path: string }> = ({ props: { path } }) =>
  new Response(new Uint8Array(readFileSync(join(contentDir(), path))), { headers: { 'Content-Type': documentType } });
