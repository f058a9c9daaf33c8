import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { geoContains, geoDistance } from 'd3-geo';
import type { Feature, MultiPolygon, Polygon, Position } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import type { Facts } from '../schema/kinds.ts';
import type { Location } from '../schema/common-facts.ts';
import { originals, type RuleContext } from './helpers/context.ts';

type Country = Feature<Polygon | MultiPolygon>;

/** The borders are simplified (1:50 million) and many cities are on the coast, so points this near count as inside. */
const toleranceKm = 40;
const earthRadiusKm = 6371;

let countriesByCode: Map<string, Country[]> | undefined;

/** Countries by ISO 3166-1 alpha-2, from Natural Earth. Its ids are UN M49 numbers, which Intl.Locale translates. */
function countries(): Map<string, Country[]> {
  if (countriesByCode) return countriesByCode;
  const file = createRequire(import.meta.url).resolve('world-atlas/countries-50m.json');
  const world = JSON.parse(readFileSync(file, 'utf8')) as Topology<{ countries: GeometryCollection }>;
  const byCode = new Map<string, Country[]>();
  for (const country of feature(world, world.objects.countries).features as Country[]) {
    const code = country.id === undefined ? undefined : new Intl.Locale(`und-${country.id}`).region;
    if (code) byCode.set(code, [...(byCode.get(code) ?? []), country]);
  }
  countriesByCode = byCode;
  return byCode;
}

/**
 * Is a place in a country, or near its coast or border?
 * Also true for countries that are too small to be on the map.
 */
export function isInCountry({ lat, lon }: Location, code: string): boolean {
  const shapes = countries().get(code);
  if (!shapes) return true;
  const point: [number, number] = [lon, lat];
  return (
    shapes.some((shape) => geoContains(shape, point)) ||
    shapes.some((shape) => distanceToBorder(shape, point) <= toleranceKm)
  );
}

/** Kilometres to the nearest vertex of a border; vertices are a few kilometres apart at this scale. */
function distanceToBorder({ geometry }: Country, point: [number, number]): number {
  const rings: Position[][] = geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat();
  let nearest = Infinity;
  for (const ring of rings)
    for (const corner of ring) nearest = Math.min(nearest, geoDistance(point, corner as [number, number]));
  return nearest * earthRadiusKm;
}

/** Reports coordinates outside their country. */
export function checkPlaces(context: RuleContext): void {
  for (const { entry, file } of originals(context)) {
    const facts = entry.facts as Partial<Facts<'past-hosts'> & Facts<'venues'>>;
    const check = (path: PropertyKey[], location: Location | undefined, country: string | undefined) => {
      if (location && country && !isInCountry(location, country))
        context.error(
          file.file,
          file.lineOf(path),
          path.map((key) => (typeof key === 'number' ? key + 1 : String(key))).join('.'),
          `${location.lat}, ${location.lon} is outside ${country}; correct the coordinates or the country (are lat and lon swapped?)`,
        );
    };
    const city = context.edition.entries['host-cities'].find(({ slug }) => slug === facts.city);
    check(['location'], facts.location, facts.country ?? (entry.kind === 'venues' ? city?.facts.country : undefined));
    facts.with?.forEach((host, index) => check(['with', index, 'location'], host.location, host.country));
  }
  for (const { name, country, lat, lon, line } of context.edition.cities)
    if (!isInCountry({ lat, lon }, country))
      context.error(
        'member-cities.csv',
        line,
        'lat',
        `${name} at ${lat}, ${lon} is outside ${country}; correct the coordinates or the country`,
      );
}
