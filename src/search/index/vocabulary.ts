import { compare } from '../../model/problem.ts';
import type { VocabularyFile } from '../shared/site-words.ts';
import { fold, plain, wordsOf } from '../../i18n/fold.ts';
import { splitWords } from '../../i18n/word-splitting.ts';

/** A page's texts. */
export interface PageText {
  /** Title and aliases. */
  names: string;
  text: string;
}

/**
 * The words of the pages in one language. If several spellings are the same word for the index, the most common one is
 * listed. Words of one character are left out.
 */
export function vocabularyOf(pages: readonly PageText[], lang: string): VocabularyFile {
  const spellings = new Map<string, Map<string, number>>();
  const names = new Set<string>();
  const pagesWith = new Map<string, number>();
  // Memoised, because most words occur many times.
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
    for (const word of wordsOf(splitWords(page.names, lang))) names.add(count(word));
    const there = new Set(wordsOf(splitWords(page.text, lang)).map(count));
    for (const key of there) pagesWith.set(key, (pagesWith.get(key) ?? 0) + 1);
  }
  const commonest = (found: Map<string, number>) =>
    [...found].sort(([a, n], [b, m]) => m - n || compare(a, b))[0]?.[0] ?? '';
  const sorted = [...spellings]
    .filter(([key]) => Array.from(key).length > 1)
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

/** Short words on at least this share of the pages are stop words, such as articles and prepositions. */
const nearlyEverywhere = 0.25;
const isSmall = (word: string): boolean => /^(?!\p{Ideographic})\p{L}{1,3}$/u.test(word);

/** Shortest stem that two forms of a word can share, for learning endings. */
const minStemLength = 4;
const maxEndingLength = 5;
/** The minimum number of stems for an ending, and of endings for a stem. */
const enough = 3;

/**
 * The endings of word forms in this language, learned from the words: `concert`, `concerts` and `concerto`
 * share a stem, so `s` and `o` are endings if other words have them too. This needs no grammar, so it also works for
 * languages that the index can't stem.
 *
 * @param words folded
 */
export function endingsOf(words: readonly string[]): string[] {
  const taken = new Map<string, Set<string>>();
  for (const word of words)
    for (let at = Math.max(minStemLength, word.length - maxEndingLength); at <= word.length; at++) {
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
