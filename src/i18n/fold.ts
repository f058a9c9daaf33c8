/** Folds spelling (case, accents, ligatures), so that search matches what readers type on any keyboard. */

/** Letters without a Unicode decomposition (UnicodeData.txt), and what readers type instead. */
const letters: Record<string, string> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ħ: 'h',
  ŧ: 't',
  ŋ: 'n',
  ı: 'i',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  // Final sigma.
  ς: 'σ',
  // Arabic: final yeh and final heh each have two forms in use; tatweel only stretches a word.
  ى: 'ي',
  ة: 'ه',
  ـ: '',
};
const letter = new RegExp(`[${Object.keys(letters).join('')}]`, 'gu');

/** Lower case without accents and vowel marks, as in the search index. */
export const plain = (text: string): string => text.toLowerCase().normalize('NFD').replace(mark, '');

/** Combining marks, except those of kana, which make a different letter: か isn't が. */
const mark = /(?![\u3099\u309a])\p{M}/gu;

/** Like `plain`, and also replaces letters like ł and ß, ligatures and full-width letters. */
export const fold = (text: string): string =>
  plain(text.normalize('NFKC')).replace(letter, (found) => letters[found] ?? '');

/** The words of a text, unfolded, with the combining marks of decomposed letters; see also word-splitting.ts. */
export const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu) ?? [];

/** The beginning of `word` that matches `folded`, or undefined: `start('młody', 'mlo')` is `mło`. */
export function start(word: string, folded: string): string | undefined {
  let begun = '';
  for (const sign of word) {
    if (fold(begun).length >= folded.length) break;
    begun += sign;
  }
  return fold(begun).startsWith(folded) ? begun : undefined;
}
