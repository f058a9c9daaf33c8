import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { editionFiles, wordsToTranslate, writeFolder } from '../../scripts/lib/new-edition.ts';
import { kindNamed, newFile, type NewFileOptions } from '../../scripts/lib/new-entry.ts';
import { UsageError } from '../../scripts/lib/usage-error.ts';
import { shippedLanguages } from '../../src/model/read/shipped-words.ts';
import { readContent } from '../../src/model/read/content.ts';
import { readSite } from '../../src/model/read/settings-files.ts';
import { kinds, originalSchema, type Kind } from '../../src/model/schema/kinds.ts';
import { propertiesOf } from '../../src/model/schema/meta.ts';
import { copyWithChanges } from '../content-errors/copy-with-changes.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A copy of the valid edition with three languages, English first. */
function edition(changes = {}): string {
  const { dir } = copyWithChanges(changes);
  folders.push(dir);
  return dir;
}
const begin = (dir: string, wish: NewFileOptions) => {
  const site = readSite(dir);
  if (!site) throw new Error('no site.yaml');
  return newFile(dir, site, readContent(dir).edition, wish);
};
const write = (dir: string, file: string, text: string) => {
  mkdirSync(dirname(join(dir, file)), { recursive: true });
  writeFileSync(join(dir, file), text);
};
const errors = (dir: string) => readContent(dir).problems.filter(({ severity }) => severity === 'error');

/** Values for the empty fields. */
const filling: Record<string, string> = {
  title: 'Something new',
  summary: 'A sentence that somebody wrote into the new file, long enough for the check.',
  fields: 'weaving',
  field: 'weaving',
  sources: 'call',
  city: 'tizrouane',
  address: '1 Some Street',
  country: 'MA',
  lat: '31.6',
  lon: '-8',
  since: '2013',
  edition: '77',
  date: '2033-01-12',
  starts: '2033-03-01 09:00',
  ends: '2033-03-01 11:00',
  audience: 'public',
  order: '8',
  hue: '10',
  motif: 'grid',
  hosts: 'tizrouane',
};
/** Fills the empty fields of a new file: `title: ""`, and `- ""` below the name of a list. */
function filled(text: string): string {
  let list = '';
  return text
    .split('\n')
    .map((line) => {
      const key = /^\s*([a-z]+):/.exec(line)?.[1];
      if (key) list = key;
      return line.replace('""', () => `"${filling[key ?? list] ?? ''}"`);
    })
    .join('\n');
}
/** Uncomments fields. Comments that explain them have an odd number of spaces after the #. */
const uncommented = (text: string) => text.replace(/^#(?=(?: {2})*\S)/gm, '');
/**
 * Removes documents, which have no file, and fields that contradict others: nothing is cancelled and full, or free and
 * priced.
 */
const compatible = (text: string) =>
  text
    .replace(/^full: .*\n|^(?:price|documents):\n(?: {2}.*\n)*/gm, '')
    // The example is in a different year from the meeting.
    .replace(/^previously: .*/m, 'previously: "2033-02-27 09:00"');
const slugs: Partial<Record<Kind, string>> = { 'past-hosts': 'some-city-2030', meeting: 'meeting' };
const others = kinds.filter((kind) => kind !== 'meeting');

describe.each(others)('a new file in %s', (kind) => {
  const slug = slugs[kind] ?? 'something-new';

  test('explains every field; the check lists exactly the lines to fill in', () => {
    const dir = edition();
    const { file, text } = begin(dir, { kind, slug, lang: 'en' });
    for (const { key, description } of propertiesOf(originalSchema(kind))) {
      expect(text).toMatch(new RegExp(`^#?${key}:`, 'm'));
      expect(text.replace(/\n# +/g, ' ')).toContain(description);
    }
    write(dir, file, text);
    const empty = text.split('\n').flatMap((line, index) => (line.includes('""') ? [index + 1] : []));
    expect(empty.length).toBeGreaterThan(1);
    expect(errors(dir).map((problem) => [problem.file, problem.line])).toEqual(empty.map((line) => [file, line]));
  });

  test('is valid once it is filled in, even with every optional field', () => {
    const dir = edition();
    const { file, text } = begin(dir, { kind, slug, lang: 'en' });
    write(dir, file, filled(text));
    expect(errors(dir)).toEqual([]);
    // At a time when the venue is free.
    const whole = uncommented(filled(text)).replaceAll(' 09:00"', ' 05:00"').replaceAll(' 11:00"', ' 06:00"');
    expect(whole.split('\n').filter((line) => line.startsWith('#'))).toHaveLength(
      filled(text)
        .split('\n')
        .filter((line) => line.startsWith('# ') && !/^#(?: {2})+\S/.test(line)).length,
    );
    write(dir, file, compatible(whole));
    expect(errors(dir)).toEqual([]);
  });
});

test('the meeting is created if there is none', () => {
  const dir = edition({ 'meeting.en.md': null, 'meeting.ar.md': null, 'meeting.pt-BR.md': null });
  const { file, text } = begin(dir, { kind: 'meeting', slug: 'meeting', lang: 'en' });
  expect(file).toBe('meeting.en.md');
  write(dir, file, compatible(uncommented(filled(text))));
  expect(errors(dir).filter((problem) => problem.file === file)).toEqual([]);
});

describe('a translation', () => {
  test('has only the words to fill in, with the original’s next to them, and nothing visible to readers', () => {
    const dir = edition({ 'events/lantern.ar.md': null });
    const { file, text } = begin(dir, { kind: 'events', slug: 'lantern', lang: 'ar' });
    expect(file).toBe('events/lantern.ar.md');
    expect([...text.matchAll(/^([a-z]+):/gm)].map((match) => match[1])).toEqual(['title', 'summary', 'organisers']);
    expect(text).toContain('# English: Night of Lanterns\ntitle: ""');
    expect(text).toContain('The oldest lamp in the hall');
    write(dir, file, text);
    expect(errors(dir).map(({ field }) => field)).toEqual(['title', 'summary', 'organisers.1']);
    write(dir, file, filled(text).replace(/organisers:\n.*\n/, ''));
    expect(errors(dir)).toEqual([]);
    const event = readContent(dir).edition?.entries.events.find(({ slug }) => slug === 'lantern');
    expect(event?.translations['ar']?.body.replace(/<!--[\s\S]*?-->/g, '').trim()).toBe('');
  });

  test.each<[string, string, string]>([
    ['md', 'Text <!-- for editors --> and more.', '-->'],
    ['mdx', 'Text {/* for editors */} and {1 + 1} more.', '*/'],
  ])('a comment in the original’s text (.%s) doesn’t end the comment around it', (ending, body, sign) => {
    const original = readFileSync('tests/editions/trio/pages/visit.en.md', 'utf8').split('---')[1] as string;
    const dir = edition({ 'pages/visit.en.md': null, [`pages/visit.en.${ending}`]: `---${original}---\n\n${body}\n` });
    const { file, text } = begin(dir, { kind: 'pages', slug: 'visit', lang: 'ar' });
    expect(file).toBe(`pages/visit.ar.${ending}`);
    expect(text.split(sign)).toHaveLength(2);
    write(dir, file, filled(text));
    expect(errors(dir)).toEqual([]);
  });
});

test.each<[NewFileOptions, string]>([
  [{ kind: 'events', slug: 'lantern', lang: 'en' }, 'events/lantern.en.md already exists'],
  [{ kind: 'events', slug: 'lantern', lang: 'ar' }, 'events/lantern.ar.md already exists'],
  [{ kind: 'meeting', slug: 'meeting', lang: 'en' }, 'meeting.en.md already exists'],
  [{ kind: 'events', slug: 'Święto Światła', lang: 'en' }, 'like swieto-swiatla'],
  [{ kind: 'events', slug: '../x', lang: 'en' }, 'lower-case letters'],
  [{ kind: 'events', slug: 'index', lang: 'en' }, '"index" is reserved'],
  [{ kind: 'pages', slug: 'search', lang: 'en' }, '"search" is reserved'],
  [{ kind: 'pages', slug: 'ar', lang: 'en' }, '"ar" is reserved'],
  [{ kind: 'past-hosts', slug: 'some-city', lang: 'en' }, 'like some-city-2030'],
  [{ kind: 'events', slug: 'x', lang: 'fr' }, '"fr" isn\'t a language of site.yaml'],
  [{ kind: 'events', slug: 'lanten', lang: 'ar' }, 'did you mean "lantern"?'],
])('%j is refused: %s', (wish, words) => {
  const dir = edition();
  expect(() => begin(dir, wish)).toThrow(UsageError);
  expect(() => begin(dir, wish)).toThrow(words);
});

test('a translation of an original that has errors is refused', () => {
  const dir = edition({ 'events/lantern.ar.md': null, 'events/lantern.en.md': { replace: 'title:', with: 'titel:' } });
  expect(() => begin(dir, { kind: 'events', slug: 'lantern', lang: 'ar' })).toThrow('has errors');
});

test('a kind can be named in the singular or the plural', () => {
  for (const name of ['event', 'events', 'host-city', 'host-cities', 'past-host', 'past-hosts', 'meeting', 'page'])
    expect(kindNamed(name), name).toBeDefined();
  expect(kindNamed('constructor')).toBeUndefined();
  expect(kindNamed('evnt')).toBeUndefined();
});

describe('the smallest edition', () => {
  const into = () => {
    const folder = mkdtempSync(join(tmpdir(), 'new-'));
    folders.push(folder);
    return folder;
  };

  test.each([...shippedLanguages(), 'de', 'he'])('is valid and has no notes in %s', (lang) => {
    const dir = into();
    writeFolder(join(dir, 'edition'), editionFiles(lang, 2040, wordsToTranslate(lang)));
    const notes = readContent(join(dir, 'edition')).problems.filter(({ message }) => !message.includes('has no form'));
    expect(notes).toEqual([]);
    expect(wordsToTranslate(lang) === undefined).toBe(shippedLanguages().includes(lang));
  });

  test.runIf(process.platform === 'linux')('causes one error message where no folder can be created', () => {
    // In a child process, which can be killed if it hangs.
    const { status, stderr } = spawnSync(process.execPath, ['scripts/new.ts', 'edition', '/proc/x'], {
      encoding: 'utf8',
      timeout: 20_000,
    });
    expect(stderr).toMatch(
      /^"\/proc\/x" can't be created \(E[A-Z]+\); choose a folder that you can write to\. Nothing was written\.\n$/,
    );
    expect(status).toBe(1);
  });

  test('is written completely, and only into a new or empty folder', () => {
    const dir = into();
    writeFolder(dir, new Map([['a/b.md', 'text']]));
    expect(readFileSync(join(dir, 'a/b.md'), 'utf8')).toBe('text');
    expect(() => writeFolder(dir, new Map([['c.md', 'text']]))).toThrow("isn't empty");
    expect(() => writeFolder(join(dir, 'a/b.md'), new Map())).toThrow('is a file');
    expect(() => wordsToTranslate('English')).toThrow("isn't a language code");
  });
});
