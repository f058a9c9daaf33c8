import type { AstroIntegration } from 'astro';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Edition } from '../model/edition.ts';
import { compare } from '../model/problem.ts';
import { entryFile, entryIn, fragmentsIn, sortedEntry, type Fragment, type IndexEntry } from '../search/index/files.ts';
import { indexFiles } from '../search/index/indexing.ts';
import { pageTable } from '../search/index/page-table.ts';
import type { PageRow, SiteWords } from '../search/shared/site-words.ts';
import { vocabularyOf } from '../search/index/vocabulary.ts';
import { builtPages } from './built-pages.ts';

/** Files of Pagefind's user interface and worker, which src/client/search.ts doesn't use. */
const unused = /-ui\.(js|css)$|(highlight|worker)\.js$/;

/** Writes Pagefind's index of the built pages to /pagefind/, with a file of words for each language. */
export function searchIndex(edition: Edition): AstroIntegration {
  return {
    name: 'search-index',
    hooks: {
      'astro:build:done': async ({ dir, pages }) => {
        const out = join(fileURLToPath(dir), 'pagefind');
        const files = await indexFiles(builtPages(dir, pages));
        const entry = sortedEntry(
          entryIn(files),
          edition.site.languages.map(({ code }) => code),
        );
        const write = (path: string, content: string | Uint8Array) => {
          mkdirSync(dirname(join(out, path)), { recursive: true });
          writeFileSync(join(out, path), content);
        };
        for (const { path, content } of files) if (!unused.test(path) && path !== entryFile) write(path, content);
        write(entryFile, JSON.stringify(entry));
        const fragments = fragmentsIn(files);
        for (const { code } of edition.site.languages)
          write(`words.${code}.json`, JSON.stringify(wordsOf(edition, code, fragments, entry)));
      },
    },
  };
}

function wordsOf(edition: Edition, lang: string, fragments: readonly Fragment[], entry: IndexEntry): SiteWords {
  const { facets, rows } = pageTable(edition, lang);
  const languageFragments = fragments
    .flatMap((fragment) => (rows.has(fragment.url) ? [{ ...fragment, row: rows.get(fragment.url) as PageRow }] : []))
    .sort((a, b) => compare(a.url, b.url));
  const texts = languageFragments.map(({ content, meta: { title, aliases } }) => ({
    names: `${title ?? ''} ${aliases ?? ''}`,
    text: content,
  }));
  const pages = Object.fromEntries(languageFragments.map(({ id, row }) => [id, row]));
  const stems = Boolean(entry.languages[lang.toLowerCase()]?.wasm);
  return { ...vocabularyOf(texts, lang), facets, pages, stems };
}
