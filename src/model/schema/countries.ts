/** Countries in the content: ISO 3166-1 codes of two capital letters. */

/** Names come with Node's ICU data (CLDR). */
const countryNames = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
/** Codes that CLDR names but ISO 3166-1 doesn't assign: groupings, reserved and private codes. */
const notCountries = ['EU', 'EZ', 'UN', 'QO', 'XA', 'XB', 'XK', 'ZZ', 'AC', 'CP', 'CQ', 'DG', 'EA', 'IC', 'TA'];
export function isCountry(code: string): boolean {
  if (!/^[A-Z]{2}$/.test(code) || notCountries.includes(code)) return false;
  // CLDR also names retired codes, but their canonical form differs.
  return countryNames.of(code) !== undefined && new Intl.Locale(`und-${code}`).region === code;
}
/** Common mistakes, and the ISO codes that are meant. */
export const commonCountryMistakes: Record<string, string> = {
  UK: 'GB',
  EN: 'GB',
  EL: 'GR',
  SP: 'ES',
  SZ: 'CH',
  JA: 'JP',
  KOR: 'KR',
};

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.split('');

/** The codes of all countries, sorted. */
export const countryCodes: readonly string[] = letters
  .flatMap((first) => letters.map((second) => first + second))
  .filter(isCountry);

/** A country's English name. */
export const countryName = (code: string): string => countryNames.of(code) ?? code;
