import { existsSync, readdirSync, renameSync, rmdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { shippedLanguage, shippedSource } from '../../src/model/read/shipped-words.ts';
import { propertiesOf } from '../../src/model/schema/meta.ts';
import { isRightToLeft, languageCode, siteSchema } from '../../src/model/schema/site.ts';
import { sourceSchema } from '../../src/model/schema/sources.ts';
import type { Kind } from '../../src/model/schema/kinds.ts';
import { makeFolder } from './folders.ts';
import { comment, explained, originalText, type Names } from './new-file-text.ts';
import { placeholderTexts } from './placeholder-texts.ts';
import { usageError } from './usage-error.ts';

const city = 'name-of-the-city';
const field = 'name-of-the-field';
const source = 'name-of-the-source';
const names: Names = { 'host-cities': [city], venues: [], fields: [field], people: [], sources: [source] };
const placeholders = [
  'Replace everything here with your own. To use an optional field, remove the # at the start of its line and write the value; delete the rest.',
];

/**
 * The smallest valid edition: a meeting, a host city, a field and a source, with placeholders in its language.
 *
 * @param lang  its language
 * @param year  the year of the meeting
 * @param words its interface words, as YAML, if the kit has none in its language
 * @returns texts by path from the content folder
 */
export function editionFiles(lang: string, year: number, words?: string): Map<string, string> {
  const entry = (kind: Kind, values: Record<string, unknown>) => originalText(kind, { names, values }, placeholders);
  const { word, summaryOf } = placeholderTexts(lang);
  const name = new Intl.DisplayNames(lang, { type: 'language' }).of(lang) ?? lang;
  const language = { code: lang, name: name.charAt(0).toLocaleUpperCase(lang) + name.slice(1) };
  return new Map([
    [
      'site.yaml',
      settings(
        'The settings of the site.',
        explained({
          properties: propertiesOf(siteSchema),
          names,
          values: {
            address: 'https://example.org',
            name: `${word('kinds.meeting')} ${year}`,
            languages: [isRightToLeft(lang) ? { ...language, dir: 'rtl' } : language],
            timeZone: 'UTC',
            menu: ['about', 'host-cities', 'fields'],
          },
        }),
      ),
    ],
    [
      'sources.yaml',
      settings(
        'The bibliography. Files and footnotes name each source by its key.',
        `${source}:\n${explained({
          properties: propertiesOf(sourceSchema),
          names,
          values: {
            title: word('reports.source'),
            publisher: 'example.com',
            url: 'https://example.com/source',
          },
        }).replace(/^(?=.)/gm, '  ')}`,
      ),
    ],
    ...(words === undefined ? [] : [[`interface/${lang}.yaml`, words] as const]),
    [
      `meeting.${lang}.md`,
      entry('meeting', {
        title: word('kinds.meeting'),
        theme: word('facts.theme'),
        summary: summaryOf('kinds.meeting'),
        edition: 1,
        starts: `${year}-01-01`,
        ends: `${year}-01-02`,
        hosts: [city],
        sources: [source],
      }),
    ],
    [
      `host-cities/${city}.${lang}.md`,
      entry('host-cities', {
        title: word('kinds.host-cities'),
        summary: summaryOf('kinds.host-cities'),
        // Antarctica, an obvious placeholder.
        country: 'AQ',
        field,
        since: year - 1,
        location: { lat: -75, lon: 0 },
        sources: [source],
      }),
    ],
    [
      `fields/${field}.${lang}.md`,
      entry('fields', {
        title: word('kinds.fields'),
        summary: summaryOf('kinds.fields'),
        order: 1,
        hue: 260,
        motif: 'lines',
        sources: [source],
      }),
    ],
  ]);
}

const settings = (what: string, text: string) =>
  `${[...comment(what), ...placeholders.flatMap(comment)].join('\n')}\n\n${text}\n`;

/**
 * The interface words of a new edition in a language that isn't in the kit: the English ones, to be translated.
 *
 * @returns YAML; undefined if the kit has words
 * @throws UsageError for an unknown language
 */
export function wordsToTranslate(lang: string): string | undefined {
  if (!languageCode.test(lang) || Intl.DisplayNames.supportedLocalesOf(lang).length === 0)
    usageError(`"${lang}" isn't a language code; use one like en, pl or pt-BR`);
  return shippedLanguage(lang) === undefined ? withForms(shippedSource('en') ?? '', lang) : undefined;
}

/**
 * English messages with only those plural forms that another language also has, and without English ordinal numbers
 * ("1st").
 */
const withForms = (words: string, lang: string): string =>
  words
    .replace(/\{(\w+), selectordinal,(?: \w+ \{[^{}]*\})* other \{([^{}]*)\}\}/g, (_, name: string, other: string) =>
      other.replace('#', `{${name}}`),
    )
    .replace(/ one (?:\{(?:[^{}]|\{[^{}]*\})*\})(?= other)/g, (form) =>
      new Intl.PluralRules(lang).resolvedOptions().pluralCategories.includes('one') ? form : '',
    );

/**
 * Writes files into a new or empty folder: all or none.
 *
 * @throws UsageError if the folder isn't empty or can't be created
 */
export function writeFolder(dir: string, files: ReadonlyMap<string, string>): void {
  if (existsSync(dir)) {
    if (!statSync(dir).isDirectory()) usageError(`"${dir}" is a file; choose a new or empty folder`);
    if (readdirSync(dir).length > 0) usageError(`the folder "${dir}" isn't empty; choose a new or empty one`);
  }
  const target = resolve(dir);
  const staging = join(dirname(target), `.${basename(target)}-new`);
  rmSync(staging, { recursive: true, force: true });
  try {
    makeFolder(staging);
  } catch (error) {
    usageError(
      `"${dir}" can't be created (${(error as NodeJS.ErrnoException).code}); choose a folder that you can write to`,
    );
  }
  for (const [file, text] of files) {
    makeFolder(dirname(join(staging, file)));
    writeFileSync(join(staging, file), text);
  }
  if (existsSync(target)) rmdirSync(target);
  renameSync(staging, target);
}
