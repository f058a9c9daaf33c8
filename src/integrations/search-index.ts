import type { AstroIntegration } from 'astro';
import { createHash } from 'node:crypto';
import { globSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deserialize, serialize } from 'node:v8';
import { gunzipSync } from 'node:zlib';
import * as pagefind from 'pagefind';
import type { Edition } from '../model/edition.ts';
import { compare } from '../model/problem.ts';
import { pageTable } from '../search/page-table.ts';
import { indexable } from '../search/punctuation.ts';
import type { PageRow, SiteWords } from '../search/site-words.ts';
import { versionOf } from '../seo/share/fonts.ts';
import { vocabularyOf } from '../search/vocabulary.ts';

/**
 * Words in a piece of the index. Pagefind's own 20,000 make one piece of a small site, of which a reader then downloads
 * all for the first letter of a question. The setting has no other way in, and its name says that it may go.
 */
const wordsInPiece = '2500';

/** Makes Pagefind's index of the built pages below /pagefind/, one per language, and beside it the words of each. */
export function searchIndex(edition: Edition): AstroIntegration {
  let cache = '';
  return {
    name: 'search-index',
    hooks: {
      'astro:config:done': ({ config }) => {
        cache = join(fileURLToPath(config.cacheDir), 'search');
      },
      'astro:build:done': async ({ dir, logger }) => {
        const out = fileURLToPath(dir);
        process.env['PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE'] = wordsInPiece;
        const files = await indexOf(out, { cache });
        const write = (path: string, content: string | Uint8Array) => {
          const target = join(out, 'pagefind', path);
          mkdirSync(dirname(target), { recursive: true });
          writeFileSync(target, content);
        };
        for (const { path, content } of files) {
          // The interface is our own (browser/search.ts) and runs where it is asked; Pagefind's would lie here for nobody.
          if (/-ui\.(js|css)$|(highlight|worker)\.js$/.test(path)) continue;
          write(path, content);
        }
        const pages = fragmentsIn(files);
        const { languages } = entryOf(files);
        for (const { code } of edition.site.languages) {
          const stems = Boolean(languages[code.toLowerCase()]?.wasm);
          write(`words.${code}.json`, JSON.stringify({ ...wordsOf(edition, code, pages), stems } satisfies SiteWords));
        }
        logger.info(`${pages.length} pages`);
      },
    },
  };
}

type IndexFile = pagefind.IndexFile;

/** Pagefind, or what stands in for it in a test. */
type SearchEngine = Pick<typeof pagefind, 'createIndex' | 'close'>;

export interface IndexOptions {
  /** Folder in which an index is kept for the next build; none without it. */
  cache?: string;
  engine?: SearchEngine;
  /** How long Pagefind may take, in milliseconds: ten times what 10,000 pages take on a slow machine. */
  longest?: number;
}

/**
 * The files of the index of all pages in a folder.
 *
 * @throws one sentence, with what Pagefind says
 */
export async function indexOf(
  out: string,
  { cache, engine = pagefind, longest = 300_000 }: IndexOptions = {},
): Promise<readonly IndexFile[]> {
  try {
    const indexes = await inTime(indexesOf(out, engine, cache), longest);
    await engine.close();
    if (!indexes.flat().some(({ path }) => fragmentPath.test(path))) throw new Error('Pagefind found no page');
    return merged(indexes);
  } catch (error) {
    throw new Error(`The search index couldn't be made: ${wordsFor(error)}.`, { cause: error });
  }
}

function wordsFor(error: unknown): string {
  const said = error instanceof Error ? error.message : String(error);
  // What Pagefind says where its program is missing, or was killed.
  if (/backend (is )?closed/.test(said))
    return "Pagefind's program can't be started, or has ended; npm ci installs it anew";
  return said;
}

/** Pagefind's program may stop to answer; waiting for it keeps the process alive, as nothing else does. */
async function inTime<T>(work: Promise<T>, longest: number): Promise<T> {
  let clock: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, refuse) => {
    clock = setTimeout(() => refuse(new Error('Pagefind gave no answer; build again')), longest);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(clock));
}

/**
 * An index for each language, as Pagefind makes them too. One whose pages all are as they were is taken from the cache.
 *
 * @throws with what Pagefind says
 */
async function indexesOf(out: string, engine: SearchEngine, cache: string | undefined): Promise<IndexFile[][]> {
  const pages = globSync('**/*.html', { cwd: out })
    .sort(compare)
    .map((file) => {
      const html = readFileSync(join(out, file), 'utf8');
      return {
        lang: /<html[^>]*? lang="([^"]+)"/.exec(html)?.[1] ?? '',
        url: `/${file.replaceAll('\\', '/').replace(/(^|\/)index\.html$/, '$1')}`,
        content: indexable(withoutFrame(html)),
      };
    });
  return Promise.all(
    [...Map.groupBy(pages, ({ lang }) => lang)].map(([lang, own]) =>
      languageIndex(own, engine, cache && join(cache, lang)),
    ),
  );
}

/** What no search looks at, and is the same on every page: left out, Pagefind has half as much to read. */
const withoutFrame = (html: string): string =>
  html.replace(/<style\b[\s\S]*?<\/style>|<script\b[\s\S]*?<\/script>/g, '');

interface IndexedPage {
  url: string;
  content: string;
}

async function languageIndex(
  pages: readonly IndexedPage[],
  engine: SearchEngine,
  cached: string | undefined,
): Promise<IndexFile[]> {
  const digest = createHash('sha256').update(JSON.stringify([versionOf('pagefind'), wordsInPiece]));
  for (const { url, content } of pages) digest.update(`${url}\n${content.length}\n${content}`);
  const key = digest.digest('hex');
  const known = cached === undefined ? undefined : keptIndex(cached);
  if (known?.key === key) return known.files;

  const { index, errors } = await engine.createIndex({ excludeSelectors: ['.footnotes', '[data-footnote-ref]'] });
  if (!index) throw new Error(errors.join('; '));
  for (const { url, content } of pages) {
    const added = await index.addHTMLFile({ url, content });
    if (added.errors.length > 0) throw new Error(`Pagefind refuses ${url}, ${added.errors.join('; ')}`);
  }
  const { files, errors: failures } = await index.getFiles();
  if (failures.length > 0) throw new Error(failures.join('; '));
  if (cached === undefined) return files;
  mkdirSync(dirname(cached), { recursive: true });
  // Whole or not at all.
  writeFileSync(`${cached}.new`, serialize({ key, files } satisfies KeptIndex));
  renameSync(`${cached}.new`, cached);
  return files;
}

interface KeptIndex {
  /** Hash of all that the index was made from. */
  key: string;
  files: IndexFile[];
}

function keptIndex(file: string): KeptIndex | undefined {
  try {
    return deserialize(readFileSync(file)) as KeptIndex;
  } catch {
    return undefined;
  }
}

/** The indexes of all languages as one: their pieces are named apart, and one file lists the languages. */
function merged(indexes: readonly IndexFile[][]): IndexFile[] {
  const files = new Map(indexes.flat().map((file) => [file.path, file]));
  const languages = Object.assign({}, ...indexes.map((own) => entryOf(own).languages)) as IndexEntry['languages'];
  const [first] = indexes;
  if (!first) return [];
  const inOrder = Object.fromEntries(Object.entries(languages).sort(([a], [b]) => compare(a, b)));
  const entry = JSON.stringify({ ...entryOf(first), languages: inOrder });
  return [...files.values()].map((file) =>
    file.path === entryFile ? { ...file, content: new TextEncoder().encode(entry) } : file,
  );
}

/** What the index keeps of a page, to show it as a result. */
interface Fragment {
  /** By which the index names the page in its answers. */
  id: string;
  url: string;
  content: string;
  meta: Record<string, string>;
}

const fragmentPath = /^fragment\/(.+)\.pf_fragment$/;

/** The pages as the index has them, so that no word is known here that it doesn't know. */
function fragmentsIn(files: readonly IndexFile[]): Fragment[] {
  const signature = 'pagefind_dcd';
  return files.flatMap(({ path, content }) => {
    const id = fragmentPath.exec(path)?.[1];
    if (id === undefined) return [];
    const text = gunzipSync(content).toString();
    if (!text.startsWith(signature)) throw new Error(`${path} is not in the form that Pagefind 1.5 writes`);
    return [{ ...(JSON.parse(text.slice(signature.length)) as Omit<Fragment, 'id'>), id }];
  });
}

function wordsOf(edition: Edition, lang: string, fragments: readonly Fragment[]): Omit<SiteWords, 'stems'> {
  const { facets, rows } = pageTable(edition, lang);
  const own = fragments
    .flatMap((fragment) => (rows.has(fragment.url) ? [{ ...fragment, row: rows.get(fragment.url) as PageRow }] : []))
    .sort((a, b) => compare(a.url, b.url));
  const texts = own.map(({ content, meta: { title, aliases } }) => ({
    names: `${title ?? ''} ${aliases ?? ''}`,
    text: content,
  }));
  const pages = Object.fromEntries(own.map(({ id, row }) => [id, row]));
  return { ...vocabularyOf(texts, lang), facets, pages };
}

const entryFile = 'pagefind-entry.json';

interface IndexEntry {
  /** By language in small letters; `wasm` names the engine that stems it. */
  languages: Record<string, { wasm: string | null }>;
}

/** The entry file with its languages in a fixed order: Pagefind writes them in another one each time. */
function entryOf(files: readonly IndexFile[]): IndexEntry {
  const content = files.find(({ path }) => path === entryFile)?.content;
  if (!content) throw new Error(`Pagefind wrote no ${entryFile}`);
  const entry = JSON.parse(new TextDecoder().decode(content)) as IndexEntry;
  const languages = Object.fromEntries(Object.entries(entry.languages).sort(([a], [b]) => compare(a, b)));
  return { ...entry, languages };
}
