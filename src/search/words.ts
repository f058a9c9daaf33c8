import type { Page } from '../i18n/page.ts';
import { pluralForms } from '../i18n/plurals.ts';

/** The words that the search box needs in the browser; `{count}` and `{query}` stay to be filled in. */
export const searchWords = (page: Page): { results: Record<string, string>; none: string; failed: string } => ({
  results: pluralForms(page, 'search.results', 'count', { query: '{query}' }),
  none: page.t('search.none', { query: '{query}' }),
  failed: page.t('search.failed'),
});
