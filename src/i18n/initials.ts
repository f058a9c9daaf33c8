/** The letters of the A–Z index. */
import { plain } from './fold.ts';
import { localeOf } from './locale.ts';

const latin = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ');

/**
 * The letter under which a title is listed: without its accent, unless the accented one is a separate letter.
 * Characters that aren't letters are grouped as in dictionaries of the language: Chinese by the first letter in pinyin,
 * Korean by the first consonant, kana by their row. Kanji have several readings, so they are one group.
 */
export function initial(title: string, lang: string): string {
  const first = /[\p{L}\p{N}]/u.exec(title.normalize('NFKC'))?.[0] ?? '#';
  if (/\p{N}/u.test(first)) return '0–9';
  if (/\p{Script=Han}/u.test(first)) return /^zh\b(?!.*Hant)/.test(lang) ? pinyinLetter(first) : '漢字';
  if (/\p{Script=Hangul}/u.test(first)) return consonant(first);
  if (/\p{Script=Hiragana}|\p{Script=Katakana}/u.test(first)) return kanaRow(first);
  // All forms of alif count as one letter.
  if (/\p{Script=Arabic}/u.test(first)) return plain(first);
  const upper = first.toLocaleUpperCase(localeOf(lang));
  // ł sorts with l in English, but is a separate letter in Polish (Unicode CLDR collation data).
  const { compare } = new Intl.Collator(localeOf(lang), { sensitivity: 'base' });
  const base = plain(first).toLocaleUpperCase(localeOf(lang));
  return [...latin, base].find((letter) => compare(letter, upper) === 0) ?? upper;
}

/** The first Chinese character of each letter in pinyin; no syllable begins with I, U or V. */
const firstOfLetter = Array.from('阿八嚓哒妸发旮哈讥咔垃妈拏噢妑七呥仨它穵夕丫帀');
const pinyinLetters = latin.filter((letter) => !'IUV'.includes(letter));
const pinyin = new Intl.Collator('zh-Hans-u-co-pinyin');

function pinyinLetter(character: string): string {
  const index = firstOfLetter.findLastIndex((first) => pinyin.compare(first, character) <= 0);
  return pinyinLetters[index] ?? '#';
}

/**
 * Syllables are listed by their first consonant (Unicode, 3.12 "Conjoining Jamo Behavior"); doubled consonants are
 * listed under the single one.
 */
const consonants = Array.from('ㄱㄱㄴㄷㄷㄹㅁㅂㅂㅅㅅㅇㅈㅈㅊㅋㅌㅍㅎ');
const consonant = (syllable: string): string =>
  consonants[Math.floor(((syllable.codePointAt(0) as number) - 0xac00) / 588)] ?? syllable;

/** The rows of the kana by their first letter. */
const rows = Array.from('あかさたなはまやらわ');
const kana = new Intl.Collator('ja', { sensitivity: 'base' });
const kanaRow = (letter: string): string => rows.findLast((row) => kana.compare(row, letter) <= 0) ?? letter;
