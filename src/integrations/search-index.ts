import type { AstroIntegration } from 'astro';
import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import * as pagefind from 'pagefind';
import type { Edition } from '../model/edition.ts';
import { compare } from '../model/problem.ts';
import { pageTable } from '../search/page-table.ts';
import { indexable } from '../search/punctuation.ts';
import type { PageRow, SiteWords } from '../search/site-words.ts';
import { vocabularyOf } from '../search/vocabulary.ts';

/**
 * Words in a piece of the index. Pagefind's own 20,000 make one piece of a small site, of which a reader then downloads
 * all for the first letter of a question. The setting has no other way in, and its name says that it may go.
 */
const wordsInPiece = '2500';

/** Makes Pagefind's index of the built pages below /pagefind/, one per language, and beside it the words of each. */
export function searchIndex(edition: Edition): AstroIntegration {
  return {
    name: 'search-index',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const out = fileURLToPath(dir);
        process.env['PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE'] = wordsInPiece;
        const files = await indexOf(out);
        const write = (path: string, content: string | Uint8Array) => {
          const target = join(out, 'pagefind', path);
          mkdirSync(dirname(target), { recursive: true });
          writeFileSync(target, content);
        };
        for (const { path, content } of files) {
          // The interface is our own (browser/search.ts) and runs where it is asked; Pagefind's would lie here for nobody.
          if (/-ui\.(js|css)$|(highlight|worker)\.js$/.test(path)) continue;
          write(path, path === entryFile ? JSON.stringify(entryOf(files)) : content);
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

/**
 * The files of the index of all pages in a folder.
 *
 * @param longest how long Pagefind may take, in milliseconds: ten times what 10,000 pages take on a slow machine
 * @throws one sentence, with what Pagefind says
 */
export async function indexOf(
  out: string,
  engine: SearchEngine = pagefind,
  longest = 300_000,
): Promise<readonly IndexFile[]> {
  try {
    const files = await inTime(filesOf(out, engine), longest);
    await engine.close();
    return files;
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

async function filesOf(out: string, engine: SearchEngine): Promise<readonly IndexFile[]> {
  const { index, errors } = await engine.createIndex({ excludeSelectors: ['.footnotes', '[data-footnote-ref]'] });
  if (!index) throw new Error(errors.join('; '));
  for (const file of globSync('**/*.html', { cwd: out }).sort(compare)) {
    const url = `/${file.replaceAll('\\', '/').replace(/(^|\/)index\.html$/, '$1')}`;
    const added = await index.addHTMLFile({ url, content: indexable(readFileSync(join(out, file), 'utf8')) });
    if (added.errors.length > 0) throw new Error(`Pagefind refuses ${url}, ${added.errors.join('; ')}`);
  }
  const { files, errors: failures } = await index.getFiles();
  if (failures.length > 0) throw new Error(failures.join('; '));
  if (!files.some(({ path }) => fragmentPath.test(path))) throw new Error('Pagefind found no page');
  return files;
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
