/** Characters that can't be seen, or that are easily taken for others: accidents of pasting from Word, Google Docs and chats. */

interface Confusable {
  name: string;
  /** What was probably meant; '' where it should be deleted. */
  plain: string;
}

const space = (name: string): Confusable => ({ name, plain: ' ' });
const nothing = (name: string): Confusable => ({ name, plain: '' });
const dash = (name: string): Confusable => ({ name, plain: '-' });
const quotes = '“”„‟«»‘’‚‛‹›';

const confusables: Readonly<Record<string, Confusable>> = {
  '\u00a0': space('a non-breaking space'),
  '\u2007': space('a figure space'),
  '\u2009': space('a thin space'),
  '\u202f': space('a narrow non-breaking space'),
  '\u3000': space('an ideographic space'),
  '\u00ad': nothing('a soft hyphen'),
  '\u200b': nothing('a zero-width space'),
  '\u200c': nothing('a zero-width non-joiner'),
  '\u200d': nothing('a zero-width joiner'),
  '\u200e': nothing('a left-to-right mark'),
  '\u200f': nothing('a right-to-left mark'),
  '\u2028': nothing('a line separator'),
  '\u2029': nothing('a paragraph separator'),
  '\u2060': nothing('a word joiner'),
  '\ufeff': nothing('a byte order mark'),
  '\ufffc': nothing('the placeholder of an embedded object'),
  '\u2010': dash('a typographic hyphen'),
  '\u2011': dash('a non-breaking hyphen'),
  '\u2012': dash('a figure dash'),
  '\u2013': dash('an en dash'),
  '\u2014': dash('an em dash'),
  '\u2212': dash('a minus sign'),
  '\uff1a': { name: 'a full-width colon', plain: ':' },
  ...Object.fromEntries(Array.from(quotes, (quote) => [quote, nothing('a curly quote')])),
};

const anyConfusable = new RegExp(`[${Object.keys(confusables).join('')}]`, 'u');

/** The text with ordinary characters for those that only look ordinary, as in `2027–06–12`. */
export const withPlainCharacters = (text: string): string =>
  text.replace(new RegExp(anyConfusable, 'gu'), (character) => confusables[character]?.plain ?? character);

/**
 * Characters that have no place in any text: control characters, zero-width characters, overrides of the writing direction,
 * private use. Zero-width spaces separate words in Thai, Lao, Khmer and Burmese; joiners shape Arabic and Indic letters and
 * emoji, and are accidents between Latin, Cyrillic and Greek ones.
 */
const hidden =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u2028-\u202e\u2060\ufeff\ufffc\ufffe\uffff\ue000-\uf8ff]|\p{Cs}|\u200b(?<![\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Mymr}].)|[\u200c\u200d](?<=(?:^|[\p{sc=Latin}\p{sc=Cyrillic}\p{sc=Greek}\d\s]).)/u;
const allHidden = new RegExp(hidden, 'gu');

/** The position of the first character of a text that has no place in it, or -1. */
export const hiddenIn = (text: string): number => text.search(hidden);

/** The text without such characters; they are reported before. */
export const withoutHidden = (text: string): string => (hidden.test(text) ? text.replace(allHidden, '') : text);

/** True for a text without any visible character. */
export const isBlank = (text: string): boolean =>
  text.replace(/[\p{White_Space}\p{Default_Ignorable_Code_Point}\u2800]/gu, '') === '';

/** A character by its name and code: `a non-breaking space (U+00A0)`. */
export function nameCharacter(character: string): string {
  const code = (character.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, '0');
  const other = /\p{Cc}/u.test(character)
    ? 'a control character'
    : /\p{Co}/u.test(character)
      ? 'a character that only one font has'
      : 'an invisible character';
  return `${confusables[character]?.name ?? other} (U+${code})`;
}

/**
 * Names the character at a position of a text, its place and what to do:
 * `there is a non-breaking space (U+00A0) after "2027-06-12"; write an ordinary space`.
 */
export function describeCharacter(text: string, index: number): string {
  const character = String.fromCodePoint(text.codePointAt(index) as number);
  const before = withoutHidden(text.slice(0, index)).trim().split('\n').at(-1) ?? '';
  const place = before === '' ? 'at the beginning' : `after "${Array.from(before).slice(-20).join('')}"`;
  const plain = confusables[character]?.plain ?? '';
  const remedies: Record<string, string> = { '': 'delete it', ' ': 'write an ordinary space' };
  return `there is ${nameCharacter(character)} ${place}; ${remedies[plain] ?? `write ${plain} instead`}`;
}

/** The position of the first character that only looks ordinary, or -1. */
export const confusableIn = (text: string): number => text.search(anyConfusable);

/** Is a whole text between typographic quotation marks, as in `“Summer concert”`? */
export function isInCurlyQuotes(text: string): boolean {
  const [, first = '', inside = '', last = ''] = /^([“”„‟«»‘’‚‛‹›])(.*)([“”„‟«»‘’‚‛‹›])$/su.exec(text.trim()) ?? [];
  return first !== '' && !inside.includes(first) && !inside.includes(last);
}

/**
 * The text with composed letters: `ó` as one character, however it was typed (Unicode NFC). Characters without combining
 * marks stay as they are, as NFC would replace some ideographs of names.
 */
export const composed = (text: string): string =>
  /[\p{M}\u1100-\u11ff]/u.test(text)
    ? text.replace(/[\u1100-\u11ff]+|\P{M}\p{M}+/gu, (sequence) => sequence.normalize('NFC'))
    : text;

/** East Asian characters, which are twice as wide as Latin ones (UAX #11). */
const wide = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Bopomofo}\u3000-\u303f\uff01-\uff60]/u;

/** The length of a text in characters (Unicode code points), in which East Asian ones count double. */
export const displayWidth = (value: string): number =>
  Array.from(value).reduce((sum, character) => sum + (wide.test(character) ? 2 : 1), 0);
