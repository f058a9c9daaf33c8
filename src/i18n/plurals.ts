import type { InterfaceWord } from '../model/schema/interface-words.ts';
import { localeOf } from './locale.ts';
import type { PageContext } from './page-context.ts';

/**
 * A word in each plural form of its language, for scripts: browsers have plural rules but no ICU messages.
 *
 * @param key    the placeholder that is counted; it stays in the text as `{key}`
 * @param values the other placeholders
 */
export function pluralForms(
  page: PageContext,
  word: InterfaceWord,
  key: string,
  values: Record<string, string> = {},
): Record<string, string> {
  const locale = localeOf(page.lang);
  const rules = new Intl.PluralRules(locale);
  const forms: Record<string, string> = {};
  for (const form of rules.resolvedOptions().pluralCategories) {
    const example = [...Array(201).keys()].slice(1).find((count) => rules.select(count) === form);
    if (example === undefined) continue;
    const shown = new Intl.NumberFormat(locale).format(example);
    forms[form] = page.t(word, { ...values, [key]: example }).replace(shown, `{${key}}`);
  }
  return forms;
}
