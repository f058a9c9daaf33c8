import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compare } from '../model/problem.ts';
import type { SearchedPage } from '../search/index/indexing.ts';

export interface BuiltPage extends SearchedPage {
  /** Its path in the folder of the site. */
  file: string;
}

/**
 * The built pages, sorted by file and read one at a time.
 *
 * @param dir   folder of the site
 * @param pages as listed by the `astro:build:done` hook
 */
export function* builtPages(dir: URL, pages: readonly { pathname: string }[]): Generator<BuiltPage> {
  const folder = fileURLToPath(dir);
  for (const file of pages.map(({ pathname }) => fileOf(folder, pathname)).sort(compare))
    yield { file, url: `/${file.replace(/(^|\/)index\.html$/, '$1')}`, html: readFileSync(join(folder, file), 'utf8') };
}

/** Astro lists `404` and `about` for `404.html` and `about/index.html` (`build.format: 'preserve'`). */
function fileOf(folder: string, pathname: string): string {
  const path = pathname.replace(/\/$/, '');
  const index = path === '' ? 'index.html' : `${path}/index.html`;
  return existsSync(join(folder, index)) ? index : `${path}.html`;
}
