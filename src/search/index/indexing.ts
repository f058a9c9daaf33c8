/** Builds Pagefind's index of the site. */
import * as pagefind from 'pagefind';
import { fragmentPath, type IndexFile } from './files.ts';
import { searchedPart } from '../shared/punctuation.ts';

/**
 * Words per chunk of the index. With Pagefind's default of 20,000, a small site has one chunk, which readers would
 * download for the first letter of a query. The setting is undocumented and experimental.
 */
const wordsInPiece = '2500';

/** How many pages are sent to Pagefind at a time: enough to keep its process busy. */
const batchSize = 100;

/** Pagefind, or a substitute in a test. */
export type SearchEngine = Pick<typeof pagefind, 'createIndex' | 'close'>;

export interface IndexOptions {
  engine?: SearchEngine;
  /** How long Pagefind may take for a step, in milliseconds: ten times what 10,000 pages take on a slow machine. */
  timeout?: number;
}

/** A page with its address on the site. */
export interface SearchedPage {
  url: string;
  html: string;
}

/**
 * Indexes the pages of a site, in every language.
 *
 * @param pages in a fixed order, because Pagefind numbers them
 * @returns the files of the index by their paths within its folder
 * @throws Error with Pagefind's message
 */
export async function indexFiles(
  pages: Iterable<SearchedPage>,
  { engine = pagefind, timeout = 300_000 }: IndexOptions = {},
): Promise<IndexFile[]> {
  process.env['PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE'] = wordsInPiece;
  // Pagefind's process may stop responding. The timer also keeps this process alive.
  const inTime = async <T>(work: Promise<T>): Promise<T> => {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error('Pagefind did not respond; build again')), timeout);
    });
    return Promise.race([work, late]).finally(() => clearTimeout(timer));
  };
  try {
    const { index, errors } = await inTime(
      engine.createIndex({ excludeSelectors: ['.footnotes', '.side-note', '[data-footnote-ref]'] }),
    );
    if (!index) throw new Error(errors.join('; '));
    for (const batch of batches(pages))
      await inTime(
        Promise.all(
          batch.map(async ({ url, html }) => {
            const added = await index.addHTMLFile({ url, content: searchedPart(html) });
            if (added.errors.length > 0) throw new Error(`Pagefind rejects ${url}: ${added.errors.join('; ')}`);
          }),
        ),
      );
    const { files, errors: failures } = await inTime(index.getFiles());
    if (failures.length > 0) throw new Error(failures.join('; '));
    if (!files.some(({ path }) => fragmentPath.test(path))) throw new Error('Pagefind found no pages');
    await inTime(engine.close());
    return files;
  } catch (error) {
    throw new Error(`The search index couldn't be created: ${reasonFor(error)}.`, { cause: error });
  }
}

function* batches<T>(all: Iterable<T>): Generator<T[]> {
  let batch: T[] = [];
  for (const one of all) {
    batch.push(one);
    if (batch.length < batchSize) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

function reasonFor(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  // Pagefind's message if its binary is missing, or its process was killed.
  if (/backend (is )?closed/.test(message))
    return "Pagefind can't be started, or has stopped; run npm ci to reinstall it";
  return message;
}
