/** From a question to results, in the page's language and, where that has few, in the others. */
import type { Box } from '../../search/box.ts';
import { facetNames, type Facet, type PageRow } from '../../search/shared/site-words.ts';
import { kindWeight, namesOf, nearness } from '../../search/shared/ranking.ts';
import { stemmed, understand, type Understood } from '../../search/shared/spelling.ts';
import { engineOf, otherEngine, type Engine, type Found, type Result } from './engine.ts';

export interface Hit extends Result {
  /** Slugs of what the page is about. */
  about: Record<Facet, string[]>;
  /** Names of its kind and cities. */
  label: string;
  /** Set where the page's words are in another language. */
  lang: string | undefined;
}

export interface Answer {
  hits: Hit[];
  /** What was searched, in words of the site where the question's were mended. */
  shown: string;
  mended: boolean;
  /** True where no page has all of the words. */
  some: boolean;
  /** True where nothing of the question had to be guessed. */
  sure: boolean;
  /** True where nothing may be guessed. */
  literal: boolean;
  facets: Engine['words']['facets'];
  endings: ReadonlySet<string>;
}

/** A hit with what the index keeps of its page. */
export interface Loaded {
  hit: Hit;
  page: Found;
}

export type Other = Box['others'][number];
export interface OtherAnswer {
  language: Other;
  /** All that were found, and the first of them. */
  count: number;
  shown: string;
  found: Loaded[];
}

/** With fewer results than this, the other languages are asked too. */
const few = 3;
/** Offered of each other language. */
const offered = 3;
/** Results that are compared by their titles, and shown at once. */
export const atOnce = 8;

/** @param literal true where the reader wants just what was typed */
export async function answer(question: string, lang: string, literal: boolean): Promise<Answer> {
  const engine = await engineOf(lang);
  const { words, vocabulary } = engine;
  const understood = understand(question, vocabulary, !literal);
  const { mended, sure } = understood;
  const asks = words.stems ? understood.asks : understood.asks.map((asked) => stemmed(asked, vocabulary));
  const { hits, some } = await ask(engine, { ...understood, asks });
  const { endings } = vocabulary;
  return {
    hits,
    shown: mended ?? question,
    mended: mended !== undefined,
    some,
    sure,
    literal,
    facets: words.facets,
    endings,
  };
}

async function ask(engine: Engine, { asks, partial }: Understood): Promise<{ hits: Hit[]; some: boolean }> {
  let results = best(await Promise.all(asks.map(engine.ask)));
  let some = partial && results.length > 0;
  const words = asks[0]?.split(' ') ?? [];
  if (results.length === 0 && words.length > 1 && !asks[0]?.startsWith('"')) {
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

const at = (values: [string, string][], places: PageRow[0] = []) => places.map((place) => values[place]?.[1] ?? '');
const byScore = (a: { score: number }, b: { score: number }) => b.score - a.score;

/** Results of several spellings of one question: each page once, as good as its best. */
function best(lists: Result[][]): Result[] {
  const pages = new Map<string, Result>();
  for (const result of lists.flat()) {
    const known = pages.get(result.id);
    if (!known || known.score < result.score) pages.set(result.id, result);
  }
  return [...pages.values()];
}

/** Results of several words: each page once, the better the more of the words it has. */
function sum(lists: Result[][]): Result[] {
  const pages = new Map<string, Result & { words: number }>();
  for (const result of lists.flat()) {
    const { score = 0, words = 0 } = pages.get(result.id) ?? {};
    pages.set(result.id, { ...result, score: score + result.score, words: words + 1 });
  }
  return [...pages.values()].map((page) => ({ ...page, score: page.score * page.words }));
}

/**
 * The first hits with their pages, those whose names come nearest to the question first.
 *
 * @param endings of the language that the hits are in
 * @returns `named`: true where the first is what the question names
 */
export async function first(
  hits: readonly Hit[],
  question: string,
  endings: ReadonlySet<string>,
): Promise<{ top: Loaded[]; named: boolean }> {
  const loaded = await load(hits.slice(0, atOnce));
  const near = ({ page }: Loaded) => nearness(question, namesOf(page.meta), endings);
  const sorted = loaded
    .map((one) => ({ one, near: near(one) }))
    .sort((a, b) => Math.max(b.near, 2) - Math.max(a.near, 2) || b.one.hit.score * b.near - a.one.hit.score * a.near);
  return { top: sorted.map(({ one }) => one), named: (sorted[0]?.near ?? 0) > 2 };
}

export const load = (hits: readonly Hit[]): Promise<Loaded[]> =>
  Promise.all(hits.map(async (hit) => ({ hit, page: await hit.data() })));

/**
 * What the other languages have, where the page's own has few answers or had to guess; not the pages that it found itself.
 *
 * @param own address of the page language's search, by which its pages are known
 */
export async function otherAnswers(
  question: string,
  { hits, sure, literal }: Answer,
  box: Box,
  own: string,
): Promise<OtherAnswer[]> {
  if (sure && hits.length >= few) return [];
  const shown = new Set((await load(hits.slice(0, atOnce))).map(({ page }) => bare(page.url, own)));
  const answers = await Promise.all(
    box.others.map(async (language) => {
      const engine = await otherEngine(language.code);
      // A guess in another language helps only where there is nothing better.
      const understood = understand(question, engine.vocabulary, hits.length === 0 && !literal);
      if (understood.partial) return [];
      // The stemmer of another language may leave an ending, or take too much.
      const asks = [...understood.asks, ...understood.asks.map((asked) => stemmed(asked, engine.vocabulary))];
      const answered = await ask(engine, { ...understood, asks });
      const { top } = await first(answered.hits, understood.mended ?? question, engine.vocabulary.endings);
      const found = top.filter(({ page }) => !shown.has(bare(page.url, language.search)));
      if (found.length === 0 || answered.some) return [];
      const count = found.length < Math.min(atOnce, answered.hits.length) ? found.length : answered.hits.length;
      return [{ language, count, shown: understood.mended ?? question, found: found.slice(0, offered) }];
    }),
  );
  return answers.flat();
}

/** An address without its language. */
const bare = (url: string, search: string): string => {
  const root = search.replace(/search\/$/, '');
  return url.startsWith(root) ? url.slice(root.length - 1) : url;
};
