/** Places as GeoJSON (RFC 7946): WGS 84, longitude first. */
import type { Feature, FeatureCollection, GeoJsonProperties, Point } from 'geojson';
import { absoluteAddress } from '../../i18n/addresses.ts';
import { addressOfEntry } from '../../model/page-addresses.ts';
import type { Edition } from '../../model/edition.ts';
import { compare } from '../../model/problem.ts';
import { defaultLanguage } from '../../model/schema/site.ts';
import type { Location } from '../../model/schema/common-facts.ts';

function point({ lat, lon }: Location, properties: GeoJsonProperties): Feature<Point> {
  return { type: 'Feature', geometry: { type: 'Point', coordinates: [lon, lat] }, properties };
}

function collectionText({ site }: Edition, features: Feature<Point>[]): string {
  const collection: FeatureCollection<Point> & { licence: string | undefined } = {
    type: 'FeatureCollection',
    licence: site.licence,
    features,
  };
  return `${JSON.stringify(collection, null, 1)}\n`;
}

export const memberCitiesGeo = (edition: Edition): string =>
  collectionText(
    edition,
    edition.cities.map(({ lat, lon, name, names, country, field, since }) =>
      point({ lat, lon }, { name, names, country, field, since }),
    ),
  );

/** A point for each host of each meeting. Hosts of the same meeting share its slug and number. */
export function pastHostsGeo(edition: Edition): string {
  const { site, entries } = edition;
  const original = defaultLanguage(site).code;
  const features = entries['past-hosts']
    .toSorted((a, b) => a.facts.edition - b.facts.edition || compare(a.slug, b.slug))
    .flatMap((host) => {
      const { facts, slug } = host;
      const meeting = { slug, edition: facts.edition, year: facts.year, status: facts.status };
      const url = absoluteAddress(site, original, addressOfEntry(host));
      const title = host.translations[original]?.title;
      return [
        point(facts.location, {
          ...meeting,
          name: title,
          country: facts.country,
          field: facts.field,
          since: facts.since,
          url,
        }),
        ...(facts.with ?? []).map(({ location, ...city }) => point(location, { ...meeting, ...city, url })),
      ];
    });
  return collectionText(edition, features);
}
