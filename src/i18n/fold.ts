/**
 * Spelling without its marks, so that what readers type on any keyboard meets what stands in the texts. Used at build
 * time and in the browser.
 */

/** Letters that Unicode doesn't decompose (UnicodeData.txt), as keyboards that lack them write them. */
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
  // The last sigma of a word.
  ς: 'σ',
  // Arabic: writers mix the two forms of final yeh, and of final heh; the tatweel only stretches a word.
  ى: 'ي',
  ة: 'ه',
  ـ: '',
};
const letter = new RegExp(`[${Object.keys(letters).join('')}]`, 'gu');

/** Small letters without accents, points and vowel marks. This is as far as the index itself goes. */
export const plain = (text: string): string => text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');

/** As `plain`, and with letters like ł and ß written as l and ss, and ligatures and wide letters as usual ones. */
export const fold = (text: string): string =>
  plain(text.normalize('NFKC')).replace(letter, (found) => letters[found] ?? '');

/** Languages that don't part their words by spaces; the index parts them with the browser's own segmenter. */
const unspaced = /^(zh|ja|th)\b/;

/** The words of a text, as they stand in it. @param lang needed where words aren't parted by spaces */
export function wordsOf(text: string, lang = ''): string[] {
  // A point or a mark above a letter, when it isn't composed, belongs to the word.
  const words = text.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu) ?? [];
  if (!unspaced.test(lang)) return words;
  const segmenter = new Intl.Segmenter(lang, { granularity: 'word' });
  return words.flatMap((word) => [...segmenter.segment(word)].map(({ segment }) => segment));
}

/**
 * The beginning of `word` that says what `folded` says, or undefined where the word doesn't begin so:
 * `start('młody', 'mlo')` is `mło`.
 */
export function start(word: string, folded: string): string | undefined {
  let begun = '';
  for (const sign of word) {
    if (fold(begun).length >= folded.length) break;
    begun += sign;
  }
  return fold(begun).startsWith(folded) ? begun : undefined;
}
