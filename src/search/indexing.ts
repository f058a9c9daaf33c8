/** Pagefind's index of the site, one per language, made while the pages are made or after them. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import * as pagefind from 'pagefind';
import { versionOf } from '../seo/share/fonts.ts';
import { fragmentPath, type IndexFile } from './index-files.ts';
import { searchedPart } from './punctuation.ts';

/**
 * Words in a piece of the index. Pagefind's own 20,000 make one piece of a small site, of which a reader then downloads
 * all for the first letter of a question. The setting has no other way in, and its name says that it may go.
 */
const wordsInPiece = '2500';

/** Pages that Pagefind has been given and hasn't read yet, as while it writes another index; more would only fill the memory. */
const mostWaiting = 1000;

/** Pagefind, or what stands in for it in a test. */
export type SearchEngine = Pick<typeof pagefind, 'createIndex' | 'close'>;

export interface IndexOptions {
  /** Folder in which indexes are kept for the next build; none without it. */
  cache?: string;
  engine?: SearchEngine;
  /** How long Pagefind may take for a step, in milliseconds: ten times what 10,000 pages take on a slow machine. */
  longest?: number;
}

/** A page as the index knows it. */
export interface SearchedPage {
  lang: string;
  url: string;
  /** Hash of what the index is made from. */
  searched: string;
}

/** The index of one language. */
export interface LanguageIndex {
  lang: string;
  /** Hash of all that it was made from. */
  key: string;
  files: readonly IndexFile[];
}

interface Begun {
  index: pagefind.PagefindIndex;
  waiting: Set<Promise<void>>;
  failure?: unknown;
  files?: ReturnType<pagefind.PagefindIndex['getFiles']>;
}

/**
 * Makes the index. Pages may be given while others are still being made (`add`), as Pagefind has a processor of its own;
 * they are taken only in languages of which no index is kept, and must then be all, in the order of `finish`, one language
 * after another.
 */
export class Indexing {
  readonly #cache: string | undefined;
  readonly #engine: SearchEngine;
  readonly #longest: number;
  /** Languages that are indexed while their pages are made. */
  readonly #begun = new Map<string, Promise<Begun>>();
  /** Languages that are left until all pages are made. */
  readonly #isLater = new Map<string, boolean>();
  #current: string | undefined;

  constructor({ cache, engine = pagefind, longest = 300_000 }: IndexOptions = {}) {
    process.env['PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE'] = wordsInPiece;
    this.#cache = cache;
    this.#engine = engine;
    this.#longest = longest;
  }

  /** Takes a page that has just been made. @throws one sentence, with what Pagefind says */
  async add({ lang, url }: SearchedPage, html: string): Promise<void> {
    let isLater = this.#isLater.get(lang);
    if (isLater === undefined)
      this.#isLater.set(lang, (isLater = this.#cache !== undefined && existsSync(join(this.#cache, lang))));
    if (isLater) return;
    const before = this.#current;
    this.#current = lang;
    await this.#told(async () => {
      const begun = await this.#begun.get(lang);
      if (begun?.files) {
        // Its index is being written, without this page: it is made anew, after all pages.
        this.#begun.delete(lang);
        this.#isLater.set(lang, true);
        return;
      }
      // All pages of the language before have been given: Pagefind writes its index while these are made.
      if (before !== undefined && before !== lang && this.#begun.has(before)) await this.#write(before);
      await this.#give(lang, url, html);
    });
  }

  /**
   * The index of each language, one after another: first those whose pages all are as they were, from the cache. While one
   * is looked at, Pagefind makes the next.
   *
   * @param pages all pages of HTML
   * @param read  gives a page's HTML
   * @throws one sentence, with what Pagefind says
   */
  async *finish(pages: Iterable<SearchedPage>, read: (url: string) => string): AsyncGenerator<LanguageIndex> {
    const kept: LanguageIndex[] = [];
    const waiting: [lang: string, pages: SearchedPage[], key: string][] = [];
    for (const [lang, own] of Map.groupBy(pages, ({ lang }) => lang)) {
      const key = keyOf(own);
      const known = this.#begun.has(lang) ? undefined : this.#keptIndex(lang);
      if (known?.key === key) kept.push(known);
      else waiting.push([lang, own, key]);
    }
    const next = () => {
      const [lang, own = [], key = ''] = waiting.shift() ?? [];
      const made = lang === undefined ? undefined : this.#told(() => this.#indexOf(lang, own, key, read));
      // Whoever looks at the one before hears of this failure a moment later.
      made?.catch(() => undefined);
      return made;
    };
    let found = false;
    const look = (index: LanguageIndex) => {
      found ||= index.files.some(({ path }) => fragmentPath.test(path));
      return index;
    };
    let making = next();
    for (const index of kept) {
      // Pagefind hears of its pages between two of them.
      await new Promise((done) => setImmediate(done));
      yield look(index);
    }
    while (making) {
      const index = await making;
      making = next();
      yield look(index);
    }
    await this.#told(async () => {
      await this.#engine.close();
      if (!found) throw new Error('Pagefind found no page');
    });
  }

  async #indexOf(
    lang: string,
    pages: readonly SearchedPage[],
    key: string,
    read: (url: string) => string,
  ): Promise<LanguageIndex> {
    if (!this.#begun.has(lang)) for (const { url } of pages) await this.#give(lang, url, read(url));
    const begun = await this.#write(lang);
    await this.#inTime(Promise.all(begun.waiting));
    if (begun.failure !== undefined) throw begun.failure;
    const { files, errors } = await this.#inTime(begun.files as NonNullable<Begun['files']>);
    if (errors.length > 0) throw new Error(errors.join('; '));
    const made = { lang, key, files } satisfies LanguageIndex;
    if (this.#cache !== undefined) keep(join(this.#cache, lang), made);
    return made;
  }

  #keptIndex(lang: string): LanguageIndex | undefined {
    if (this.#cache === undefined) return undefined;
    try {
      return deserialize(readFileSync(join(this.#cache, lang))) as LanguageIndex;
    } catch {
      return undefined;
    }
  }

  /** Lets Pagefind write an index, of which it has all pages; it is waited for later. */
  async #write(lang: string): Promise<Begun> {
    const begun = await this.#inTime(this.#begin(lang));
    if (begun.files === undefined) {
      begun.files = Promise.all(begun.waiting).then(() => begun.index.getFiles());
      begun.files.catch(() => undefined);
    }
    return begun;
  }

  async #give(lang: string, url: string, html: string): Promise<void> {
    const begun = await this.#inTime(this.#begin(lang));
    const { index, waiting } = begun;
    const added = index.addHTMLFile({ url, content: searchedPart(html) }).then(
      ({ errors }) => {
        if (errors.length > 0) begun.failure ??= new Error(`Pagefind refuses ${url}, ${errors.join('; ')}`);
      },
      (error: unknown) => void (begun.failure ??= error),
    );
    waiting.add(added);
    void added.then(() => waiting.delete(added));
    if (waiting.size >= mostWaiting) await this.#inTime(Promise.race(waiting));
  }

  #begin(lang: string): Promise<Begun> {
    let begun = this.#begun.get(lang);
    if (!begun) this.#begun.set(lang, (begun = this.#create()));
    return begun;
  }

  async #create(): Promise<Begun> {
    const { index, errors } = await this.#engine.createIndex({
      excludeSelectors: ['.footnotes', '[data-footnote-ref]'],
    });
    if (!index) throw new Error(errors.join('; '));
    return { index, waiting: new Set() };
  }

  /** Pagefind's program may stop to answer; waiting for it keeps the process alive, as nothing else does. */
  async #inTime<T>(work: Promise<T>): Promise<T> {
    let clock: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, refuse) => {
      clock = setTimeout(() => refuse(new Error('Pagefind gave no answer; build again')), this.#longest);
    });
    return Promise.race([work, late]).finally(() => clearTimeout(clock));
  }

  async #told<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      throw new Error(`The search index couldn't be made: ${wordsFor(error)}.`, { cause: error });
    }
  }
}

function wordsFor(error: unknown): string {
  const said = error instanceof Error ? error.message : String(error);
  // What Pagefind says where its program is missing, or was killed.
  if (/backend (is )?closed/.test(said))
    return "Pagefind's program can't be started, or has ended; npm ci installs it anew";
  return said;
}

function keyOf(pages: readonly SearchedPage[]): string {
  const digest = createHash('sha256').update(JSON.stringify([versionOf('pagefind'), wordsInPiece]));
  for (const { url, searched } of pages) digest.update(`${url}\n${searched}\n`);
  return digest.digest('hex');
}

/** Keeps an index, whole or not at all. */
function keep(file: string, index: LanguageIndex): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.new`, serialize(index));
  renameSync(`${file}.new`, file);
}
