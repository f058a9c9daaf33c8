/**
 * The locale for numbers and dates in a language. Plain `en` would give American dates, month first, so it is treated
 * as `en-GB`; plain `pt`, which means Brazilian Portuguese in Unicode, as `pt-PT`. `en-US` and `pt-BR` are unchanged.
 */
export const localeOf = (lang: string): string => regions[lang] ?? lang;

const regions: Record<string, string> = { en: 'en-GB', pt: 'pt-PT' };

/** Makes something once for each language, such as a formatter, which takes longer to make than to use. */
export function perLanguage<T>(make: (lang: string) => T): (lang: string) => T {
  const made = new Map<string, T>();
  return (lang) => {
    if (!made.has(lang)) made.set(lang, make(lang));
    return made.get(lang) as T;
  };
}

/** Compares texts in a language's alphabetical order, and numbers by value. */
export const alphabet = perLanguage((lang) => new Intl.Collator(localeOf(lang), { numeric: true }).compare);
