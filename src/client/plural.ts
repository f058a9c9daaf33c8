/**
 * A word in the plural form for a number, with the number filled in.
 *
 * @param forms by plural category, from pluralForms (i18n/plurals.ts): `lang` is set if the word isn't in the page's
 * language
 * @param key   the placeholder for the number
 */
export function formatPlural(forms: Record<string, string>, count: number, key = 'count'): string {
  const lang = forms['lang'] ?? document.documentElement.lang;
  const form = forms[new Intl.PluralRules(lang).select(count)] ?? forms['other'] ?? '';
  return form.replace(`{${key}}`, new Intl.NumberFormat(lang).format(count));
}
