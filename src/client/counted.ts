/**
 * The plural form for a number in the page's language, with the number filled in.
 *
 * @param forms by plural category, from pluralForms (i18n/plurals.ts)
 * @param key   the placeholder of the number
 */
export function counted(forms: Record<string, string>, count: number, key = 'count'): string {
  const { lang } = document.documentElement;
  const form = forms[new Intl.PluralRules(lang).select(count)] ?? forms['other'] ?? '';
  return form.replace(`{${key}}`, new Intl.NumberFormat(lang).format(count));
}
