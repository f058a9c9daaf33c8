/**
 * The order of results, by Pagefind's score, the similarity of the title to the query, and the kind of page. Titles,
 * host cities and events rank above passing mentions.
 */
import type { Kind } from '../../model/schema/kinds.ts';
import { fold, wordsOf } from '../../i18n/fold.ts';
import { hasPhrase, joinWords, withoutArticles } from '../../i18n/word-splitting.ts';
import { commonStem } from './correct-query.ts';

/** Pagefind's ranking options (see "ranking" in its docs). Aliases count as much as the title. */
export const ranking = {
  metaWeights: { title: 8, aliases: 8, city: 1, kind: 1 },
  // Low, so that long pages aren't ranked lower.
  pageLength: 0.4,
  termFrequency: 0.8,
};

/** Weights of the kinds: how likely readers want such a page rather than another one with the same words. */
const weights: Partial<Record<Kind, number>> = {
  'host-cities': 1.6,
  meeting: 1.3,
  events: 1.3,
  fields: 1.3,
  sessions: 1.15,
  venues: 1.15,
  'past-hosts': 1.1,
};

export const kindWeight = (kind: string | undefined): number => weights[kind as Kind] ?? 1;

/**
 * The similarity of a name to a query: none; the name has all the words; it starts with the query; it is a single word
 * that starts with the query.
 */
const [far, within, begun, whole] = [1, 1.25, 1.5, 2];
/** The name equals the query; a little less for each letter in which the endings of its words differ. */
const same = 3;

/**
 * The similarity of a page's names to a query, from 1 (none) to 3 (equal). Between 2 and 3, some words have different
 * forms.
 *
 * @param names   title and aliases
 * @param endings of the language
 */
export function nearness(question: string, names: readonly string[], endings: ReadonlySet<string>): number {
  const asked = wordsOf(fold(withoutArticles(question)));
  if (asked.length === 0) return far;
  const near = (name: string) => {
    const words = wordsOf(fold(withoutArticles(name)));
    const off = asked
      .map((word, at) => lettersOff(word, words[at], endings))
      .reduce((sum, letters) => sum + letters, 0);
    if (asked.length === words.length && off < 10) return same - off / 20;
    const has = (part: string) =>
      words.some((word) => word.startsWith(part) || hasPhrase(word, part) || lettersOff(part, word, endings) < 10);
    if (!asked.every(has)) return far;
    if (words.length === 1) return whole;
    return words[0]?.startsWith(asked[0] ?? '') ? begun : within;
  };
  return Math.max(...names.map(near), far);
}

/** The number of letters in which two forms of a word differ; Infinity for different words. */
function lettersOff(a: string, b: string | undefined, endings: ReadonlySet<string>): number {
  if (a === b) return 0;
  const stem = b === undefined ? 0 : commonStem(a, b, endings);
  return stem === 0 ? Infinity : a.length + (b?.length ?? 0) - 2 * stem;
}

/** Title and aliases, which are separated by middle dots in the index (PageHead.astro). */
export const namesOf = (meta: Readonly<Record<string, string>>): string[] => [
  joinWords(meta['title'] ?? ''),
  ...joinWords(meta['aliases'] ?? '').split(' · '),
];
