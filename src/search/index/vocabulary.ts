import { compare } from '../../model/problem.ts';
import type { VocabularyFile } from '../shared/site-words.ts';
import { fold, plain, wordsOf } from '../../i18n/fold.ts';

/** A page as the vocabulary reads it. */
export interface PageText {
  /** Title and aliases. */
  names: string;
  text: string;
}

/**
 * The words of the pages of one language. Of spellings that the index takes for the same word, the commonest stands for all.
 * Words of one sign are left out: nobody looks for them, and nothing is like them.
 */
export function vocabularyOf(pages: readonly PageText[], lang: string): VocabularyFile {
  const spellings = new Map<string, Map<string, number>>();
  const names = new Set<string>();
  const pagesWith = new Map<string, number>();
  // The same words come again and again.
  const keys = new Map<string, string>();
  const keyOf = (word: string) => {
    let key = keys.get(word);
    if (key === undefined) keys.set(word, (key = plain(word)));
    return key;
  };
  const count = (word: string) => {
    const key = keyOf(word);
    let found = spellings.get(key);
    if (!found) spellings.set(key, (found = new Map<string, number>()));
    found.set(word, (found.get(word) ?? 0) + 1);
    return key;
  };
  for (const page of pages) {
    for (const word of wordsOf(page.names, lang)) names.add(count(word));
    const there = new Set(wordsOf(page.text, lang).map(count));
    for (const key of there) pagesWith.set(key, (pagesWith.get(key) ?? 0) + 1);
  }
  const commonest = (found: Map<string, number>) =>
    [...found].sort(([a, n], [b, m]) => m - n || compare(a, b))[0]?.[0] ?? '';
  const sorted = [...spellings]
    .filter(([key]) => [...key].length > 1)
    .map(([key, found]) => ({ key, found, folded: fold(key) }))
    .sort((a, b) => compare(a.folded, b.folded));
  const list = (wanted: boolean) =>
    sorted.flatMap(({ key, found }) => (names.has(key) === wanted ? [commonest(found)] : [])).join(' ');
  const small = [...pagesWith].filter(([key, count]) => isSmall(key) && count >= pages.length * nearlyEverywhere);
  return {
    names: list(true),
    words: list(false),
    small: [...new Set(small.map(([key]) => fold(key)))].sort(compare).join(' '),
    endings: endingsOf(sorted.map(({ folded }) => folded)).join(' '),
  };
}

/** The share of the pages of a language on which its articles and prepositions stand. */
const nearlyEverywhere = 0.25;
const isSmall = (word: string): boolean => /^(?!\p{Ideographic})\p{L}{1,3}$/u.test(word);

/** Shortest part of a word that can be the same in two of its forms, where endings are learned. */
const shortestStem = 4;
const longestEnding = 5;
/** How many stems must take an ending, and how many endings a stem must take, before both are believed. */
const enough = 3;

/**
 * The endings by which forms of the same word differ in this language, found by comparing the words: where `concert`,
 * `concerts` and `concerto` share their beginning, `s` and `o` are endings, if other words take them too. Knows no
 * grammar, so it serves languages as well that the index can't stem.
 *
 * @param words folded
 */
export function endingsOf(words: readonly string[]): string[] {
  const taken = new Map<string, Set<string>>();
  for (const word of words)
    for (let at = Math.max(shortestStem, word.length - longestEnding); at <= word.length; at++) {
      const stem = word.slice(0, at);
      taken.set(stem, (taken.get(stem) ?? new Set()).add(word.slice(at)));
    }
  const stems = new Map<string, number>();
  for (const endings of taken.values())
    if (endings.size >= enough) for (const ending of endings) stems.set(ending, (stems.get(ending) ?? 0) + 1);
  return [...stems]
    .filter(([ending, count]) => ending !== '' && count >= enough)
    .map(([ending]) => ending)
    .sort(compare);
}
