/** Pagefind: the index of the page's language, and those of other languages on demand. */
import { wordsOf } from '../../i18n/fold.ts';
import { isUnspaced } from '../../i18n/word-splitting.ts';
import { ranking } from '../../search/shared/ranking.ts';
import type { SiteWords } from '../../search/shared/site-words.ts';
import { wordsWithPrefix, readVocabulary, type Vocabulary } from '../../search/shared/correct-query.ts';

/** A page's data in the index. */
export interface Found {
  url: string;
  excerpt: string;
  meta: Record<string, string>;
  sub_results: Section[];
}
export interface Section {
  title: string;
  url: string;
  excerpt: string;
  anchor?: unknown;
  weighted_locations: { balanced_score: number }[];
}
export interface Result {
  id: string;
  score: number;
  data: () => Promise<Found>;
}
interface Instance {
  init: () => Promise<void>;
  /** Loads the chunks of the index that a query needs. */
  preload: (question: string) => Promise<void>;
  search: (question: string, options?: object) => Promise<{ results: Result[] }>;
  mergeIndex: (path: string, options: object) => Promise<void>;
}

/** An index with the vocabulary of its language. */
export interface Engine {
  words: SiteWords;
  vocabulary: Vocabulary;
  ask: (question: string) => Promise<Result[]>;
}

const folder = `${import.meta.env.BASE_URL}pagefind/`;
// A worker would load Pagefind a second time, and a search takes only a few milliseconds.
const options = { noWorker: true, ranking, excerptLength: 24 };
/** Excerpt length in languages whose words are single characters. */
const unspacedLength = 60;

/** Browsers cache a failed module by its URL ("module map" in HTML), so each retry needs a new one. */
let tries = 0;

async function instance(): Promise<Instance> {
  const address = `${folder}pagefind.js${tries === 0 ? '' : `?${tries}`}`;
  try {
    const { createInstance } = (await import(/* @vite-ignore */ address)) as {
      createInstance: (options: object) => Instance;
    };
    const { lang } = document.documentElement;
    return createInstance(isUnspaced(lang) ? { ...options, excerptLength: unspacedLength } : options);
  } catch (error) {
    tries++;
    throw error;
  }
}

export async function json<T>(address: string): Promise<T> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return (await response.json()) as T;
}

/** Promises by name; failed ones are removed, so that they are tried again. */
const cache = new Map<string, Promise<unknown>>();
function once<T>(name: string, make: () => Promise<T>): Promise<T> {
  const cached = cache.get(name) as Promise<T> | undefined;
  if (cached) return cached;
  const promise = make();
  cache.set(name, promise);
  promise.catch(() => cache.delete(name));
  return promise;
}

/**
 * Searches an index. Pagefind looks for words with a prefix only in the chunk that the prefix itself belongs to, but
 * the next chunk may have more of them; so the chunks of all such words are loaded first.
 */
export async function askIndex(
  index: Pick<Instance, 'preload' | 'search'>,
  question: string,
  vocabulary: Vocabulary,
  filters = {},
): Promise<Result[]> {
  const before = lost;
  const phrases = question.match(/"[^"]+"/g) ?? [];
  const longer = wordsOf(question).flatMap((word) => wordsWithPrefix(word, vocabulary));
  await Promise.all(longer.map((word) => index.preload(word)));
  // Pagefind accepts a phrase only as the whole query. Pages with all of the words rank higher.
  const [{ results }, ...exact] = (await Promise.all(
    [question.replaceAll('"', ''), ...phrases].map((part) => index.search(part, { filters })),
  )) as [{ results: Result[] }, ...{ results: Result[] }[]];
  if (lost > before) throw new Error('a chunk of the index is missing');
  const [first] = exact;
  if (!first) return results;
  const has = ({ id }: Result) => exact.every(({ results: found }) => found.some((one) => one.id === id));
  // The excerpts of the phrase's results mark only the phrase.
  return results
    .filter(has)
    .map((result) => ({ ...result, data: (first.results.find(({ id }) => id === result.id) ?? result).data }));
}

/**
 * The number of index chunks that failed to load. Pagefind only logs this and returns no results, as if nothing had
 * been found.
 */
let lost = 0;
/* eslint-disable no-console */
const logError = console.error;
console.error = (...args: unknown[]) => {
  if (/Failed to load the index chunk|Missing signature/.test(String(args[0]))) lost++;
  logError.apply(console, args);
};
/* eslint-enable no-console */

/** Drops the Pagefind instances, which never retry a failed file; the next query creates new ones. */
export function forget(): void {
  for (const name of cache.keys()) if (!name.startsWith('words ')) cache.delete(name);
}

/**
 * @param open    returns the instance that has the index
 * @param parts   names of its cached promises, dropped after a failure
 * @param filters select the index among several in one instance
 */
async function makeEngine(lang: string, open: () => Promise<Instance>, parts: RegExp, filters = {}): Promise<Engine> {
  const words = await json<SiteWords>(`${folder}words.${lang}.json`);
  const vocabulary = readVocabulary(words, lang);
  const ask = (question: string) =>
    open()
      .then((index) => askIndex(index, question, vocabulary, filters))
      .catch((error: unknown) => {
        for (const name of cache.keys()) if (parts.test(name)) cache.delete(name);
        throw error;
      });
  return { words, vocabulary, ask };
}

/** The index of the page's own language. */
export function engineOf(lang: string): Promise<Engine> {
  const open = () => once('own', instance);
  // Starts loading before anything is typed. Errors are reported with the first query.
  open().then((own) => own.init()).catch(() => undefined); // prettier-ignore
  return once(`words ${lang}`, () => makeEngine(lang, open, /^own$/));
}

/**
 * The index of another language, in a separate instance, so that the page's instance loads nothing more. It uses the
 * stemmer of the page's language, because an instance has only one; Pagefind shortens longer words to the longest
 * prefix in the index.
 */
export function otherEngine(lang: string): Promise<Engine> {
  const filters = { index: lang };
  const { ranking, excerptLength } = options;
  // Pagefind merges an index from its own folder only if the path is written differently.
  const merge = { ranking, excerptLength, language: lang.toLowerCase(), mergeFilter: filters };
  const open = async () => {
    const others = await once('others', instance);
    await once(`index ${lang}`, () => others.mergeIndex(`${folder}./`, merge));
    return others;
  };
  return once(`words ${lang}`, () => makeEngine(lang, open, /^(others$|index )/, filters));
}
