import { existsSync, linkSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'; // prettier-ignore
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { hashOf, Layout } from '../../src/incremental/layout.ts';

vi.mock('node:fs', async (original) => {
  const fs = await original<typeof import('node:fs')>();
  return { ...fs, linkSync: vi.fn(fs.linkSync) };
});

let room: string;
let site: string;
beforeEach(() => {
  room = mkdtempSync(join(tmpdir(), 'layout-'));
  site = join(room, 'site');
});
afterEach(() => {
  rmSync(room, { recursive: true, force: true });
  vi.mocked(linkSync).mockClear();
});

/** A build: lays the files into a new site and puts it in the place of the last. @returns those that were written */
function build(files: Record<string, string>, last: string | undefined = site): string[] {
  const made = join(room, 'made');
  const written: string[] = [];
  const layout = new Layout(made, last, join(room, 'cache/ledger.json'));
  for (const [path, text] of Object.entries(files))
    layout.lay(path, hashOf(text), () => {
      written.push(path);
      return text;
    });
  layout.finish();
  rmSync(site, { recursive: true, force: true });
  renameSync(made, site);
  return written;
}
const files = { 'index.html': 'home', 'a/index.html': 'page a', 'b/index.html': 'page b' };
const shown = (path: string) => readFileSync(join(site, path), 'utf8');

test('what stands in the last site is taken from it, build after build; what is new or other is written', () => {
  expect(build(files)).toEqual(Object.keys(files));
  const { ino } = statSync(join(site, 'a/index.html'));
  expect(build(files)).toEqual([]);
  expect(build({ ...files, 'b/index.html': 'page B', 'c.ics': 'new' })).toEqual(['b/index.html', 'c.ics']);
  expect([shown('a/index.html'), shown('b/index.html'), shown('c.ics')]).toEqual(['page a', 'page B', 'new']);
  expect(statSync(join(site, 'a/index.html')).ino).toBe(ino);
  expect(statSync(join(site, 'a/index.html')).nlink).toBe(1);
});

test.each<[string, (file: string) => void]>([
  ['was written over', (file) => writeFileSync(file, 'PAGE A')],
  ['was made longer', (file) => writeFileSync(file, 'page a, by hand')],
  [
    'is another one of the same size and time',
    (file) => {
      const { atime, mtime } = statSync(file);
      const other = join(room, 'other');
      writeFileSync(other, 'PAGE A');
      utimesSync(other, atime, mtime);
      renameSync(other, file);
    },
  ],
  ['is gone', (file) => rmSync(file)],
  [
    'is a folder',
    (file) => {
      rmSync(file);
      mkdirSync(file);
    },
  ],
])('a file of the last site that %s is written anew', (_, touch) => {
  build(files);
  touch(join(site, 'a/index.html'));
  expect(build(files)).toEqual(['a/index.html']);
  expect(shown('a/index.html')).toBe('page a');
});

test('where the system has no such names, all is written', () => {
  build(files);
  vi.mocked(linkSync).mockImplementation(() => {
    throw Object.assign(new Error('EXDEV'), { code: 'EXDEV' });
  });
  expect(build(files)).toEqual(Object.keys(files));
  vi.mocked(linkSync).mockRestore();
});

test.each<[string, () => void]>([
  ['that is cut off', () => writeFileSync(join(room, 'cache/ledger.json'), '{"a/in')],
  ['that is missing', () => rmSync(join(room, 'cache/ledger.json'))],
])('with a ledger %s all is written', (_, damage) => {
  build(files);
  damage();
  expect(build(files)).toEqual(Object.keys(files));
});

test('nothing is taken where there is no last site', () => {
  build(files);
  const made = join(room, 'elsewhere');
  const layout = new Layout(made, undefined, join(room, 'cache/ledger.json'));
  layout.lay('index.html', hashOf('home'), () => 'home');
  expect(statSync(join(made, 'index.html')).nlink).toBe(1);
});

test('a file is never laid onto another, which might be one of the last site', () => {
  build(files);
  const made = join(room, 'new');
  const layout = new Layout(made, site, join(room, 'cache/ledger.json'));
  layout.lay('index.html', hashOf('home'), () => 'home');
  expect(statSync(join(made, 'index.html')).nlink).toBe(2);
  expect(() => layout.lay('index.html', hashOf('other'), () => 'other')).toThrow(
    'public/index.html has the name of a page; give it another.',
  );
  expect(shown('index.html')).toBe('home');
  expect(existsSync(join(room, 'cache/ledger.json.new'))).toBe(false);
});
