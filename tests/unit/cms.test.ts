import Ajv from 'ajv';
import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { cmsConfig } from '../../src/cms/config.ts';
import { readEntryText, writeEntry } from '../../src/cms/entry-text.ts';
import { cmsPolicy } from '../../src/cms/page.ts';
import { patch, sveltia } from '../../src/cms/sveltia.ts';
import { findGitRoot } from '../../src/integrations/cms.ts';
import { kinds, originalSchema, wordKeysOf } from '../../src/model/schema/kinds.ts';
import { propertiesOf } from '../../src/model/schema/meta.ts';
import { editionIn } from '../helpers/editions.ts';
import { importsOf } from '../helpers/imports.ts';
import { least } from '../helpers/this-edition.ts';

/** The CMS's script, in its package. */
const script = createRequire(import.meta.url).resolve('@sveltia/cms');

/** A file after an editor's change. */
const change = (text: string, values: Record<string, unknown>) => writeEntry({ ...readEntryText(text), ...values });

/** The changed lines, old and new. */
function difference(before: string, after: string): string[] {
  const [old, now] = [before.split('\n'), after.split('\n')];
  return [
    ...old.filter((line) => !now.includes(line)).map((line) => `- ${line}`),
    ...now.filter((line) => !old.includes(line)).map((line) => `+ ${line}`),
  ];
}

const byHand = `---
# The number comes first here.
edition: 12
title: 'Odd, but valid'   # as the poster has it
fields: [ music,  "film" ]
starts: 2031-06-12 09:00
location: {lat: 50.10, lon: -19.9366}

summary: >-
  One sentence
  over two lines.
aliases:
- One
-   'Two'
---
The text begins at once.

1. one
1. one
`;

describe('a file that the CMS writes', () => {
  test('is the same as before if nothing was changed', () => {
    const files = globSync('{content,tests/editions/*}/**/*.md');
    expect(files.length).toBeGreaterThan(least(100) || 20);
    for (const file of files) {
      const text = readFileSync(file, 'utf8');
      expect(writeEntry(readEntryText(text)), file).toBe(text);
    }
    expect(writeEntry(readEntryText(byHand))).toBe(byHand);
  });

  test('differs by one line if a title was changed', () => {
    for (const file of globSync('{content,tests/editions/*}/**/*.md')) {
      const text = readFileSync(file, 'utf8');
      const title = String(readEntryText(text)['title']);
      expect(difference(text, change(text, { title: 'New: a “title”' })), file).toEqual([
        `- title: "${title}"`,
        '+ title: "New: a “title”"',
      ]);
    }
  });

  test.each([
    ['a title, and keeps the comment after it', { title: 'Other' }, 'title: "Other"   # as the poster has it'],
    ['a number, which stays unquoted', { edition: 13 }, 'edition: 13'],
    ['a word in a list on one line', { fields: ['music', 'design'] }, 'fields: [ music,  "design" ]'],
    ['a word in a list with one item per line', { aliases: ['One', 'Three'] }, '-   "Three"'],
    ['a time', { starts: '2031-06-12 10:00' }, 'starts: "2031-06-12 10:00"'],
    ['a part of a group', { location: { lat: 50.1, lon: 19 } }, 'location: {lat: 50.10, lon: 19}'],
    ['the text', { body: 'The text begins at once.\n\n1. one\n1. two' }, '1. two'],
  ])('has a changed line for %s', (_, values, line) => {
    const after = change(byHand, values);
    expect(difference(byHand, after).filter((text) => text.startsWith('+'))).toEqual([`+ ${line}`]);
    expect(after.split('\n').length).toBe(byHand.split('\n').length + ('body' in values ? 1 : 0));
  });

  test('has a rewritten field if its structure changed', () => {
    expect(difference(byHand, change(byHand, { fields: ['music', 'film', 'design'], summary: 'Short.' }))).toEqual([
      '- fields: [ music,  "film" ]',
      '- summary: >-',
      '-   One sentence',
      '-   over two lines.',
      '+ fields:',
      '+   - "music"',
      '+   - "film"',
      '+   - "design"',
      '+ summary: "Short."',
    ]);
  });

  test('has a new field after its predecessor, and no empty fields', () => {
    const { title, summary, ...rest } = readEntryText(byHand);
    const ordered = { title, theme: 'A motto', summary, ...rest, starts: '', location: { lat: null }, aliases: [] };
    const after = writeEntry(ordered);
    expect(after).toContain('title: \'Odd, but valid\'   # as the poster has it\ntheme: "A motto"\nfields:');
    expect(after).not.toMatch(/starts|location|aliases|One$/m);
    expect(after).toContain('# The number comes first here.');
    expect(readEntryText(after)['body']).toBe(readEntryText(byHand)['body']);
  });

  test('is formatted like the content if it is new', () => {
    const values = { title: 'No: "1"', year: 2031, location: { lat: 1.5, lon: -2 }, sources: ['a', 'b'], theme: '' };
    const text =
      '---\ntitle: "No: \\"1\\""\nyear: 2031\nlocation:\n  lat: 1.5\n  lon: -2\nsources:\n  - "a"\n  - "b"\n---\n';
    expect(writeEntry({ ...values, body: '' })).toBe(text);
    expect(writeEntry({ ...values, body: '\nWords.\n' })).toBe(`${text}\nWords.\n`);
  });

  test('causes an error with the check’s message if it can’t be read', () => {
    expect(() => readEntryText('---\ntitle: One: two\n---\n')).toThrow(/^line 2: .*quotes/);
    expect(() => readEntryText('No fields.')).toThrow(/^line 1: the file must begin with/);
  });
});

describe('the configuration', () => {
  const schema = JSON.parse(readFileSync(join(dirname(script), '../schema/sveltia-cms.json'), 'utf8')) as object;
  const valid = new Ajv({ strict: false, allErrors: true, validateFormats: false }).compile(schema);
  const around = { repository: 'here', content: 'content', preview: 'http://localhost:4321' };
  interface Shown {
    name: string;
    widget: string;
    i18n?: boolean;
    required: boolean;
    fields?: Shown[];
    collection?: string;
    options?: { value: string }[];
  }
  const formsOf = (dir: string) => {
    const { collections, singletons } = cmsConfig(editionIn(dir), around);
    const all = [...(singletons ?? []), ...(collections ?? [])] as unknown as { name: string; fields: Shown[] }[];
    return new Map(all.map(({ name, fields }) => [name, fields]));
  };

  test.each(['content', 'tests/editions/solo', 'tests/editions/trio'])('for %s is accepted by the CMS', (dir) => {
    const config: unknown = JSON.parse(JSON.stringify(cmsConfig(editionIn(dir), around)));
    expect(valid(config), JSON.stringify(valid.errors?.slice(0, 3))).toBe(true);
  });

  test('has every field of the schemas: words in each language, facts in the default language only', () => {
    const forms = formsOf('tests/editions/trio');
    for (const kind of kinds) {
      const properties = propertiesOf(originalSchema(kind));
      const form = forms.get(kind) ?? [];
      expect(form.map(({ name }) => name)).toEqual([...properties.map(({ key }) => key), 'body']);
      expect(form.filter(({ i18n }) => i18n).map(({ name }) => name)).toEqual([...wordKeysOf(kind), 'body']);
      for (const { key, optional } of properties)
        expect(form.find(({ name }) => name === key)?.required, `${kind} ${key}`).toBe(!optional);
    }
  });

  test('offers the edition’s cities, fields, venues and sources', () => {
    const session = new Map(
      formsOf('tests/editions/trio')
        .get('sessions')
        ?.map((field) => [field.name, field]),
    );
    expect(session.get('city')).toMatchObject({ widget: 'relation', collection: 'host-cities' });
    expect(session.get('fields')).toMatchObject({ widget: 'relation', collection: 'fields', multiple: true });
    expect(session.get('sources')?.options?.map(({ value }) => value)).toEqual(['call', 'lamp-ledger', 'valley-line']);
    expect(session.get('starts')).toMatchObject({ widget: 'string', after_input: 'Africa/Casablanca' });
  });

  test('names the files by their paths, in all languages', () => {
    const config = cmsConfig(editionIn('tests/editions/trio'), { ...around, content: 'tests/editions/trio' });
    expect(config.singletons).toMatchObject([{ file: 'tests/editions/trio/meeting.{{locale}}.md' }]);
    expect(config.i18n).toMatchObject({ locales: ['en', 'ar', 'pt-BR'], default_locale: 'en' });
    const atRoot = cmsConfig(editionIn('tests/editions/trio'), { ...around, content: '' });
    expect(atRoot.singletons).toMatchObject([{ file: 'meeting.{{locale}}.md' }]);
    expect(atRoot.collections).toContainEqual(expect.objectContaining({ folder: 'host-cities' }));
  });
});

describe('the environment of the CMS', () => {
  test('the policy allows no other host and no inline script, and no HMR connection that reloads the page', () => {
    const policy = cmsPolicy('http://localhost:4321');
    expect(policy).toContain("default-src 'none'");
    expect(policy).toMatch(/script-src 'self';/);
    expect(policy).toContain('connect-src http://localhost:4321/ blob: data:;');
    expect(policy.match(/https?:[^ ;]*/g)).toEqual(['http://localhost:4321/']);
  });

  test('all its packages are optimised at startup, because a page with old addresses of packages stays blank', () => {
    const { include, exclude } = (sveltia().config as () => { optimizeDeps: Record<string, string[]> })().optimizeDeps;
    expect([...(include ?? []), ...(exclude ?? [])].sort()).toEqual(importsOf(['src/cms/start.ts']).packages);
  });

  test('the patch fixes exactly one place in the CMS’s script', () => {
    const patched = patch(readFileSync(script, 'utf8'));
    expect(patched.match(/Object\.values\(\w+\(\w+\)\[\w+\] \?\? \{\}\)\.some\(\(\{valid:/g)).toHaveLength(1);
    expect(patched).not.toContain('sourceMappingURL');
  });

  test('the repository is the nearest one above the content folder', () => {
    const dir = mkdtempSync(join(tmpdir(), 'repository-'));
    try {
      mkdirSync(join(dir, 'a/b/content'), { recursive: true });
      expect(findGitRoot(join(dir, 'a/b/content'))).toBeUndefined();
      mkdirSync(join(dir, '.git'));
      expect(findGitRoot(join(dir, 'a/b/content'))).toBe(dir);
      writeFileSync(join(dir, 'a/b/.git'), 'gitdir: elsewhere');
      expect(findGitRoot(join(dir, 'a/b/content'))).toBe(join(dir, 'a/b'));
    } finally {
      rmSync(dir, { recursive: true });
    }
  });
});
