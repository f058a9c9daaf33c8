/**
 * The locale that numbers and dates of a language follow. English alone would mean American forms, month first;
 * this is a site for the whole world, so plain `en` follows British ones. `en-US` still means what it says.
 */
export const localeOf = (lang: string): string => (lang === 'en' ? 'en-GB' : lang);

/** Order of the alphabet in a language, digits by value. */
export function alphabet(lang: string): (a: string, b: string) => number {
  let order = orders.get(lang);
  if (!order) {
    order = new Intl.Collator(localeOf(lang), { numeric: true }).compare;
    orders.set(lang, order);
  }
  return order;
}

const orders = new Map<string, (a: string, b: string) => number>();
