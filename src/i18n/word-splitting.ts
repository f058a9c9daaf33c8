/**
 * Splits words where Pagefind doesn't split them the way readers type them. Pages and queries are split alike.
 *
 * - Chinese, Japanese and Thai have no spaces between words, and Pagefind, Node.js and browsers split them differently.
 *   So each character counts as a word, and a query as a phrase of characters.
 * - In Arabic, the article and some prepositions are joined to the word. `الفوانيس` and `بالفوانيس`
 *   are split after the article, so that they match `فوانيس`.
 */

const characters = String.raw`(?:(?=[\p{L}\p{N}])[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}]\p{M}*)`;
const character = new RegExp(characters, 'gu');
const phrase = new RegExp(`${characters}+`, 'gu');

/** The position between a character of these scripts and any other letter. */
const boundary = new RegExp(`(?<=${characters})(?=[\\p{L}\\p{N}])|(?<=[\\p{L}\\p{N}\\p{M}])(?=${characters})`, 'gu');

const zeroWidthSpace = '\u200b';
/** A space with a word joiner before it, unlike the spaces in the text. */
const joinedSpace = '\u2060 ';

/** Languages without spaces between words. */
export const isUnspaced = (lang: string): boolean => /^(zh|ja|th|lo|km|my)\b/.test(lang);

/** Languages whose article is joined to the word. */
export const isArabic = (lang: string): boolean => /^ar\b/.test(lang);

/** The Arabic article at the beginning of a word, with the particles that may precede it. */
const article = /(?<!\p{L})([وف]?(?:[بك]?ال|لل))(?=\p{L}{2})/gu;

/**
 * A text for the index, with a marker wherever Pagefind should end a word.
 *
 * @param meta for metadata such as titles, in which Pagefind only ends words at spaces
 */
export function splitWords(text: string, lang: string, meta = false): string {
  const sign = meta ? joinedSpace : zeroWidthSpace;
  if (isUnspaced(lang)) return text.replace(boundary, sign);
  return isArabic(lang) ? text.replace(article, '$1-') : text;
}

/** The opposite of splitWords(). */
export const joinWords = (text: string): string =>
  text.replace(/\u200b|\u2060 ?/g, '').replace(/(?<!\p{L})([وف]?(?:[بك]?ال|لل))-(?=(?:<mark>)?\p{L})/gu, '$1');

/** An Arabic text without articles. */
export const withoutArticles = (text: string): string => text.replace(article, '');

/** The parts of a query in scripts without spaces, and the rest of the query. */
export function phrasesIn(question: string): { phrases: string[]; rest: string } {
  return { phrases: question.match(phrase) ?? [], rest: question.replace(phrase, ' ') };
}

/** A phrase of single characters, as a query for the index: `"灯 笼"`. */
export const asPhrase = (text: string): string => `"${(text.match(character) ?? []).join(' ')}"`;

/** The words of a text written without spaces, as the browser divides it; the text itself if the browser can't. */
export function segmentsOf(text: string, lang: string): string[] {
  // Firefox before 125.
  if (!('Segmenter' in Intl)) return [text];
  return [...new Intl.Segmenter(lang, { granularity: 'word' }).segment(text)].map(({ segment }) => segment);
}

/** Does a name contain this text, and is the text all in scripts without spaces? Other words match by prefix. */
export const hasPhrase = (name: string, text: string): boolean =>
  text.replace(phrase, '') === '' && name.includes(text);
