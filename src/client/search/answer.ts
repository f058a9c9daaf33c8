/** Searches in the page's language and, if that has few results, in the others. */
import type { Box } from '../../search/box.ts';
import { facetNames, type Facet, type PageRow } from '../../search/shared/site-words.ts';
import { kindWeight, namesOf, nearness } from '../../search/shared/ranking.ts';
import { stemmed, understand, type Understood } from '../../search/shared/correct-query.ts';
import { engineOf, otherEngine, type Engine, type Found, type Result } from './engine.ts';

export interface Hit extends Result {
  /** Slugs of the page's cities, fields and so on. */
  about: Record<Facet, string[]>;
  /** Names of its kind and cities. */
  label: string;
  /** Language of the text if it isn't the page's. */
  lang: string | undefined;
}

export interface Answer {
  hits: Hit[];
  /** The query, corrected if `corrected`. */
  shown: string;
  corrected: boolean;
  /** True if no page has all the words. */
  some: boolean;
  /** True if no word of the query had to be guessed. */
  sure: boolean;
  /** True if the query was searched for without corrections. */
  literal: boolean;
  facets: Engine['words']['facets'];
  endings: ReadonlySet<string>;
}

/** A hit with its page's data in the index. */
export interface Loaded {
  hit: Hit;
  page: Found;
}

export type Other = Box['others'][number];
export interface OtherAnswer {
  language: Other;
  /** Number of results, and the first of them. */
  count: number;
  shown: string;
  found: Loaded[];
}

/** If there are fewer results than this, the other languages are searched too. */
const few = 3;
/** Number of results shown for each other language. */
const offered = 3;
/** Number of results that are compared by title and shown at a time. */
export const resultsPerPage = 8;

/** @param literal whether to search without corrections */
export async function answer(question: string, lang: string, literal: boolean): Promise<Answer> {
  const engine = await engineOf(lang);
  const { words, vocabulary } = engine;
  const understood = understand(question, vocabulary, !literal);
  const { corrected, sure } = understood;
  const queries = words.stems ? understood.queries : understood.queries.map((asked) => stemmed(asked, vocabulary));
  const { hits, some } = await ask(engine, { ...understood, queries });
  const { endings } = vocabulary;
  return {
    hits,
    shown: corrected ?? question,
    corrected: corrected !== undefined,
    some,
    sure,
    literal,
    facets: words.facets,
    endings,
  };
}

async function ask(engine: Engine, { queries, inTurn, partial }: Understood): Promise<{ hits: Hit[]; some: boolean }> {
  let results = inTurn ? await firstFound(engine, queries) : best(await Promise.all(queries.map(engine.ask)));
  let some = partial && results.length > 0;
  const words = queries.at(inTurn ? -1 : 0)?.match(/"[^"]+"|[^\s"]+/g) ?? [];
  if (results.length === 0 && words.length > 1) {
    results = sum(await Promise.all(words.map(engine.ask)));
    some = results.length > 0;
  }
  const { facets, pages } = engine.words;
  const hits = results.map((result) => {
    const row = pages[result.id];
    const about = Object.fromEntries(
      facetNames.map((facet, at) => [facet, ((row?.[at] ?? []) as number[]).map((place) => facets[facet][place]?.[0])]),
    ) as Hit['about'];
    const names = [...at(facets.type, row?.[0]), ...at(facets.city, row?.[1])];
    const score = result.score * kindWeight(about.type[0]);
    return { ...result, score, about, label: names.join(' · '), lang: row?.[3] };
  });
  return { hits: hits.sort(byScore), some };
}

async function firstFound(engine: Engine, queries: readonly string[]): Promise<Result[]> {
  for (const query of queries) {
    const results = await engine.ask(query);
    if (results.length > 0) return results;
  }
  return [];
}

const at = (values: [string, string][], places: PageRow[0] = []) => places.map((place) => values[place]?.[1] ?? '');
const byScore = (a: { score: number }, b: { score: number }) => b.score - a.score;

/** Merges the results of several spellings of a query: each page once, with its best score. */
function best(lists: Result[][]): Result[] {
  const pages = new Map<string, Result>();
  for (const result of lists.flat()) {
    const previous = pages.get(result.id);
    if (!previous || previous.score < result.score) pages.set(result.id, result);
  }
  return [...pages.values()];
}

/** Merges the results of several words: each page once, ranked higher the more of the words it has. */
function sum(lists: Result[][]): Result[] {
  const pages = new Map<string, Result & { words: number }>();
  for (const result of lists.flat()) {
    const { score = 0, words = 0 } = pages.get(result.id) ?? {};
    pages.set(result.id, { ...result, score: score + result.score, words: words + 1 });
  }
  return [...pages.values()].map((page) => ({ ...page, score: page.score * page.words }));
}

/**
 * The first hits with their pages, sorted by the similarity of their names to the query.
 *
 * @param endings the endings of the language that the hits are in
 * @returns `named` is true if the query is the name of the first hit
 */
export async function first(
  hits: readonly Hit[],
  question: string,
  endings: ReadonlySet<string>,
): Promise<{ top: Loaded[]; named: boolean }> {
  const loaded = await load(hits.slice(0, resultsPerPage));
  const near = ({ page }: Loaded) => nearness(question, namesOf(page.meta), endings);
  const sorted = loaded
    .map((one) => ({ one, near: near(one) }))
    .sort((a, b) => Math.max(b.near, 2) - Math.max(a.near, 2) || b.one.hit.score * b.near - a.one.hit.score * a.near);
  return { top: sorted.map(({ one }) => one), named: (sorted[0]?.near ?? 0) > 2 };
}

export const load = (hits: readonly Hit[]): Promise<Loaded[]> =>
  Promise.all(hits.map(async (hit) => ({ hit, page: await hit.data() })));

/**
 * Results in the other languages, if the page's language has few or guessed results; without pages that were already
 * found.
 *
 * @param own address of the search page in the page's language
 */
export async function otherAnswers(
  question: string,
  { hits, sure, literal }: Answer,
  box: Box,
  own: string,
): Promise<OtherAnswer[]> {
  if (sure && hits.length >= few) return [];
  const shown = new Set((await load(hits.slice(0, resultsPerPage))).map(({ page }) => bare(page.url, own)));
  const answers = await Promise.all(
    box.others.map(async (language) => {
      const engine = await otherEngine(language.code);
      // Guesses in another language only if there is nothing better.
      const understood = understand(question, engine.vocabulary, hits.length === 0 && !literal);
      if (understood.partial) return [];
      // Pagefind stems by the rules of the page's language, which may cut off too little or too much.
      const queries = [...understood.queries, ...understood.queries.map((asked) => stemmed(asked, engine.vocabulary))];
      const answered = await ask(engine, { ...understood, queries });
      const { top } = await first(answered.hits, understood.corrected ?? question, engine.vocabulary.endings);
      const found = top.filter(({ page }) => !shown.has(bare(page.url, language.search)));
      if (found.length === 0 || answered.some) return [];
      const count = found.length < Math.min(resultsPerPage, answered.hits.length) ? found.length : answered.hits.length;
      return [{ language, count, shown: understood.corrected ?? question, found: found.slice(0, offered) }];
    }),
  );
  return answers.flat();
}

/** An address without its language prefix. */
const bare = (url: string, search: string): string => {
  const root = search.replace(/search\/$/, '');
  return url.startsWith(root) ? url.slice(root.length - 1) : url;
};
