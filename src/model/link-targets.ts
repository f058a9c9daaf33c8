/** Targets for links in the content, besides pages: the other files of the site, and the fragments of its pages. */
import { addressOfEntry } from './page-addresses.ts';
import { calendarsOf } from './calendars.ts';
import { filledCollections, isTable } from './data-collections.ts';
import type { Edition, Entry } from './edition.ts';
import { allItems, cityOf, daysOf } from './items.ts';
import { fieldsOfAppearance, peopleOf } from './people.ts';

/** Addresses of all files, without the language (docs/contract.md, section 2). */
export function fileAddresses(edition: Edition): string[] {
  const collections = filledCollections(edition);
  const original = edition.site.languages[0]?.code ?? '';
  return [
    ...calendarsOf(edition).keys(),
    ...collections.flatMap((collection) => [
      `/data/${collection}.json`,
      `/data/${collection}.schema.json`,
      ...(isTable(collection) ? [`/data/${collection}.csv`, `/data/${collection}.geojson`] : []),
    ]),
    ...(Object.values(edition.entries).flat() as Entry[])
      .filter(({ translations }) => translations[original]?.extension === 'md')
      .map((entry) => `${addressOfEntry(entry)}index.md`),
    ...(edition.entries.news.length > 0 ? ['/news.xml'] : []),
    '/llms.txt',
    '/manifest.webmanifest',
    '/opensearch.xml',
    '/robots.txt',
    '/sitemap-index.xml',
    '/icon.svg',
  ];
}

/** Ids of headings and lists that pages have in addition to those of their texts. */
const headingIds: Record<string, readonly string[]> = {
  '/about/': ['reports', 'transfers'],
  '/host-cities/': ['transfers'],
  '/network/': ['by-country', 'by-field', 'cities', 'growth', 'sources'],
  '/search/': ['index'],
};

/** The fragments of a page that don't come from its text. @param entry the entry that the page shows */
export function fragmentsOf(edition: Edition, address: string, entry?: Entry): string[] {
  if (address === '/sources/') return Object.keys(edition.sources);
  if (address === '/programme/') return programmeFragments(edition);
  if (address === '/people/') return peopleFragments(edition);
  const hasSources = entry !== undefined && 'sources' in entry.facts && address !== '/';
  return [...(headingIds[address] ?? []), ...(hasSources ? ['sources'] : [])];
}

function programmeFragments(edition: Edition): string[] {
  const items = allItems(edition);
  const days = new Set(items.flatMap(daysOf));
  const cities = new Set(items.flatMap((item) => cityOf(edition, item)?.slug ?? []));
  const fields = new Set(items.flatMap(({ facts }) => facts.fields ?? []));
  return [
    ...[...days].flatMap((day) => [`d${day}`, `day-${day}`]),
    ...[...cities].map((city) => `city-${city}`),
    'audience-public',
    'audience-delegates',
    ...[...fields].map((field) => `field-${field}`),
  ];
}

function peopleFragments(edition: Edition): string[] {
  const appearances = peopleOf(edition).flatMap((person) => person.appearances);
  return [
    ...new Set(appearances.map(({ of }) => `event-${of.slug}`)),
    ...new Set(appearances.flatMap(fieldsOfAppearance).map((field) => `field-${field}`)),
  ];
}
