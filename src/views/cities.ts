import { alphabet } from '../i18n/locale.ts';
import { countryName } from '../i18n/names.ts';
import type { PageContext } from '../i18n/page-context.ts';
import { memo } from '../model/memo.ts';
import type { Location } from '../model/schema/common-facts.ts';

export interface NamedCity {
  name: string;
  /** ISO 3166-1 alpha-2. */
  code: string;
  country: string;
  /** Slug of the field, and its name. */
  field: string;
  fieldName: string;
  /** Set if the field's name isn't in the page's language. */
  fieldLang: string | undefined;
  since: number;
  location: Location;
}

/** The network's cities with their names in the page's language, in alphabetical order. */
export const citiesIn = (page: PageContext): readonly NamedCity[] =>
  memo(page.edition, `cities in ${page.lang}`, () => makeCities(page));

function makeCities(page: PageContext): NamedCity[] {
  const order = alphabet(page.lang);
  const fields = new Map(page.edition.entries.fields.map((field) => [field.slug, page.ref(field)]));
  return page.edition.cities
    .map(({ name, names, country, field, since, lat, lon }) => ({
      name: names[page.lang] ?? name,
      code: country,
      country: countryName(page.lang, country),
      field,
      fieldName: fields.get(field)?.title ?? field,
      fieldLang: fields.get(field)?.lang,
      since,
      location: { lat, lon },
    }))
    .sort((a, b) => order(a.name, b.name) || order(a.country, b.country));
}

/**
 * The other cities in a place's country. The place is excluded by distance, because the table may spell it differently.
 */
export function citiesInCountry(
  page: PageContext,
  { country, location }: { country: string; location: Location },
): NamedCity[] {
  const isNear = (a: number, b: number) => Math.abs(a - b) < 0.2;
  return citiesIn(page).filter(
    (city) =>
      city.code === country && !(isNear(city.location.lat, location.lat) && isNear(city.location.lon, location.lon)),
  );
}
