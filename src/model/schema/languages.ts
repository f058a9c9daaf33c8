/** Language codes: BCP 47 (RFC 5646) with a language, a script, a region and variants, in their canonical form. */

export const languageCode = /^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?(-([a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*$/;

const named = (type: 'language' | 'script' | 'region') => new Intl.DisplayNames('en', { type, fallback: 'none' });
const names = { language: named('language'), script: named('script'), region: named('region') };

/** `kr` is Kanuri in ISO 639-1, but it is usually a mistake for Korean; Kanuri also has another code. */
const mistaken: Readonly<Record<string, string>> = { kr: 'ko' };

/** Is a language written from right to left, according to Unicode CLDR? */
export function isRightToLeft(code: string): boolean {
  try {
    return (
      (new Intl.Locale(code) as Intl.Locale & { getTextInfo(): { direction: string } }).getTextInfo().direction ===
      'rtl'
    );
  } catch {
    return false;
  }
}

/** What is wrong with a language code, with the right one if it can be guessed; undefined if it is valid. */
export function languageProblem(code: string): string | undefined {
  const canonical = canonicalCode(code);
  if (canonical === undefined) return `"${code}" must be a language code like en, pl or pt-BR`;
  const { language, script, region } = new Intl.Locale(canonical);
  const suggestion = mistaken[language] ?? (isLanguage(language) ? undefined : languageOfCountry(language));
  if (suggestion !== undefined)
    return `"${code}" is the code of a country, not of a language; did you mean "${suggestion}"?`;
  if (!isLanguage(language)) return `there is no language "${language}"; write an ISO 639 code like en, pl or pt-BR`;
  if (script !== undefined && names.script.of(script) === undefined)
    return `there is no script "${script}" (ISO 15924); correct "${code}" or write "${language}"`;
  if (region !== undefined && names.region.of(region) === undefined)
    return `there is no country or region "${region}"; correct "${code}" or write "${language}"`;
  if (canonical !== code) return `"${code}" isn't how this language code is written; did you mean "${canonical}"?`;
  return languageCode.test(code) ? undefined : `"${code}" must be a language code like en, pl or pt-BR`;
}

/** The form that browsers and search engines expect: `pt-BR` for `pt_br`, `he` for `iw`. */
function canonicalCode(code: string): string | undefined {
  try {
    const [canonical] = Intl.getCanonicalLocales(code.trim().replaceAll('_', '-'));
    return canonical;
  } catch {
    return undefined;
  }
}

/** CLDR names all languages with two-letter codes, but not all of the several thousand with three-letter codes. */
const isLanguage = (language: string): boolean =>
  names.language.of(language) !== undefined || /^(?!q[a-t])[a-z]{3}$/.test(language);

/** The main language of a country by its code: `cs` for `cz`. */
function languageOfCountry(code: string): string | undefined {
  const region = code.toUpperCase();
  if (!/^[A-Z]{2}$/.test(region) || region === 'XX' || names.region.of(region) === undefined) return undefined;
  return new Intl.Locale(`und-${region}`).maximize().language;
}
