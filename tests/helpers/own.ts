/**
 * What the tests know of `content/`. Some hang on its texts: its questions to the search, its days, its figures. They were
 * written for one edition, and are skipped where `content/` is another (`test.runIf(own)`); all others take from here
 * what they look at, and hold for any edition.
 */
import { globSync, readFileSync } from 'node:fs';
import { addressOf } from '../../src/model/addresses.ts';
import { readSite } from '../../src/model/read/content.ts';
import { readFolder } from '../../src/model/read/folder.ts';
import type { Kind } from '../../src/model/schema/kinds.ts';

/** The first day of the meeting that the tests were written for. An address or a name may change; this day is past. */
const firstDay = '2018-06-12';

/** Is the edition in `content/` the one whose texts the tests know? */
export const own: boolean = globSync('content/meeting.*.md').some((file) =>
  new RegExp(`^starts: ["']?${firstDay}`, 'm').test(readFileSync(file, 'utf8')),
);

/** One line for whoever runs the tests; undefined where all of them run. */
export const skipping: string | undefined = own
  ? undefined
  : `content/ isn't the edition of the meeting of ${firstDay}: tests of its texts are skipped.`;

const site = readSite('content');
if (!site) throw new Error('content/site.yaml has errors; npm run check tells them');

/** The languages of `content/`, the default one first. */
export const languages: string[] = site.languages.map(({ code }) => code);

/** What the addresses of each language begin with: nothing, then `/pl` and the like. */
export const prefixes: string[] = languages.map((code, index) => (index === 0 ? '' : `/${code}`));

/** What a second and a third language's addresses begin with, where `content/` has them. */
export const second: string = prefixes[1] ?? '';
export const third: string = prefixes[2] ?? second;

/** A language with what its addresses begin with. */
export const byLanguage = languages.map((code, index) => [code, prefixes[index] as string] as const);

/**
 * How much there must be to look at, as a test knows from the editions that it was written for; in another edition, `main`
 * of the builds, there may be anything.
 */
export const least = (count: number, name = 'main'): number => (own || name !== 'main' ? count : 0);

const entries = readFolder('content', languages, () => undefined).entries.filter(({ lang }) => lang === languages[0]);

/**
 * Addresses of entries of a kind, to look at: these in the edition that the tests know; in another one as many of its
 * first, which may be fewer or none.
 */
export function examples(kind: Kind, ...slugs: string[]): string[] {
  const there = entries.filter((entry) => entry.kind === kind).map(({ slug }) => slug);
  return (own ? slugs : there.sort().slice(0, slugs.length)).map((slug) => addressOf(kind, slug));
}
