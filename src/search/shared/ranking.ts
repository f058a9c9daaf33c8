/**
 * The order of results: what Pagefind thinks of a page, how near its title comes to the question, and what kind of page
 * it is. Titles, host cities and events go before passing mentions.
 */
import type { Kind } from '../../model/schema/kinds.ts';
import { fold, wordsOf } from '../../i18n/fold.ts';
import { commonStem } from './spelling.ts';

/** What matters in the index itself (Pagefind, docs/ranking). Other names of a page count as much as its title. */
export const ranking = {
  metaWeights: { title: 8, aliases: 8, city: 1 },
  // A long page about a thing is about it, too.
  pageLength: 0.4,
  termFrequency: 0.8,
};

/** How much more a page of a kind is likely to be meant than any other with the same words. */
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

/** How near a name comes to a question: not at all; it has all its words; it begins so; it is one word that begins so. */
const [far, within, begun, whole] = [1, 1.25, 1.5, 2];
/** It is the question. For each letter in which its words take other endings, a little less. */
const same = 3;

/**
 * How near the names of a page come to a question, from 1, which is any page, to 3: that is its name. More than 2 is its
 * name in another form of the words.
 *
 * @param names   title and other names
 * @param endings of the language
 */
export function nearness(question: string, names: readonly string[], endings: ReadonlySet<string>): number {
  const asked = wordsOf(fold(question));
  if (asked.length === 0) return far;
  const near = (name: string) => {
    const words = wordsOf(fold(name));
    const off = asked
      .map((word, at) => lettersOff(word, words[at], endings))
      .reduce((sum, letters) => sum + letters, 0);
    if (asked.length === words.length && off < 10) return same - off / 20;
    const has = (part: string) => words.some((word) => word.startsWith(part) || lettersOff(part, word, endings) < 10);
    if (!asked.every(has)) return far;
    if (words.length === 1) return whole;
    return words[0]?.startsWith(asked[0] ?? '') ? begun : within;
  };
  return Math.max(...names.map(near), far);
}

/** Letters in which two forms of a word differ; many, where they are two words. */
function lettersOff(a: string, b: string | undefined, endings: ReadonlySet<string>): number {
  if (a === b) return 0;
  const stem = b === undefined ? 0 : commonStem(a, b, endings);
  return stem === 0 ? Infinity : a.length + (b?.length ?? 0) - 2 * stem;
}

/** Title and other names, which stand parted by points in the index (PageHead.astro). */
export const namesOf = (meta: Readonly<Record<string, string>>): string[] => [
  meta['title'] ?? '',
  ...(meta['aliases']?.split(' · ') ?? []),
];
