/** Coastlines and borders from Natural Earth (public domain), via world-atlas, each read once. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { geoContains, type GeoPermissibleObjects } from 'd3-geo';
import type { Geometry, MultiLineString, Polygon } from 'geojson';
import { feature, mesh } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import type { Location } from '../model/schema/common-facts.ts';

/** The scales of the data: for continents, and for the surroundings of a city. */
export type Detail = '50m' | '10m';

const require = createRequire(import.meta.url);
const cache = new Map<string, unknown>();

function once<T>(name: string, make: () => T): T {
  if (!cache.has(name)) cache.set(name, make());
  return cache.get(name) as T;
}

type Atlas = Topology<{ land: GeometryCollection; countries: GeometryCollection }>;
const atlas = (detail: Detail) =>
  once(
    `countries-${detail}`,
    () => JSON.parse(readFileSync(require.resolve(`world-atlas/countries-${detail}.json`), 'utf8')) as Atlas,
  );

/** All land. */
export const land = (detail: Detail): GeoPermissibleObjects =>
  once(`land-${detail}`, () => feature(atlas(detail), atlas(detail).objects.land));

/** Borders, without coasts. */
export const borders = (detail: Detail): MultiLineString =>
  once(`borders-${detail}`, () => mesh(atlas(detail), atlas(detail).objects.countries, (one, other) => one !== other));

/**
 * The part of a country around a place: the mainland or an island, without overseas territories.
 *
 * @returns undefined if the place is outside the coarse coastline
 */
export function mainland({ lat, lon }: Location): Polygon | undefined {
  for (const polygon of polygons()) if (geoContains(polygon, [lon, lat])) return polygon;
  return undefined;
}

const polygons = () =>
  once('polygons', () =>
    feature(atlas('50m'), atlas('50m').objects.countries).features.flatMap(({ geometry }) => parts(geometry)),
  );

function parts(geometry: Geometry): Polygon[] {
  if (geometry.type === 'Polygon') return [geometry];
  if (geometry.type === 'MultiPolygon')
    return geometry.coordinates.map((coordinates) => ({ type: 'Polygon', coordinates }));
  return [];
}
