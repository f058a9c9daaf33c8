import type { AstroIntegration } from 'astro';
import { hash } from 'node:crypto';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Edition } from '../model/edition.ts';
import { compare } from '../model/problem.ts';
import { entryFile, entryIn, fragmentsIn, mergedEntry, type IndexEntry } from '../search/index-files.ts';
import { Indexing, type LanguageIndex } from '../search/indexing.ts';
import { pageTable, type PageTable } from '../search/page-table.ts';
import type { PageRow, SiteWords } from '../search/site-words.ts';
import { vocabularyOf } from '../search/vocabulary.ts';
import { fileOf, type KeptPages } from './kept-pages.ts';

/** The interface is our own (browser/search.ts) and runs where it is asked; Pagefind's would lie here for nobody. */
const unused = /-ui\.(js|css)$|(highlight|worker)\.js$/;

/** Makes Pagefind's index of the built pages below /pagefind/, one per language, and beside it the words of each. */
export function searchIndex(edition: Edition, kept: KeptPages): AstroIntegration {
  let cache = '';
  let indexing: Indexing;
  return {
    name: 'search-index',
    hooks: {
      'astro:config:done': ({ config }) => {
        cache = join(fileURLToPath(config.cacheDir), 'search');
      },
      'astro:build:start': () => {
        indexing = new Indexing({ cache });
        kept.onPage((url, html, about) => indexing.add({ url, ...about }, html));
      },
      'astro:build:done': async ({ dir, logger }) => {
        const out = fileURLToPath(dir);
        const laid = new Set<string>();
        // What is the same in all languages stands in each index.
        const lay = (path: string, content: string | Uint8Array) => {
          if (!laid.has(path)) kept.lay(`pagefind/${path}`, content);
          laid.add(path);
        };
        const pages = [...kept.pages()]
          .map(([url, about]) => ({ url, ...about }))
          .sort((a, b) => compare(fileOf(a.url), fileOf(b.url)));
        const entries: IndexEntry[] = [];
        for await (const index of indexing.finish(pages, (url) => readFileSync(join(out, fileOf(url)), 'utf8'))) {
          for (const { path, content } of index.files) if (!unused.test(path) && path !== entryFile) lay(path, content);
          const entry = entryIn(index.files);
          entries.push(entry);
          const { lang } = index;
          if (!edition.site.languages.some(({ code }) => code === lang)) continue;
          const table = pageTable(edition, lang);
          const stems = Boolean(entry.languages[lang.toLowerCase()]?.wasm);
          const key = hash('sha256', JSON.stringify([kept.tools(), index.key, table.facets, [...table.rows]]));
          lay(
            `words.${lang}.json`,
            remembered(join(cache, `${lang}.words`), key, () =>
              JSON.stringify({ ...wordsOf(index, table), stems } satisfies SiteWords),
            ),
          );
        }
        lay(entryFile, JSON.stringify(mergedEntry(entries)));
        logger.info(`${pages.length} pages`);
      },
    },
  };
}

/** A text from a file of the cache, made and kept there where the key is another. */
function remembered(file: string, key: string, make: () => string): string {
  try {
    const kept = readFileSync(file, 'utf8');
    if (kept.startsWith(`${key}\n`)) return kept.slice(key.length + 1);
  } catch {
    // There is none yet.
  }
  const made = make();
  // Whole or not at all.
  writeFileSync(`${file}.new`, `${key}\n${made}`);
  renameSync(`${file}.new`, file);
  return made;
}

function wordsOf({ lang, files }: LanguageIndex, { facets, rows }: PageTable): Omit<SiteWords, 'stems'> {
  const own = fragmentsIn(files)
    .flatMap((fragment) => (rows.has(fragment.url) ? [{ ...fragment, row: rows.get(fragment.url) as PageRow }] : []))
    .sort((a, b) => compare(a.url, b.url));
  const texts = own.map(({ content, meta: { title, aliases } }) => ({
    names: `${title ?? ''} ${aliases ?? ''}`,
    text: content,
  }));
  const pages = Object.fromEntries(own.map(({ id, row }) => [id, row]));
  return { ...vocabularyOf(texts, lang), facets, pages };
}
