import type { City, GeoCoordinates, Place, PostalAddress } from 'schema-dts';
import { entryOf } from '../../model/items.ts';
import type { PageContext } from '../../i18n/page-context.ts';
import { type Entry, localize } from '../../model/edition.ts';
import type { Location } from '../../model/schema/common-facts.ts';
import { oneOrMany, idOf, refTo, urlOf } from './ids.ts';
import { addressOfEntry } from '../../model/page-addresses.ts';

const geo = ({ lat, lon }: Location): GeoCoordinates => ({ '@type': 'GeoCoordinates', latitude: lat, longitude: lon });

const address = (country: string | undefined, locality?: string, street?: string): PostalAddress => ({
  '@type': 'PostalAddress',
  streetAddress: street,
  addressLocality: locality,
  addressCountry: country,
});

/** A host city, for its own page and for events in it. @param complete true to include all facts on its page */
export function hostCity(page: PageContext, city: Entry<'host-cities'>, complete = false): City {
  const { words } = localize(page.edition, city, page.lang);
  return {
    '@type': 'City',
    '@id': idOf(page, addressOfEntry(city), 'place'),
    name: words.title,
    url: urlOf(page, city),
    address: address(city.facts.country, words.title),
    ...(complete && {
      description: words.summary,
      alternateName: oneOrMany(words.aliases),
      geo: geo(city.facts.location),
      sameAs: city.facts.website,
    }),
  };
}

/** A venue. @param complete true to include all facts on its page */
export function venuePlace(page: PageContext, venue: Entry<'venues'>, complete = false): Place {
  const { words } = localize(page.edition, venue, page.lang);
  const city = entryOf(page.edition, 'host-cities', venue.facts.city);
  return {
    '@type': 'Place',
    '@id': idOf(page, addressOfEntry(venue), 'place'),
    name: words.title,
    url: urlOf(page, venue),
    address: address(
      city?.facts.country,
      city && localize(page.edition, city, page.lang).words.title,
      venue.facts.address,
    ),
    ...(complete && {
      description: words.summary,
      alternateName: oneOrMany(words.aliases),
      geo: geo(venue.facts.location),
      sameAs: venue.facts.website,
      containedInPlace: city && refTo(page, city, 'place'),
    }),
  };
}

/** The cities of another meeting: the host (its page's title is the name and the year), and further hosts. */
export function pastPlaces(page: PageContext, host: Entry<'past-hosts'>): Place[] {
  const { facts } = host;
  const name = localize(page.edition, host, page.lang).words.title.replace(
    new RegExp(`[\\s,(–-]*${facts.year}\\)?$`, 'u'),
    '',
  );
  return [{ name, country: facts.country, location: facts.location }, ...(facts.with ?? [])].map((city) => ({
    '@type': 'City',
    name: city.name,
    address: address(city.country, city.name),
    geo: geo(city.location),
  }));
}
