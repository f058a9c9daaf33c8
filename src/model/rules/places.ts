import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { geoContains, geoDistance } from 'd3-geo';
import type { Feature, MultiPolygon, Polygon, Position } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import type { Facts } from '../schema/kinds.ts';
import type { Location } from '../schema/values.ts';
import { originals, type RuleContext } from './context.ts';

type Country = Feature<Polygon | MultiPolygon>;

/** Borders are drawn at 1:50 million, and cities lie at shores; nearer than this a point may count as inside. */
const toleranceKm = 40;
const earthRadiusKm = 6371;

let kept: Map<string, Country[]> | undefined;

/** Countries by ISO 3166-1 alpha-2, from Natural Earth; its numbers are those of UN M49, which CLDR translates. */
function countries(): Map<string, Country[]> {
  if (kept) return kept;
  const file = createRequire(import.meta.url).resolve('world-atlas/countries-50m.json');
  const world = JSON.parse(readFileSync(file, 'utf8')) as Topology<{ countries: GeometryCollection }>;
  kept = new Map();
  for (const country of feature(world, world.objects.countries).features as Country[]) {
    const code = country.id === undefined ? undefined : new Intl.Locale(`und-${country.id}`).region;
    if (code) kept.set(code, [...(kept.get(code) ?? []), country]);
  }
  return kept;
}

/**
 * Does a place lie in a country, or at its shore or border?
 * True as well for a country that is too small to be drawn.
 */
export function liesIn({ lat, lon }: Location, code: string): boolean {
  const shapes = countries().get(code);
  if (!shapes) return true;
  const point: [number, number] = [lon, lat];
  return (
    shapes.some((shape) => geoContains(shape, point)) ||
    shapes.some((shape) => distanceToBorder(shape, point) <= toleranceKm)
  );
}

/** Kilometres to the nearest corner of a border: corners are a few kilometres apart at this scale. */
function distanceToBorder({ geometry }: Country, point: [number, number]): number {
  const rings: Position[][] = geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat();
  let nearest = Infinity;
  for (const ring of rings)
    for (const corner of ring) nearest = Math.min(nearest, geoDistance(point, corner as [number, number]));
  return nearest * earthRadiusKm;
}

/** Coordinates outside the country that is named beside them. */
export function places(context: RuleContext): void {
  for (const { entry, file } of originals(context)) {
    const facts = entry.facts as Partial<Facts<'past-hosts'> & Facts<'venues'>>;
    const check = (path: PropertyKey[], location: Location | undefined, country: string | undefined) => {
      if (location && country && !liesIn(location, country))
        context.error(
          file.file,
          file.lineOf(path),
          path.map((key) => (typeof key === 'number' ? key + 1 : String(key))).join('.'),
          `${location.lat}, ${location.lon} lies outside ${country}; correct the coordinates or the country (are lat and lon swapped?)`,
        );
    };
    const city = context.edition.entries['host-cities'].find(({ slug }) => slug === facts.city);
    check(['location'], facts.location, facts.country ?? (entry.kind === 'venues' ? city?.facts.country : undefined));
    facts.with?.forEach((host, index) => check(['with', index, 'location'], host.location, host.country));
  }
  for (const { name, country, lat, lon, line } of context.edition.cities)
    if (!liesIn({ lat, lon }, country))
      context.error(
        'member-cities.csv',
        line,
        'lat',
        `${name} at ${lat}, ${lon} lies outside ${country}; correct the coordinates or the country`,
      );
}
