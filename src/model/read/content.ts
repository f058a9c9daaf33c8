import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { addressOf, addressOfEntry, pagesOf } from '../page-addresses.ts';
import type { Edition } from '../edition.ts';
import { allItems } from '../items.ts';
import { fileAddresses } from '../link-targets.ts';
import { compare, sortProblems, type Problem, type Report } from '../problem.ts';
import type { RuleContext } from '../rules/helpers/context.ts';
import { rules } from '../rules/index.ts';
import { publishedFile } from '../rules/published.ts';
import { checkRawText } from '../rules/raw-text.ts';
import type { Kind } from '../schema/kinds.ts';
import { assemble, readEntries } from './entries.ts';
import { readText } from './file-system.ts';
import { readFolder } from './folder.ts';
import { normalise } from './front-matter.ts';
import { readInterfaces } from './interface.ts';
import { readMemberCities } from './member-cities.ts';
import { codesIn, readYamlFile, validRedirects, validSite, validSources } from './settings-files.ts';

export interface Content {
  /** All errors and notes, sorted by file and line. */
  problems: Problem[];
  /** The valid parts of the edition; undefined if site.yaml or the meeting couldn't be read. */
  edition: Edition | undefined;
}

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
  const [error, note] = [add('error'), add('note')];
  const reporting = (file: string): Report => error.bind(undefined, file);
  const done = (edition?: Edition): Content => ({
    problems: sortProblems(problems),
    edition: edition?.entries.meeting.length ? edition : undefined,
  });

  if (!existsSync(dir) || !statSync(dir).isDirectory()) {
    error('.', 1, '', 'there is no content folder here; CONTENT_DIR must name one that exists');
    return done();
  }
  const settings = (file: string) => readYamlFile(dir, file, reporting(file));

  const siteYaml = settings('site.yaml');
  const site = siteYaml && validSite(siteYaml, reporting('site.yaml'));
  const languages = site?.languages.map(({ code }) => code) ?? codesIn(siteYaml);
  const folder = readFolder(dir, languages, (file, message) => error(file, 1, '', message));

  const sourcesYaml = settings('sources.yaml');
  const { sources, keys: sourceKeys } = validSources(sourcesYaml, reporting('sources.yaml'));
  const redirectsYaml = existsSync(join(dir, 'redirects.yaml')) ? settings('redirects.yaml') : undefined;
  const redirects = validRedirects(redirectsYaml, reporting('redirects.yaml'));

  const files = readEntries(dir, folder, languages[0], error);
  // Without settings there is no edition; each file's own problems have been reported.
  if (!site) return done();
  const entries = assemble(files, site);
  const pages = Map.groupBy([...folder.entries, ...folder.misplaced], ({ kind }) => kind);
  const slugs = new Map(
    [...pages].map(([kind, found]) => [kind, [...new Set(found.map(({ slug }) => slug))].sort(compare)]),
  );
  const known = (kind: Kind) => slugs.get(kind) ?? [];
  const originals = [...folder.entries.filter(({ lang }) => lang === languages[0]), ...folder.misplaced];
  if (!originals.some(({ kind }) => kind === 'meeting'))
    error(`meeting.${languages[0]}.md`, 1, '', 'the file for the meeting is missing; create it');
  const edition: Edition = {
    site,
    sources,
    redirects,
    cities: readCities(),
    interface: readInterfaces(dir, folder, site, error, note),
    ownWords: folder.interfaces,
    entries,
  };

  if (checked) return done(edition);
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
    note,
  };
  for (const rule of rules) rule(context);
  return done(edition);

  /** Calendars of events and sessions whose file or date was reported, so that links to them aren't reported too. */
  function invalidCalendars(): string[] {
    const valid = allItems(edition).filter(
      ({ facts: { starts, ends, previously } }) => starts ?? !(ends ?? previously),
    );
    const addresses = new Set(valid.map(addressOfEntry));
    return originals
      .filter(({ kind }) => kind === 'events' || kind === 'sessions')
      .map(({ kind, slug }) => addressOf(kind, slug))
      .filter((address) => !addresses.has(address))
      .map((address) => address.replace(/\/$/, '.ics'));
  }

  function readCities() {
    const file = 'member-cities.csv';
    if (!existsSync(join(dir, file))) return [];
    const text = readText(dir, file, reporting(file));
    if (text === undefined || !checkRawText(text, reporting(file))) return [];
    return readMemberCities(normalise(text), known('fields'), languages, reporting(file));
  }
}

/** Does anything stop the build? */
export const hasErrors = (problems: readonly Problem[]): boolean =>
  problems.some(({ severity }) => severity === 'error');
