import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { hasErrors, readContent } from '../../src/model/read/content.ts';
import { formatProblem } from '../../src/model/problem.ts';
import { copyWithChanges, lineOf, type ContentError } from '../content-errors/copy-with-changes.ts';

const groups = await Promise.all(
  globSync('tests/content-errors/*.cases.ts')
    .sort()
    .map(async (file) => [file, ((await import(resolve(file))) as { cases: ContentError[] }).cases] as const),
);

test('the edition is valid before the cases below break it', () => {
  expect(
    readContent('tests/editions/trio')
      .problems.filter(({ severity }) => severity === 'error')
      .map(formatProblem),
  ).toEqual([]);
});

describe.each(groups)('%s', (_, cases) => {
  test.each(cases)('$name', ({ change, expect: expected }) => {
    const { dir, remove } = copyWithChanges(change);
    try {
      const { problems } = readContent(dir);
      expect(hasErrors(problems), 'no error was reported').toBe(true);
      const errors = problems.filter(({ severity }) => severity === 'error').map(formatProblem);
      const byPlace = Map.groupBy(errors, (line) => line.slice(0, line.indexOf('  ')));
      const unexpected = new Set(errors);
      for (const [place, ...words] of expected) {
        const where = lineOf(dir, place);
        const found = byPlace.get(where)?.find((line) => words.every((word) => line.includes(word)));
        if (found === undefined) expect.fail(`no error at ${where} with ${words.join(', ')} in:\n${errors.join('\n')}`);
        unexpected.delete(found);
      }
      expect([...unexpected], 'errors that the mistake should not cause').toEqual([]);
      for (const { message, line } of problems) {
        expect(message).not.toMatch(/\bundefined\b|\[object|ZodError|at .*\.ts:\d+|node_modules/);
        expect(message.split('\n')).toHaveLength(1);
        expect(line).toBeGreaterThan(0);
      }
    } finally {
      remove();
    }
  });
});

test('a menu item whose page is for editors is reported', () => {
  const { dir, remove } = copyWithChanges({ 'site.yaml': { replace: '  - "visit"', with: '  - "translations"' } });
  try {
    const { problems } = readContent(dir);
    expect(hasErrors(problems)).toBe(false);
    expect(problems.map(formatProblem)).toContain(
      'site.yaml:20  note: menu: the section "translations" is for editors; the menu leaves it out',
    );
  } finally {
    remove();
  }
});

test('a person whom no entry names gets a note, and so does a menu item for people if nobody is named', () => {
  const notes = (changes: Parameters<typeof copyWithChanges>[0]) => {
    const { dir, remove } = copyWithChanges(changes);
    try {
      return readContent(dir).problems.map(formatProblem);
    } finally {
      remove();
    }
  };
  const people = (text: string) => text.replace(/^people:\n(?: .*\n)+/m, '');
  const without = Object.fromEntries(
    globSync('{events,sessions}/*.en.md', { cwd: 'tests/editions/trio' }).map((file) => [
      file.replaceAll('\\', '/'),
      people(readFileSync(join('tests/editions/trio', file), 'utf8')),
    ]),
  );
  expect(notes({}).filter((line) => line.startsWith('people/'))).toEqual([
    'people/amina-tazi.en.md:1  note: there is no translation into Português: people/amina-tazi.pt-BR.md',
  ]);
  expect(notes(without)).toContain(
    'people/amina-tazi.en.md:1  note: no file names this person; add who: amina-tazi under people: in an event',
  );
  const nobody = { ...without, 'people/amina-tazi.en.md': null, 'people/amina-tazi.ar.md': null };
  expect(notes({ ...nobody, 'site.yaml': { replace: '  - "visit"', with: '  - "people"' } })).toContain(
    'site.yaml:20  note: menu: no people are named in any file yet; the menu leaves this section out',
  );
});

test('the sources of a file that can’t be read aren’t reported as unused', () => {
  const notes = (change: Parameters<typeof copyWithChanges>[0]) => {
    const { dir, remove } = copyWithChanges(change);
    try {
      return readContent(dir).problems.filter(
        ({ message }) => message === 'no page uses this source; cite it or delete it',
      ).length;
    } finally {
      remove();
    }
  };
  const unused = 'nobody:\n  title: "A"\n  publisher: "B"\n  url: "https://example.org/"\n';
  const added = { 'sources.yaml': { replace: 'call:', with: `${unused}call:` } };
  expect(notes(added)).toBe(notes({}) + 1);
  expect(notes({ ...added, 'events/lantern.en.md': { replace: 'title:', with: 'titel:' } })).toBe(0);
});

test('links to every address in the contract are valid', () => {
  const targets = [
    '/programme/#city-tizrouane',
    '/programme/#day-2033-03-02',
    '/programme/#d2033-03-02',
    '/programme/#audience-public',
    '/programme/#audience-delegates',
    '/programme/#field-gardens',
    '/programme/?city=tizrouane&day=2033-03-02',
    '/search/?q=lamp',
    '/sources/#lamp-ledger',
    '/network/#cities',
    '/events/lantern/#sources',
    '/events/lantern/index.md',
    '/events/lantern.ics',
    '/calendar.ics',
    '/calendar/2033-03-02.ics',
    '/calendar/city-tizrouane.ics',
    '/calendar/field-gardens.ics',
    '/data/events.json',
    '/data/events.schema.json',
    '/data/past-hosts.csv',
    '/data/past-hosts.geojson',
    '/llms.txt',
    '/sitemap-index.xml',
    '#by-train',
    'tel:+48123456789',
    'mailto:info@example.org?subject=Lamps',
    'geo:50.06,19.94',
    'webcal://example.org/calendar.ics',
    'https://przykład.example/ścieżka_(a)?b=%20#c',
  ];
  const { dir, remove } = copyWithChanges({
    'pages/visit.en.md': {
      replace: '## On foot',
      with: `${targets.map((target) => `[words](${target})`).join('\n\n')}\n\n## On foot`,
    },
  });
  try {
    expect(
      readContent(dir)
        .problems.filter(({ severity }) => severity === 'error')
        .map(formatProblem),
    ).toEqual([]);
  } finally {
    remove();
  }
});
