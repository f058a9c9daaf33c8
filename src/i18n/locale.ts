/**
 * The locale for numbers and dates in a language. Plain `en` would give American dates, month first, so it is treated
 * as `en-GB`; plain `pt`, which means Brazilian Portuguese in Unicode, as `pt-PT`. `en-US` and `pt-BR` are unchanged.
 */
export const localeOf = (lang: string): string => regions[lang] ?? lang;

const regions: Record<string, string> = { en: 'en-GB', pt: 'pt-PT' };

/** Compares texts in a language's alphabetical order, and numbers by value. */
export function alphabet(lang: string): (a: string, b: string) => number {
  let order = orders.get(lang);
  if (!order) {
    order = new Intl.Collator(localeOf(lang), { numeric: true }).compare;
    orders.set(lang, order);
  }
  return order;
}

const orders = new Map<string, (a: string, b: string) => number>();
