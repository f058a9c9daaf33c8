/** The collections as JSON in one language, with the same keys as the content files. */
import { machineTime } from '../../calendar/dates-and-times.ts';
import { absoluteAddress } from '../../i18n/addresses.ts';
import type { PageContext } from '../../i18n/page-context.ts';
import { addressOfEntry } from '../../model/page-addresses.ts';
import { type Entry, localize } from '../../model/edition.ts';
import { documentFiles, documentType } from '../../views/documents.ts';
import { compare } from '../../model/problem.ts';
import type { Collection, Item } from './schemas.ts';

/** Path of a collection's JSON, without the language prefix. */
export const jsonAddress = (collection: Collection): string => `/data/${collection}.json`;
/** Path of a collection's schema, the same for all languages. */
export const schemaAddress = (collection: Collection): string => `/data/${collection}.schema.json`;

/** The content of a collection's JSON file. */
export function jsonFile(page: PageContext, collection: Collection): string {
  const { site } = page.edition;
  const file = {
    $schema: site.address + schemaAddress(collection),
    about: absoluteAddress(site, page.lang, '/data/'),
    licence: site.licence,
    language: page.lang,
    items: itemsOf(page, collection),
  };
  return `${JSON.stringify(file, null, 1)}\n`;
}

/** The items of a collection. Entries are sorted by slug. Unknown facts have no key. */
export function itemsOf(page: PageContext, collection: Collection): Item<Collection>[] {
  if (collection === 'member-cities') return memberCities(page);
  if (collection === 'sources')
    return Object.entries(page.edition.sources).map(([key, source]) => ({ key, ...source }));
  const entries: readonly Entry[] = page.edition.entries[collection];
  return [...entries].sort((a, b) => compare(a.slug, b.slug)).map((entry) => itemOf(page, entry));
}

const memberCities = (page: PageContext): Item<'member-cities'>[] =>
  page.edition.cities.map(({ name, names, country, field, since, lat, lon }) => ({
    name: names[page.lang] ?? name,
    country,
    field,
    since,
    location: { lat, lon },
  }));

function itemOf(page: PageContext, entry: Entry): Item<Collection> {
  const { site } = page.edition;
  const { words, lang } = localize(page.edition, entry, page.lang);
  const { title, summary, notice, theme, organisers, outcomes, aliases } = words;
  const { starts, ends, previously, date } = entry.facts as Partial<Record<string, string>>;
  const time = (moment: string | undefined) => moment && machineTime(moment, site.timeZone);
  const files = documentFiles(page.edition, entry).map(({ title: name, language, address, bytes }) => {
    return { title: name, language, url: site.address + address, type: documentType, bytes };
  });
  return {
    slug: entry.slug,
    url: absoluteAddress(site, page.lang, addressOfEntry(entry)),
    language: lang,
    title,
    summary,
    notice,
    theme,
    organisers,
    outcomes,
    aliases,
    ...entry.facts,
    starts: time(starts),
    ends: time(ends),
    previously: time(previously),
    date: time(date),
    documents: files.length > 0 ? files : undefined,
    // The cast is safe: a test validates all files.
  } as Item<Collection>;
}
