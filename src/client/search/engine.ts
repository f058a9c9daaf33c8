/** Pagefind in this site: the index of the page's language, and those of the others when they are asked for. */
import { wordsOf } from '../../i18n/fold.ts';
import { ranking } from '../../search/shared/ranking.ts';
import type { SiteWords } from '../../search/shared/site-words.ts';
import { beginningWith, readVocabulary, type Vocabulary } from '../../search/shared/spelling.ts';

/** What the index keeps of a page. */
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
  /** Loads what a question needs of the index. */
  preload: (question: string) => Promise<void>;
  search: (question: string, options?: object) => Promise<{ results: Result[] }>;
  mergeIndex: (path: string, options: object) => Promise<void>;
}

/** An index that can be asked, and what the site knows of its language. */
export interface Engine {
  words: SiteWords;
  vocabulary: Vocabulary;
  ask: (question: string) => Promise<Result[]>;
}

const folder = `${import.meta.env.BASE_URL}pagefind/`;
// In a worker it would be loaded twice, once here and once there; a search takes a few milliseconds.
const options = { noWorker: true, ranking, excerptLength: 24 };

/** A module that couldn't be fetched is remembered as such by its address (HTML, "module map"); the next try needs another. */
let tries = 0;

async function instance(): Promise<Instance> {
  const address = `${folder}pagefind.js${tries === 0 ? '' : `?${tries}`}`;
  try {
    const { createInstance } = (await import(/* @vite-ignore */ address)) as {
      createInstance: (options: object) => Instance;
    };
    return createInstance(options);
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

/** What has been loaded is kept; what failed is tried again the next time. */
const kept = new Map<string, Promise<unknown>>();
function once<T>(name: string, make: () => Promise<T>): Promise<T> {
  const known = kept.get(name) as Promise<T> | undefined;
  if (known) return known;
  const making = make();
  kept.set(name, making);
  making.catch(() => kept.delete(name));
  return making;
}

/**
 * Asks an index. Pagefind loads the piece of it in which a word stands, and looks for words that begin so in that alone;
 * the next of them may begin the next piece. So it is made to load what all of them need.
 */
export async function askIndex(
  index: Pick<Instance, 'preload' | 'search'>,
  question: string,
  vocabulary: Vocabulary,
  filters = {},
): Promise<Result[]> {
  const before = lost;
  const longer = wordsOf(question, vocabulary.lang).flatMap((word) => beginningWith(word, vocabulary));
  await Promise.all(longer.map((word) => index.preload(word)));
  const { results } = await index.search(question, { filters });
  if (lost > before) throw new Error('a piece of the index is missing');
  return results;
}

/**
 * Pieces of an index that couldn't be loaded, or were damaged. Pagefind tells of them in the console alone, and then finds
 * nothing in them, which would be shown as if there were nothing.
 */
let lost = 0;
/* eslint-disable no-console */
const complain = console.error;
console.error = (...said: unknown[]) => {
  if (/Failed to load the index chunk|Missing signature/.test(String(said[0]))) lost++;
  complain.apply(console, said);
};
/* eslint-enable no-console */

/** Forgets the instances of Pagefind, which remember for good what they couldn't load; the next question makes new ones. */
export function forget(): void {
  for (const name of kept.keys()) if (!name.startsWith('words ')) kept.delete(name);
}

/**
 * @param open    gives the instance that has the index
 * @param parts   what is kept of it, by name, to be made anew where it fails
 * @param filters by which the index is known among several
 */
async function made(lang: string, open: () => Promise<Instance>, parts: RegExp, filters = {}): Promise<Engine> {
  const words = await json<SiteWords>(`${folder}words.${lang}.json`);
  const vocabulary = readVocabulary(words, lang);
  const ask = (question: string) =>
    open()
      .then((index) => askIndex(index, question, vocabulary, filters))
      .catch((error: unknown) => {
        for (const name of kept.keys()) if (parts.test(name)) kept.delete(name);
        throw error;
      });
  return { words, vocabulary, ask };
}

/** The index of the page's own language. */
export function engineOf(lang: string): Promise<Engine> {
  const open = () => once('own', instance);
  // Opened already, before anything is typed. Who asks hears of it when it fails.
  open().then((own) => own.init()).catch(() => undefined); // prettier-ignore
  return once(`words ${lang}`, () => made(lang, open, /^own$/));
}

/**
 * The index of another language, in an instance apart, so that the page's own loads nothing more. It is asked with the
 * stemmer of the page's language, for an engine holds only one; what that leaves too long, Pagefind shortens to the
 * longest beginning that it knows.
 */
export function otherEngine(lang: string): Promise<Engine> {
  const filters = { index: lang };
  const { ranking, excerptLength } = options;
  // Pagefind merges no index from its own folder, unless it is called by another name.
  const merge = { ranking, excerptLength, language: lang.toLowerCase(), mergeFilter: filters };
  const open = async () => {
    const others = await once('others', instance);
    await once(`index ${lang}`, () => others.mergeIndex(`${folder}./`, merge));
    return others;
  };
  return once(`words ${lang}`, () => made(lang, open, /^(others$|index )/, filters));
}
