import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Edition } from '../../src/model/edition.ts';
import { readEntry } from '../../src/model/read/entries.ts';
import { readFolder } from '../../src/model/read/folder.ts';
import { readSourceKeys } from '../../src/model/read/settings-files.ts';
import type { EntryFile } from '../../src/model/files.ts';
import { kinds, reservedSlugs, type Kind } from '../../src/model/schema/kinds.ts';
import type { Site } from '../../src/model/schema/site.ts';
import { didYouMean } from '../../src/model/schema/did-you-mean.ts';
import { slugPattern } from '../../src/model/schema/slug.ts';
import { fold } from '../../src/i18n/fold.ts';
import { originalText, translationText, type Names } from './new-file-text.ts';
import { usageError } from './usage-error.ts';

const singular: Record<string, Kind> = {
  news: 'news',
  event: 'events',
  session: 'sessions',
  person: 'people',
  venue: 'venues',
  field: 'fields',
  page: 'pages',
  'host-city': 'host-cities',
  'past-host': 'past-hosts',
};

/** The kind with this name, in the singular or plural. */
export function kindNamed(name: string): Kind | undefined {
  return kinds.find((kind) => kind === name || kind === (Object.hasOwn(singular, name) && singular[name]));
}

/** All names that `npm run new` accepts. */
export const newNames: readonly string[] = ['edition', 'meeting', ...Object.keys(singular)];

export interface NewFile {
  /** Path from the content folder. */
  file: string;
  text: string;
}

export interface NewFileOptions {
  kind: Kind;
  /** `meeting` for the meeting, which has one file. */
  slug: string;
  /** The language of the file: the default language for an entry, another one for a translation. */
  lang: string;
}

/**
 * A new file of an edition, not yet written.
 *
 * @param dir     the content folder
 * @param site    its settings
 * @param edition the whole edition, if it can be read
 * @throws UsageError if it can't be created
 */
export function newFile(
  dir: string,
  site: Site,
  edition: Edition | undefined,
  { kind, slug, lang }: NewFileOptions,
): NewFile {
  const languages = site.languages.map(({ code }) => code);
  const original = languages[0] as string;
  if (!languages.includes(lang)) usageError(`"${lang}" isn't a language of site.yaml${didYouMean(lang, languages)}`);
  const { entries } = readFolder(dir, languages, () => undefined);
  const there = entries.filter((entry) => entry.kind === kind);
  checkSlug(kind, slug, languages);

  const path = (language: string, ending: string) =>
    `${kind === 'meeting' ? '' : `${kind}/`}${slug}.${language}.${ending}`;
  for (const ending of ['md', 'mdx'])
    if (existsSync(join(dir, path(lang, ending)))) usageError(`${path(lang, ending)} already exists; edit it instead`);

  if (lang === original) {
    const names: Names = {
      'host-cities': slugsOf(entries, 'host-cities'),
      venues: slugsOf(entries, 'venues'),
      fields: slugsOf(entries, 'fields'),
      people: slugsOf(entries, 'people'),
      sources: readSourceKeys(dir),
    };
    return { file: path(lang, 'md'), text: originalText(kind, { names, ...presetsOf(kind, slug, edition) }) };
  }
  const source =
    there.find((entry) => entry.slug === slug && entry.lang === original) ??
    usageError(
      `there is no ${path(original, 'md')} to translate${didYouMean(slug, slugsOf(there, kind)) || '; write the original first'}`,
    );
  const words =
    readEntry(dir, source, true, () => undefined)?.translation ??
    usageError(`${source.file} has errors, which \`npm run check\` lists; fix them first`);
  const nameOf = (code: string) => site.languages.find((language) => language.code === code)?.name ?? code;
  return {
    file: path(lang, source.extension),
    text: translationText(kind, words, nameOf(original), nameOf(lang)),
  };
}

const slugsOf = (entries: readonly EntryFile[], kind: Kind): string[] => [
  ...new Set(entries.filter((entry) => entry.kind === kind).map(({ slug }) => slug)),
];

function checkSlug(kind: Kind, slug: string, languages: readonly string[]): void {
  if (!slugPattern.test(slug)) {
    const better = fold(slug)
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '');
    usageError(
      `"${slug}" becomes part of the address; use lower-case letters a–z, digits and hyphens${better ? `, like ${better}` : ''}`,
    );
  }
  const taken = kind === 'pages' ? [...reservedSlugs, ...languages.map((code) => code.toLowerCase())] : ['index'];
  if (taken.includes(slug)) usageError(`the name "${slug}" is reserved; choose another`);
  if (kind === 'past-hosts' && !/-(19|20|21)\d\d$/.test(slug))
    usageError(`the slug of a past host must end in its year, like ${slug.replace(/-\d+$/, '')}-2030`);
}

/** Values and examples from the slug and the rest of the edition. */
function presetsOf(kind: Kind, slug: string, edition: Edition | undefined) {
  const day = edition?.entries.meeting[0]?.facts.starts.slice(0, 10);
  const year = slug.slice(-4);
  const venue = edition?.entries.venues[0];
  const at = { ...(venue ? { venue: venue.slug, city: venue.facts.city } : {}) };
  switch (kind) {
    case 'past-hosts':
      return { values: { year: Number(year) }, examples: { starts: `${year}-06-12`, ends: `${year}-06-15` } };
    case 'events':
    case 'sessions':
      return { examples: { ...at, ...(day ? { starts: `${day} 09:00`, ends: `${day} 11:00` } : {}) } };
    default:
      return {};
  }
}
