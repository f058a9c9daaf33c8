import { localAddress } from '../../i18n/addresses.ts';
import { cityOf } from '../../model/items.ts';
import { fieldsOfAppearance, personOf } from '../../model/people.ts';
import { pageContext, type PageContext } from '../../i18n/page-context.ts';
import { pagesOf } from '../../model/page-addresses.ts';
import type { Edition, Entry } from '../../model/edition.ts';
import { inOrder } from '../../model/fields.ts';
import type { Kind } from '../../model/schema/kinds.ts';
import type { Facet, FacetValues, PageRow } from '../shared/site-words.ts';

export interface PageTable {
  facets: FacetValues;
  /** By the address of the page as in the index: with its language, without the site's base. */
  rows: Map<string, PageRow>;
}

/** The facets of each page in a language, for filtering and ranking. */
export function pageTable(edition: Edition, lang: string): PageTable {
  const page = pageContext(edition, lang, '/');
  const { entries } = edition;
  const pages = [...pagesOf(entries)];
  const kinds = [...new Set(pages.map(([, entry]) => entry?.kind ?? 'pages'))];
  const facets: FacetValues = {
    type: kinds.map((kind) => [kind, page.t(`kinds.${kind}`)]),
    city: named(page, entries['host-cities']),
    field: named(page, inOrder(entries.fields)),
  };
  const places = (facet: Facet, slugs: readonly (string | undefined)[]) =>
    [...new Set(slugs)].map((slug) => facets[facet].findIndex(([known]) => known === slug)).filter((at) => at >= 0);
  const rows = pages.map(([address, entry]): [string, PageRow] => {
    const about: [number[], number[], number[]] = [
      places('type', [entry?.kind ?? ('pages' satisfies Kind)]),
      places('city', entry ? citiesOf(edition, entry) : []),
      places('field', entry ? fieldsOf(edition, entry) : []),
    ];
    const localized = entry && page.localize(entry);
    return [localAddress(edition.site, lang, address), localized?.fallback ? [...about, localized.lang] : about];
  });
  return { facets, rows: new Map(rows) };
}

const named = (page: PageContext, entries: Entry[]): [string, string][] =>
  entries.map((entry) => [entry.slug, page.ref(entry).title]);

/** Slugs of the host cities that an entry is about. */
export function citiesOf(edition: Edition, entry: Entry): (string | undefined)[] {
  if (entry.kind === 'host-cities') return [entry.slug];
  if (entry.kind === 'meeting') return entry.facts.hosts;
  if (entry.kind === 'venues') return [entry.facts.city];
  if (entry.kind === 'people')
    return (personOf(edition, entry)?.appearances ?? []).flatMap(({ of }) => citiesOf(edition, of));
  if (entry.kind === 'events' || entry.kind === 'sessions') return [cityOf(edition, entry)?.slug];
  return [];
}

/** Slugs of the creative fields that an entry is about. */
export function fieldsOf(edition: Edition, entry: Entry): (string | undefined)[] {
  if (entry.kind === 'fields') return [entry.slug];
  if (entry.kind === 'people') return personOf(edition, entry)?.appearances.flatMap(fieldsOfAppearance) ?? [];
  if (entry.kind === 'host-cities') return [entry.facts.field];
  if (entry.kind === 'past-hosts') return [entry.facts, ...(entry.facts.with ?? [])].map(({ field }) => field);
  if (entry.kind === 'events' || entry.kind === 'sessions') return entry.facts.fields ?? [];
  return [];
}
