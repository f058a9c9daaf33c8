/** The collections of open data. */
import type { Edition } from './edition.ts';
import { kinds, type Kind } from './schema/kinds.ts';

/** A collection of open data: a kind of content, the network's member cities or the bibliography. */
export type Collection = Kind | 'member-cities' | 'sources';

/** Collections that are also available as CSV and GeoJSON. */
export const tables = ['past-hosts', 'member-cities'] as const satisfies Collection[];
export type Table = (typeof tables)[number];
export const isTable = (collection: Collection): collection is Table =>
  (tables as readonly Collection[]).includes(collection);

/** The non-empty collections; the others have no files. */
export const filledCollections = (edition: Edition): Collection[] => [
  ...kinds.filter((kind) => edition.entries[kind].length > 0),
  ...(edition.cities.length > 0 ? (['member-cities'] as const) : []),
  ...(Object.keys(edition.sources).length > 0 ? (['sources'] as const) : []),
];
