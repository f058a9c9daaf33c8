import type { Page } from '../i18n/page.ts';
import { localeOf } from '../i18n/locale.ts';

/**
 * The words that the search box needs in the browser, with the plural worked out ahead: the browser has plural rules
 * but no ICU messages. `{count}` and `{query}` stay to be filled in.
 */
export function searchWords(page: Page): { results: Record<string, string>; none: string; failed: string } {
  const rules = new Intl.PluralRules(localeOf(page.lang));
  const results: Record<string, string> = {};
  for (const form of rules.resolvedOptions().pluralCategories) {
    const example = [...Array(201).keys()].slice(1).find((count) => rules.select(count) === form);
    if (example === undefined) continue;
    const shown = new Intl.NumberFormat(localeOf(page.lang)).format(example);
    results[form] = page.t('search.results', { count: example, query: '{query}' }).replace(shown, '{count}');
  }
  return { results, none: page.t('search.none', { query: '{query}' }), failed: page.t('search.failed') };
}
