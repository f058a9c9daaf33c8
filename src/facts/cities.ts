import { alphabet } from '../i18n/locale.ts';
import { countryName } from '../i18n/names.ts';
import type { Page } from '../i18n/page.ts';

export interface NamedCity {
  name: string;
  country: string;
  /** Slug of the field, and its name. */
  field: string;
  fieldName: string;
  /** Set where the field's name isn't in the page's language. */
  fieldLang: string | undefined;
  since: number;
}

/** The network's cities under their names in the page's language, in its alphabet. */
export function citiesIn(page: Page): NamedCity[] {
  const order = alphabet(page.lang);
  const fields = new Map(page.edition.entries.fields.map((field) => [field.slug, page.ref(field)]));
  return page.edition.cities
    .map(({ name, names, country, field, since }) => ({
      name: names[page.lang] ?? name,
      country: countryName(page.lang, country),
      field,
      fieldName: fields.get(field)?.title ?? field,
      fieldLang: fields.get(field)?.lang,
      since,
    }))
    .sort((a, b) => order(a.name, b.name) || order(a.country, b.country));
}
