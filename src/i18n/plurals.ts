import type { InterfaceWord } from '../model/schema/interface-words.ts';
import { localeOf } from './locale.ts';
import type { PageContext } from './page-context.ts';

/**
 * A word in each plural form of its language, for scripts: browsers have plural rules but no ICU messages. The language
 * is given in `lang` if it isn't the page's.
 *
 * @param key    the placeholder for the count, which stays in the text as `{key}`
 * @param values the other placeholders
 */
export function pluralForms(
  page: PageContext,
  word: InterfaceWord,
  key: string,
  values: Record<string, string> = {},
): Record<string, string> {
  const borrowed = page.foreign(word);
  const locale = localeOf(borrowed ?? page.lang);
  const rules = new Intl.PluralRules(locale);
  const numbers = new Intl.NumberFormat(locale);
  const gaps = Object.fromEntries(Object.keys(values).map((name) => [name, `{${name}}`]));
  // Browsers treat `pt` as Brazilian Portuguese.
  const other = borrowed ?? (page.lang === 'pt' ? locale : undefined);
  const forms: Record<string, string> = other === undefined ? {} : { lang: other };
  for (const form of rules.resolvedOptions().pluralCategories) {
    const example = [...Array(201).keys()].slice(1).find((count) => rules.select(count) === form);
    if (example === undefined) continue;
    // The other values are filled in last, because they may contain digits.
    const text = page.t(word, { ...gaps, [key]: example }).replace(numbers.format(example), `{${key}}`);
    forms[form] = text.replace(/\{(\w+)\}/g, (gap, name: string) => values[name] ?? gap);
  }
  return forms;
}
