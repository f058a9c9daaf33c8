/** The files in /data/, and their descriptions for the data page. */
import { absoluteAddress, servedAddress } from '../../i18n/addresses.ts';
import type { PageContext } from '../../i18n/page-context.ts';
import type { Edition } from '../../model/edition.ts';
import { filledCollections, isTable, type Table } from '../../model/data-collections.ts';
import { jsonAddress, itemsOf, schemaAddress } from './files.ts';
import { memberCitiesGeo, pastHostsGeo } from './geo.ts';
import { jsonSchema, type Collection } from './schemas.ts';
import { memberCitiesCsv, memberCityColumns, pastHostColumns, pastHostsCsv } from './tables.ts';

/** The functions that write the files of each table. */
const written = {
  'past-hosts': { csv: pastHostsCsv, geojson: pastHostsGeo, columns: pastHostColumns },
  'member-cities': { csv: memberCitiesCsv, geojson: memberCitiesGeo, columns: memberCityColumns },
} as const satisfies Record<Table, unknown>;

/** Files that are the same in all languages, by their name under /data/. */
export function sharedFiles(edition: Edition): Map<string, string> {
  const files = new Map<string, string>();
  for (const collection of filledCollections(edition)) {
    const id = edition.site.address + schemaAddress(collection);
    files.set(`${collection}.schema.json`, `${JSON.stringify(jsonSchema(collection, id), null, 1)}\n`);
    if (!isTable(collection)) continue;
    files.set(`${collection}.csv`, written[collection].csv(edition));
    files.set(`${collection}.geojson`, written[collection].geojson(edition));
  }
  return files;
}

export interface DataFile {
  /** The format's name, which isn't translated. */
  format: 'JSON' | 'CSV' | 'GeoJSON';
  /** Media type. */
  type: string;
  href: string;
  /** Absolute: it starts with the site's address. */
  url: string;
}

export interface DataSet {
  collection: Collection;
  entries: number;
  files: DataFile[];
  schema: string;
}

/** The collections that are also tables, with their columns. */
export const dataTables = ({ edition }: PageContext): { table: Table; columns: string[] }[] =>
  filledCollections(edition)
    .filter(isTable)
    .map((table) => ({ table, columns: written[table].columns(edition) }));

/** The list of collections on the data page. */
export const dataSets = (page: PageContext): DataSet[] => {
  const { site } = page.edition;
  const sharedFile = (address: string) => ({ href: servedAddress(address), url: site.address + address });
  return filledCollections(page.edition).map((collection) => {
    const table = isTable(collection);
    return {
      collection,
      entries: itemsOf(page, collection).length,
      files: [
        {
          format: 'JSON',
          type: 'application/json',
          href: page.link(jsonAddress(collection)),
          url: absoluteAddress(site, page.lang, jsonAddress(collection)),
        },
        ...(table
          ? ([
              { format: 'CSV', type: 'text/csv', ...sharedFile(`/data/${collection}.csv`) },
              { format: 'GeoJSON', type: 'application/geo+json', ...sharedFile(`/data/${collection}.geojson`) },
            ] as const)
          : []),
      ],
      schema: servedAddress(schemaAddress(collection)),
    };
  });
};

export interface Example {
  /** Its key in the interface words. */
  name: 'meetings' | 'cities';
  /** JavaScript; the value of its last line is the answer. */
  code: string;
  answer: string;
}

/** Example programs that use the data, with their results. A test runs them. */
export function examples(page: PageContext): Example[] {
  const { site, entries, cities } = page.edition;
  const all: Example[] = [];
  const held = entries['past-hosts'].filter(({ facts }) => facts.status === 'held');
  if (held.length > 0)
    all.push({
      name: 'meetings',
      code: [
        `const file = await fetch('${absoluteAddress(site, page.lang, jsonAddress('past-hosts'))}');`,
        'const { items } = await file.json();',
        "items.filter(({ status }) => status === 'held').length;",
      ].join('\n'),
      answer: String(held.length),
    });
  const field = entries['host-cities'][0]?.facts.field ?? '';
  if (cities.length > 0)
    all.push({
      name: 'cities',
      code: [
        `const file = await fetch('${site.address}/data/member-cities.geojson');`,
        'const { features } = await file.json();',
        `features.filter(({ properties }) => properties.field === '${field}').length;`,
      ].join('\n'),
      answer: String(cities.filter((city) => city.field === field).length),
    });
  return all;
}
