/** Characters that are invisible or look like others, usually pasted from Word, Google Docs or chats. */

interface Confusable {
  name: string;
  /** What was probably meant; '' if it should be deleted. */
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
  '\ufffc': nothing('a placeholder for an embedded object'),
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

/** The text with characters that only look ordinary replaced by ordinary ones, as in `2027–06–12`. */
export const withPlainCharacters = (text: string): string =>
  text.replace(new RegExp(anyConfusable, 'gu'), (character) => confusables[character]?.plain ?? character);

/**
 * Characters that don't belong in any text: control, zero-width and private-use characters, and overrides of the
 * text direction. Zero-width spaces separate words in Thai, Lao, Khmer and Burmese; joiners shape Arabic and
 * Indic letters and emoji, but are accidental between Latin, Cyrillic and Greek ones.
 */
const hidden =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u2028-\u202e\u2060\ufeff\ufffc\ufffe\uffff\ue000-\uf8ff]|\p{Cs}|\u200b(?<![\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Mymr}].)|[\u200c\u200d](?<=(?:^|[\p{sc=Latin}\p{sc=Cyrillic}\p{sc=Greek}\d\s]).)/u;
const allHidden = new RegExp(hidden, 'gu');

/** The position of the first such character in a text, or -1. */
export const hiddenIndex = (text: string): number => text.search(hidden);

/** The text without such characters, which have already been reported. */
export const withoutHidden = (text: string): string => (hidden.test(text) ? text.replace(allHidden, '') : text);

/** Whether a text has no visible characters. */
export const isBlank = (text: string): boolean =>
  text.replace(/[\p{White_Space}\p{Default_Ignorable_Code_Point}\u2800]/gu, '') === '';

/** A character by its name and code: `a non-breaking space (U+00A0)`. */
export function nameCharacter(character: string): string {
  const code = (character.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, '0');
  const other = /\p{Cc}/u.test(character)
    ? 'a control character'
    : /\p{Co}/u.test(character)
      ? 'a private-use character'
      : 'an invisible character';
  return `${confusables[character]?.name ?? other} (U+${code})`;
}

/**
 * Describes the character at a position in a text, with its place and what to do:
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
export const confusableIndex = (text: string): number => text.search(anyConfusable);

/** Is an entire text in typographic quotation marks, as in `“Summer concert”`? */
export function isInCurlyQuotes(text: string): boolean {
  const [, first = '', inside = '', last = ''] = /^([“”„‟«»‘’‚‛‹›])(.*)([“”„‟«»‘’‚‛‹›])$/su.exec(text.trim()) ?? [];
  return first !== '' && !inside.includes(first) && !inside.includes(last);
}

/**
 * The text with composed letters: `ó` as one character, however it was typed (Unicode NFC). Characters without
 * combining marks are unchanged, because NFC would replace some ideographs in names.
 */
export const composed = (text: string): string =>
  /[\p{M}\u1100-\u11ff]/u.test(text)
    ? text.replace(/[\u1100-\u11ff]+|\P{M}\p{M}+/gu, (sequence) => sequence.normalize('NFC'))
    : text;

/** East Asian characters, which are twice as wide as Latin ones (UAX #11). */
const wide = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Bopomofo}\u3000-\u303f\uff01-\uff60]/u;

/** The length of a text in characters (Unicode code points); East Asian ones count double. */
export const displayWidth = (value: string): number =>
  Array.from(value).reduce((sum, character) => sum + (wide.test(character) ? 2 : 1), 0);
