import { localAddress, servedAddress } from '../i18n/addresses.ts';
import { sectionTitle } from '../views/menu.ts';
import type { PageContext } from '../i18n/page-context.ts';
import { pluralForms } from '../i18n/plurals.ts';
import type { Entry } from '../model/edition.ts';
import { inOrder } from '../model/fields.ts';
import { type Kind, sectionOf } from '../model/schema/kinds.ts';

/** A text in each plural form of its language, by category (Unicode CLDR), with the placeholder `{count}`. */
export type Forms = Record<string, string>;

/** /search/box.json: the words and starting points of the search box, loaded when it opens. */
export interface Box {
  words: {
    results: Forms;
    more: Forms;
    elsewhere: Forms;
    none: string;
    instead: string;
    some: string;
    begin: string;
    start: string;
    keys: string;
    type: string;
    city: string;
    field: string;
    all: string;
    unfilter: string;
    index: string;
  };
  /** Starting points, shown while there is no query. */
  start: { title: string; href: string; entries: { title: string; href: string; lang: string | undefined }[] }[];
  /** The other languages of the site, with the addresses of their search pages. */
  others: { code: string; name: string; dir: string | undefined; search: string }[];
}

/** The kinds that are starting points, with the maximum number of entries of each. */
const startingPoints: [Kind, number][] = [
  ['host-cities', 6],
  ['events', 5],
  ['fields', 8],
];

/** The search box of a language. The browser fills in `{query}`, `{count}` and `{language}`. */
export function boxOf(page: PageContext): Box {
  const { edition, t } = page;
  const query = '{query}';
  return {
    words: {
      results: pluralForms(page, 'search.results', 'count', { query }),
      more: pluralForms(page, 'search.more', 'count'),
      elsewhere: pluralForms(page, 'search.elsewhere', 'count', { language: '{language}' }),
      none: t('search.none', { query }),
      instead: t('search.instead', { query }),
      some: t('search.some'),
      begin: t('search.begin'),
      start: t('search.start'),
      keys: t('search.keys'),
      type: t('search.type'),
      city: t('facts.city'),
      field: t('facts.fields', { count: 1 }),
      all: t('search.all'),
      unfilter: t('search.unfilter'),
      index: t('search.index'),
    },
    start: startingPoints.flatMap(([kind, max]) => {
      const all: Entry[] = kind === 'fields' ? inOrder(edition.entries.fields) : edition.entries[kind];
      const entries = all.slice(0, max).map(page.ref);
      const section = sectionOf[kind];
      return entries.length === 0
        ? []
        : [{ title: sectionTitle(page, section), href: page.link(`/${section}/`), entries }];
    }),
    others: edition.site.languages
      .filter(({ code }) => code !== page.lang)
      .map(({ code, name, dir }) => ({
        code,
        name,
        dir,
        search: servedAddress(localAddress(edition.site, code, '/search/')),
      })),
  };
}
