/**
 * Tables as CSV (RFC 4180) in UTF-8 with a byte order mark, which spreadsheet programs need to detect the encoding.
 * Other programs can use the JSON.
 */
import { absoluteAddress } from '../../i18n/addresses.ts';
import { addressOfEntry } from '../../model/page-addresses.ts';
import type { Edition } from '../../model/edition.ts';
import { compare } from '../../model/problem.ts';
import { defaultLanguage } from '../../model/schema/site.ts';

type Row = Record<string, string | number | readonly string[] | undefined>;

/** A table with a header row. @param columns in order; missing values are empty */
export function csv(columns: readonly string[], rows: readonly Row[]): string {
  const cell = (value: Row[string]) => {
    // Spreadsheet programs evaluate text that begins with these characters unless an apostrophe precedes it (OWASP, CSV
    // injection).
    const text =
      typeof value === 'string' ? value.replace(/^[=+\-@\t\r]/, "'$&") : value === undefined ? '' : String(value);
    return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  const lines = [columns, ...rows.map((row) => columns.map((column) => row[column]))];
  return `\ufeff${lines.map((line) => `${line.map(cell).join(',')}\r\n`).join('')}`;
}

/** The codes of all languages but the default, each of which has its own column. */
const others = ({ site }: Edition) => site.languages.slice(1).map(({ code }) => code);

/** The same columns as in the content file, so that the exported file can be used as content. */
export const memberCityColumns = (edition: Edition): string[] => [
  'name',
  'country',
  'field',
  'since',
  'lat',
  'lon',
  ...others(edition).map((code) => `name:${code}`),
];

export const memberCitiesCsv = (edition: Edition): string =>
  csv(
    memberCityColumns(edition),
    edition.cities.map(({ names, name, country, field, since, lat, lon }) => ({
      name,
      country,
      field,
      since,
      lat,
      lon,
      ...Object.fromEntries(others(edition).map((code) => [`name:${code}`, names[code]])),
    })),
  );

export const pastHostColumns = (edition: Edition): string[] => [
  'slug',
  'title',
  'edition',
  'year',
  'starts',
  'ends',
  'status',
  'country',
  'field',
  'since',
  'lat',
  'lon',
  'with',
  'delegates',
  'cities',
  'countries',
  'mayors',
  'inferred',
  'unknown',
  'url',
  ...others(edition).map((code) => `title:${code}`),
];

/** Past hosts, one row per meeting; lists in a cell are separated by "; ". */
export function pastHostsCsv(edition: Edition): string {
  const { site, entries } = edition;
  const original = defaultLanguage(site).code;
  const rows = entries['past-hosts']
    .toSorted((a, b) => a.facts.edition - b.facts.edition || compare(a.slug, b.slug))
    .map((host) => {
      const { location, attendance, with: further, inferred, unknown, ...facts } = host.facts;
      return {
        slug: host.slug,
        title: host.translations[original]?.title,
        ...facts,
        ...location,
        ...attendance,
        with: further?.map(({ name }) => name).join('; '),
        inferred: inferred?.join('; '),
        unknown: unknown?.join('; '),
        url: absoluteAddress(site, original, addressOfEntry(host)),
        ...Object.fromEntries(others(edition).map((code) => [`title:${code}`, host.translations[code]?.title])),
      };
    });
  return csv(pastHostColumns(edition), rows);
}
