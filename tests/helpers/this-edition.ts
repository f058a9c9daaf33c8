/**
 * What the tests know about `content/`. Some tests use its texts, such as search queries, days and figures. They were
 * written for one edition and are skipped if `content/` has another (`test.runIf(isThisEdition)`). Others take their
 * examples from here and work with any edition.
 */
import { globSync, readFileSync } from 'node:fs';
import { addressOf } from '../../src/model/page-addresses.ts';
import { readSite } from '../../src/model/read/settings-files.ts';
import { readFolder } from '../../src/model/read/folder.ts';
import type { Kind } from '../../src/model/schema/kinds.ts';

/** The first day of the meeting that the tests were written for. Unlike an address or a name, it never changes. */
const firstDay = '2018-06-12';

/** Is the edition in `content/` the one that the tests were written for? */
export const isThisEdition: boolean = globSync('content/meeting.*.md').some((file) =>
  new RegExp(`^starts: ["']?${firstDay}`, 'm').test(readFileSync(file, 'utf8')),
);

/** A message about skipped tests; undefined if no tests are skipped. */
export const skippedTestsMessage: string | undefined = isThisEdition
  ? undefined
  : `content/ isn't the edition whose meeting begins on ${firstDay}: tests of that edition's texts are skipped.`;

const site = readSite('content');
if (!site) throw new Error('content/site.yaml has errors; npm run check lists them');

/** The languages of `content/`, the default one first. */
export const languages: string[] = site.languages.map(({ code }) => code);

/** The address prefix of each language: none for the first, then `/pl` and so on. */
export const prefixes: string[] = languages.map((code, index) => (index === 0 ? '' : `/${code}`));

/** The prefixes of the second and third languages, if `content/` has them. */
export const second: string = prefixes[1] ?? '';
export const third: string = prefixes[2] ?? second;

/** Each language with its prefix. */
export const byLanguage = languages.map((code, index) => [code, prefixes[index] as string] as const);

/**
 * The minimum number of items a test must find, so that it can't pass on an empty page. It is 0 for `main` if
 * `content/` has another edition, which may have any number of them.
 */
export const least = (count: number, name = 'main'): number => (isThisEdition || name !== 'main' ? count : 0);

const entries = readFolder('content', languages, () => undefined).entries.filter(({ lang }) => lang === languages[0]);

/**
 * Example addresses of entries of a kind: the given ones in this edition; in any other, its first entries, up to
 * the same number.
 */
export function examples(kind: Kind, ...slugs: string[]): string[] {
  const there = entries.filter((entry) => entry.kind === kind).map(({ slug }) => slug);
  return (isThisEdition ? slugs : there.sort().slice(0, slugs.length)).map((slug) => addressOf(kind, slug));
}
