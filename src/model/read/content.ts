import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { addressOf, addressOfEntry, pagesOf } from '../page-addresses.ts';
import { readBody, type Body } from '../body.ts';
import type { Edition, Entry, Translation } from '../edition.ts';
import { withoutNeedlessOffset } from '../local-time.ts';
import { allItems } from '../items.ts';
import { readFolder, readText } from './folder.ts';
import type { EntryFile, Folder } from '../files.ts';
import { normalise, splitFrontMatter } from './front-matter.ts';
import { readInterface } from './interface.ts';
import {
  factKeysOf,
  kinds,
  originalSchema,
  translationSchema,
  wordKeysOf,
  type Kind,
  type Words,
} from '../schema/kinds.ts';
import { readMemberCities } from './member-cities.ts';
import { compare, sortProblems, type Problem, type Report } from '../problem.ts';
import type { ReadFile, RuleContext } from '../rules/context.ts';
import { documents } from '../rules/documents.ts';
import { compareWithOriginal } from '../rules/compare-with-original.ts';
import { markdown } from '../rules/markdown.ts';
import { externalAddresses } from '../rules/external-addresses.ts';
import { people } from '../rules/people.ts';
import { pictures } from '../rules/pictures.ts';
import { places } from '../rules/places.ts';
import { scheduleChanges } from '../rules/schedule-changes.ts';
import { published, publishedFile } from '../rules/published.ts';
import { checkRawText } from '../rules/raw-text.ts';
import { redirects } from '../rules/redirects.ts';
import { references } from '../rules/references.ts';
import { texts } from '../rules/texts.ts';
import { times } from '../rules/times.ts';
import { translations } from '../rules/translations.ts';
import { siteSchema, type Site } from '../schema/site.ts';
import { slugPattern, toSlug } from '../schema/values.ts';
import { fileAddresses } from '../link-targets.ts';
import { sourcesSchema } from '../schema/sources.ts';
import { shippedWords } from './shipped-words.ts';
import { validate } from './validate.ts';
import { parseYaml, type ParsedYaml } from './yaml.ts';

export interface Content {
  /** All errors and notes, sorted by file and line. */
  problems: Problem[];
  /** The valid parts of the edition; undefined if site.yaml or the meeting couldn't be read. */
  edition: Edition | undefined;
}

const redirectsSchema = z.record(z.string(), z.string('the new address must be a single text value'));

const rules = [
  references,
  people,
  externalAddresses,
  places,
  times,
  scheduleChanges,
  texts,
  markdown,
  pictures,
  documents,
  translations,
  compareWithOriginal,
  redirects,
  published,
];

/**
 * Reads a content folder and finds all its problems at once. Used by `npm run check`, the build,
 * the development server and the tests. It never throws, whatever the folder contains.
 *
 * @param dir     the content folder
 * @param checked true if the content has already been checked: the cross-file rules are skipped
 */
export function readContent(dir: string, { checked = false } = {}): Content {
  const problems: Problem[] = [];
  const add = (severity: Problem['severity']) => (file: string, line: number, field: string, message: string) => {
    // A quoted value may contain line breaks, but a problem is reported on one line.
    problems.push({ file, line, field, message: message.replace(/\s*[\n\r\u2028\u2029]\s*/g, ' '), severity });
  };
  const error = add('error');
  const done = (edition?: Edition): Content => ({ problems: sortProblems(problems), edition });

  if (!existsSync(dir) || !statSync(dir).isDirectory()) {
    error('.', 1, '', 'there is no content folder here; CONTENT_DIR must name one that exists');
    return done();
  }
  const settings = (file: string) =>
    readSettings(dir, file, (line, field, message) => error(file, line, field, message));

  const siteYaml = settings('site.yaml');
  const site =
    siteYaml && validate(siteSchema, siteYaml, reporting('site.yaml'), { known: Object.keys(siteSchema.shape) });
  const languages = site?.languages.map(({ code }) => code) ?? codesIn(siteYaml);
  const folder = readFolder(dir, languages, (file, message) => error(file, 1, '', message));

  const {
    yaml: sourcesYaml,
    sources,
    keys: sourceKeys,
  } = readSources(settings('sources.yaml'), reporting('sources.yaml'));
  const redirectsYaml = existsSync(join(dir, 'redirects.yaml')) ? settings('redirects.yaml') : undefined;
  const redirected = (redirectsYaml && validate(redirectsSchema, redirectsYaml, reporting('redirects.yaml'))) ?? {};

  const files = readEntries(dir, folder, languages[0], error);
  // Without settings there is no edition; each file's own problems have been reported.
  if (!site) return done();
  const entries = assemble(files, site);
  const words = readInterfaces(dir, folder, site, error, add('note'));
  const slugs = new Map<Kind, string[]>();
  const known = (kind: Kind) => {
    const listed =
      slugs.get(kind) ??
      [
        ...new Set(
          [...folder.entries, ...folder.misplaced].filter((entry) => entry.kind === kind).map(({ slug }) => slug),
        ),
      ].sort(compare);
    slugs.set(kind, listed);
    return listed;
  };
  const cities = readCities();
  const originals = [...folder.entries.filter(({ lang }) => lang === languages[0]), ...folder.misplaced];
  if (!originals.some(({ kind }) => kind === 'meeting'))
    error(`meeting.${languages[0]}.md`, 1, '', 'the file for the meeting is missing; create it');
  const edition: Edition = {
    site,
    sources,
    redirects: redirected,
    cities,
    interface: words,
    ownWords: folder.interfaces,
    entries,
  };

  if (checked) return done(entries.meeting.length > 0 ? edition : undefined);
  const context: RuleContext = {
    dir,
    edition,
    folder,
    files,
    known,
    sources: sourceKeys,
    allRead: files.length === folder.entries.length && folder.misplaced.length === 0,
    addresses: new Set([
      ...pagesOf(entries).keys(),
      ...fileAddresses(edition),
      ...originals.map(({ kind, slug }) => addressOf(kind, slug)),
      ...invalidCalendars(),
    ]),
    published: existsSync(join(dir, publishedFile))
      ? normalise(readText(dir, publishedFile, reporting(publishedFile)) ?? '')
      : '',
    settings: {
      'site.yaml': siteYaml.lineOf,
      'sources.yaml': sourcesYaml?.lineOf ?? (() => 1),
      'redirects.yaml': redirectsYaml?.lineOf ?? (() => 1),
    },
    error,
    note: add('note'),
  };
  for (const rule of rules) rule(context);
  return done(entries.meeting.length > 0 ? edition : undefined);

  /** Calendars of events and sessions whose file or date was reported: a link to one isn't reported too. */
  function invalidCalendars(): string[] {
    const valid = new Set(
      allItems(edition).filter(({ facts: { starts, ends, previously } }) => starts ?? !(ends ?? previously)),
    );
    const addresses = new Set([...valid].map(addressOfEntry));
    return originals
      .filter(({ kind }) => kind === 'events' || kind === 'sessions')
      .map(({ kind, slug }) => addressOf(kind, slug))
      .filter((address) => !addresses.has(address))
      .map((address) => address.replace(/\/$/, '.ics'));
  }

  function reporting(file: string): Report {
    return (line, field, message) => error(file, line, field, message);
  }

  function readCities() {
    const file = 'member-cities.csv';
    if (!existsSync(join(dir, file))) return [];
    const text = readText(dir, file, reporting(file));
    if (text === undefined || !checkRawText(text, reporting(file))) return [];
    return readMemberCities(normalise(text), known('fields'), languages, reporting(file));
  }
}

/** Reads only the settings of a content folder; undefined if they are missing or invalid. */
export function readSite(dir: string): Site | undefined {
  const silently = () => undefined;
  const yaml = readSettings(dir, 'site.yaml', silently);
  return yaml && validate(siteSchema, yaml, silently);
}

/** The keys of the bibliography, including invalid ones; none if it can't be read. */
export const readSourceKeys = (dir: string): string[] =>
  Object.keys(readSettings(dir, 'sources.yaml', () => undefined)?.data ?? {});

/** Does anything stop the build? */
export const hasErrors = (problems: readonly Problem[]): boolean =>
  problems.some(({ severity }) => severity === 'error');

type ReportInFile = (file: string, line: number, field: string, message: string) => void;

function readSettings(dir: string, file: string, report: Report, isText?: () => boolean): ParsedYaml | undefined {
  const text = readText(dir, file, report);
  if (text === undefined || !checkRawText(text, report)) return undefined;
  return parseYaml(normalise(text), 1, report, isText && { isText });
}

/** The bibliography, and the keys of all its entries, including invalid ones; undefined if it can't be read at all. */
function readSources(yaml: ParsedYaml | undefined, report: Report) {
  const known = ['title', 'publisher', 'url', 'published', 'note'];
  const keys = yaml?.data && Object.keys(yaml.data);
  for (const key of keys ?? [])
    if (!slugPattern.test(key))
      report(
        yaml?.lineOf([key]) ?? 1,
        key,
        `"${key}" must be written in lower-case letters a–z, digits and hyphens${toSlug(key) ? `, like ${toSlug(key)}` : ''}`,
      );
  // A reference to the corrected form of a key isn't a mistake.
  const meant = keys?.map(toSlug);
  return { yaml, keys: meant, sources: (yaml && validate(sourcesSchema, yaml, report, { known })) ?? {} };
}

/** The interface words of each language: the kit's, with the edition's overrides. */
function readInterfaces(
  dir: string,
  folder: Folder,
  site: Site,
  error: ReportInFile,
  note: ReportInFile,
): Edition['interface'] {
  const words: Edition['interface'] = {};
  site.languages.forEach(({ code, name }, index) => {
    const file = `interface/${code}.yaml`;
    const isDefault = index === 0;
    const shipped = shippedWords(code);
    let own: Record<string, string> = {};
    if (folder.interfaces.includes(code)) {
      const report: Report = (line, field, message) => error(file, line, field, message);
      const parsed = readSettings(dir, file, report, () => true);
      if (parsed)
        own = readInterface(parsed, code, { shipped, isDefault }, report, (line, field, message) =>
          note(file, line, field, message),
        );
    } else if (!shipped && isDefault)
      error(
        file,
        1,
        '',
        `the kit has no interface words in ${name}; copy src/i18n/words/en.yaml to this file and translate it`,
      );
    else if (!shipped)
      note(file, 1, '', `the kit has no interface words in ${name}; the default language's are used instead`);
    words[code] = { ...shipped, ...own };
  });
  return words;
}

/**
 * The language codes in an invalid site.yaml; none if these are invalid too, so as not to report every file.
 */
const codesIn = (yaml: ParsedYaml | undefined): string[] =>
  siteSchema.shape.languages.safeParse(yaml?.data?.['languages']).data?.map(({ code }) => code) ?? [];

/** The language of most files, which is taken as the default if site.yaml can't be read. */
function commonestLanguage({ entries }: Folder): string | undefined {
  const counts = Map.groupBy(entries, ({ lang }) => lang);
  return [...counts].sort(([a, one], [b, other]) => other.length - one.length || compare(a, b))[0]?.[0];
}

/** Reads the Markdown files. Invalid ones are reported and left out. */
function readEntries(dir: string, folder: Folder, original: string | undefined, error: ReportInFile): ReadFile[] {
  return folder.entries.flatMap((entry) => {
    const report: Report = (line, field, message) => error(entry.file, line, field, message);
    const isOriginal = entry.lang === (original ?? commonestLanguage(folder));
    return readEntry(dir, entry, isOriginal, report) ?? [];
  });
}

/** More keys than any kind of page can have. */
const maxKeys = 100;

/**
 * Reads and checks a single Markdown file.
 *
 * @param isOriginal whether the file is in the default language, so that it may have facts
 */
export function readEntry(dir: string, entry: EntryFile, isOriginal: boolean, report: Report): ReadFile | undefined {
  const source = readText(dir, entry.file, report);
  if (source === undefined || !checkRawText(source, report)) return undefined;
  const split = splitFrontMatter(source, report);
  if (!split) return undefined;
  const parsed = parseYaml(split.yaml, split.yamlLine, report, { maxKeys });
  const schema = isOriginal ? originalSchema(entry.kind) : translationSchema(entry.kind);
  const words = wordKeysOf(entry.kind);
  const facts = factKeysOf(entry.kind);
  const data = validate(schema, parsed, report, {
    known: isOriginal ? [...words, ...facts] : words,
    facts: isOriginal ? [] : facts,
  });
  if (!data) return undefined;
  const translation: Translation = {
    ...(pick(data, words) as unknown as Words),
    lang: entry.lang,
    body: split.body,
    bodyLine: split.bodyLine,
    file: entry.file,
    extension: entry.extension,
  };
  let body: Body | undefined;
  return {
    ...entry,
    translation,
    facts: pick(data, facts),
    // Parsed on demand: only the rules need it.
    get body() {
      return (body ??= readBody(split.body, entry.extension));
    },
    lineOf: parsed.lineOf,
  };
}

const pick = (data: Record<string, unknown>, keys: readonly string[]) =>
  Object.fromEntries(keys.filter((key) => data[key] !== undefined).map((key) => [key, data[key]]));

/** Facts without redundant time offsets. */
function withPlainTimes(facts: Record<string, unknown>, timeZone: string): Record<string, unknown> {
  const plain = (key: string, value: unknown) =>
    typeof value === 'string' && ['starts', 'ends', 'previously', 'date'].includes(key)
      ? withoutNeedlessOffset(value, timeZone)
      : value;
  return Object.fromEntries(Object.entries(facts).map(([key, value]) => [key, plain(key, value)]));
}

/** Combines originals and translations. */
function assemble(files: readonly ReadFile[], site: Site): Edition['entries'] {
  const original = site.languages[0]?.code as string;
  const entries = Object.fromEntries(kinds.map((kind) => [kind, [] as Entry[]])) as unknown as Record<Kind, Entry[]>;
  const byKey = new Map<string, Entry>();
  for (const file of files) {
    if (file.lang !== original) continue;
    const entry = {
      kind: file.kind,
      slug: file.slug,
      facts: withPlainTimes(file.facts, site.timeZone),
      translations: { [original]: file.translation },
    } as Entry;
    byKey.set(`${file.kind}/${file.slug}`, entry);
    entries[file.kind].push(entry);
  }
  for (const file of files) {
    const entry = byKey.get(`${file.kind}/${file.slug}`);
    if (entry && file.lang !== original) entry.translations[file.lang] = file.translation;
  }
  return entries as unknown as Edition['entries'];
}
