import { localAddress, servedAddress } from '../i18n/addresses.ts';
import { sectionTitle } from '../views/menu.ts';
import type { PageContext } from '../i18n/page-context.ts';
import { pluralForms } from '../i18n/plurals.ts';
import type { Entry } from '../model/edition.ts';
import { inOrder } from '../model/fields.ts';
import { type Kind, sectionOf } from '../model/schema/kinds.ts';

/** A sentence in each plural form of its language, by the form's name (Unicode CLDR); `{count}` stays to be filled in. */
export type Forms = Record<string, string>;

/** /search/box.json: what the search box says and offers, fetched with it so that no page carries it. */
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
  /** Shown before anything is asked. */
  start: { title: string; href: string; entries: { title: string; href: string; lang: string | undefined }[] }[];
  /** The other languages of the site, and where they are searched. */
  others: { code: string; name: string; dir: string | undefined; search: string }[];
}

/** Kinds that a reader who doesn't know what there is can begin with, and how many of each. */
const startingPoints: [Kind, number][] = [
  ['host-cities', 6],
  ['events', 5],
  ['fields', 8],
];

/** What the search box of a language says and offers. `{query}` and `{count}` are filled in by the browser. */
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
    start: startingPoints.flatMap(([kind, most]) => {
      const all: Entry[] = kind === 'fields' ? inOrder(edition.entries.fields) : edition.entries[kind];
      const entries = all.slice(0, most).map(page.ref);
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
