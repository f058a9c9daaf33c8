/**
 * An edition: the checked content of a content folder. Facts are stored once, words per language; a missing translation
 * falls back to the default language.
 */
import type { Facts, Kind, Words } from './schema/kinds.ts';
import { defaultLanguage, type Language, type Site } from './schema/site.ts';
import type { Sources } from './schema/sources.ts';

/** A row of member-cities.csv: a city of the network at the time of the meeting. */
export interface City {
  /** The name in every language that has none in `names`. */
  name: string;
  /** Names by language code, where they differ. */
  names: Record<string, string>;
  /** ISO 3166-1 alpha-2. */
  country: string;
  /** Slug of its creative field. */
  field: string;
  since: number;
  /** WGS84 degrees. */
  lat: number;
  lon: number;
  /** Its line in the table. */
  line: number;
}

/** The words of one file, with its text. */
export interface Translation extends Words {
  lang: string;
  body: string;
  /** Line of the file on which the body begins. */
  bodyLine: number;
  /** Path relative to the content folder. */
  file: string;
  /** MDX is compiled by Astro, Markdown by src/markdown/. */
  extension: 'md' | 'mdx';
}

interface EntryOf<K extends Kind> {
  kind: K;
  slug: string;
  facts: Facts<K>;
  /** By language code. The default language is always present. */
  translations: Record<string, Translation>;
}

/** The content of a page: facts and words per language. For several kinds, the union. */
export type Entry<K extends Kind = Kind> = { [P in K]: EntryOf<P> }[K];

/** An entry's words as a page in `lang` shows them. */
export interface Localized {
  words: Translation;
  /** The language that the words are in. */
  lang: string;
  /** True when there is no translation in the page's language. */
  fallback: boolean;
}

export interface Edition {
  site: Site;
  sources: Sources;
  /** New addresses by old address. */
  redirects: Record<string, string>;
  cities: City[];
  /** Interface words by language, the kit's and the edition's, flat: `search.button` → ICU message. */
  interface: Record<string, Record<string, string>>;
  /** Languages with a file of interface words in the edition; the others use the kit's unchanged. */
  ownWords: string[];
  entries: { [K in Kind]: Entry<K>[] };
}

/** The entry's words in `lang`, or in the default language if there is no translation. */
export function localize(edition: Edition, entry: Entry, lang: string): Localized {
  const translation = entry.translations[lang];
  if (translation) return { words: translation, lang, fallback: false };
  const original = defaultLanguage(edition.site).code;
  return { words: entry.translations[original] as Translation, lang: original, fallback: true };
}

/** Languages with a translation of the entry, in the order of site.yaml. */
export const translatedLanguages = (edition: Edition, entry: Entry): Language[] =>
  edition.site.languages.filter(({ code }) => Object.hasOwn(entry.translations, code));
