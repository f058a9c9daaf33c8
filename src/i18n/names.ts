import { localeOf, perLanguage } from './locale.ts';

const countries = perLanguage((lang) => new Intl.DisplayNames([localeOf(lang)], { type: 'region' }));

/** A country's name in a language, from Unicode CLDR. @param code ISO 3166-1 alpha-2 */
export const countryName = (lang: string, code: string): string => countries(lang).of(code) ?? code;

const languages = perLanguage((lang) => new Intl.DisplayNames([localeOf(lang)], { type: 'language' }));

/** A language's name in a given language. @param code BCP 47 */
export const languageName = (lang: string, code: string): string => languages(lang).of(code) ?? code;

const lists = perLanguage((lang) => new Intl.ListFormat(localeOf(lang), { type: 'conjunction' }));

/** "One and Two", "One et Two". */
export const listOf = (lang: string, items: readonly string[]): string => lists(lang).format(items);

/** Comma and space; Arabic script, Chinese and Japanese have their own comma. */
export const comma = (lang: string): string => commas[new Intl.Locale(lang).maximize().script ?? ''] ?? ', ';

const commas: Record<string, string> = { Arab: '، ', Aran: '، ', Hans: '，', Hant: '，', Jpan: '、' };

const numbers = perLanguage((lang) => new Intl.NumberFormat(localeOf(lang)));

export const numberIn = (lang: string, value: number): string => numbers(lang).format(value);

/** The number of a meeting: Roman numerals, except in languages whose scripts don't use them. */
export function meetingNumber(lang: string, value: number): string {
  const script = new Intl.Locale(lang).maximize().script ?? '';
  return ['Latn', 'Cyrl', 'Grek'].includes(script) ? roman(value) : numberIn(lang, value);
}

/** @param value an integer from 1 to 3999 */
function roman(value: number): string {
  const signs: [number, string][] = [
    [1000, 'M'],
    [900, 'CM'],
    [500, 'D'],
    [400, 'CD'],
    [100, 'C'],
    [90, 'XC'],
    [50, 'L'],
    [40, 'XL'],
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ];
  let rest = value;
  let numeral = '';
  for (const [amount, sign] of signs)
    while (rest >= amount) {
      numeral += sign;
      rest -= amount;
    }
  return numeral;
}
