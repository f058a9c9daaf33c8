import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'; // prettier-ignore
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Store } from '../../src/incremental/store.ts';
import type { Part } from '../../src/model/parts.ts';

let folder: string;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'store-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

type Values = Record<Part, string>;
const worked = new Map<Part, Part[]>([
  ['once:list', ['list:events', 'once:inner']],
  ['once:inner', ['facts:a']],
]);
const values: Values = { 'list:events': '1', 'facts:a': '1', 'facts:b': '1' };
const pages: Record<string, Part[]> = { '/': ['once:list'], '/a/': ['facts:a'], '/b/': ['facts:b'], '/none/': [] };

const open = (now: Values, tools = 'tools') => new Store(folder, tools, (part) => now[part]);

/** A build: each page is kept or made. @returns those that were made */
function build(
  now: Values,
  { tools = 'tools', all = pages, text = 'first', whole = true, made: known = worked } = {},
): string[] {
  const store = open(now, tools);
  const made: string[] = [];
  for (const [address, parts] of Object.entries(all))
    if (!store.keep(address)) {
      made.push(address);
      store.write(address, Buffer.from(`${text} ${address}`), parts);
    }
  if (whole) store.finish(known);
  return made;
}
const read = (address: string, now = values) => {
  const store = open(now);
  return store.keep(address) ? store.read(address).toString() : undefined;
};

describe('pages that are kept', () => {
  test('all of them where nothing has changed, build after build', () => {
    expect(build(values)).toEqual(Object.keys(pages));
    expect(build(values, { text: 'second' })).toEqual([]);
    expect(build(values, { text: 'third' })).toEqual([]);
    expect(Object.keys(pages).map((address) => read(address))).toEqual(
      Object.keys(pages).map((address) => `first ${address}`),
    );
  });

  test.each<[string, Values, string[]]>([
    ['its own part', { ...values, 'facts:b': '2' }, ['/b/']],
    ['a part of what was worked out', { ...values, 'list:events': '2' }, ['/']],
    ['a part two steps away', { ...values, 'facts:a': '2' }, ['/', '/a/']],
    ['a part that is gone', { 'list:events': '1', 'facts:a': '1' }, ['/b/']],
    ['nothing that a page was made from', { ...values, 'facts:new': '1' }, []],
  ])('not that of which has changed: %s', (_, now, made) => {
    build(values);
    expect(build(now, { text: 'second' })).toEqual(made);
    // A page that still rests on what is gone is never kept.
    for (const address of Object.keys(pages).filter((one) => one !== '/b/' || 'facts:b' in now))
      expect(read(address, now)).toBe(`${made.includes(address) ? 'second' : 'first'} ${address}`);
  });

  test('a change is seen where the page was kept in a build between', () => {
    build(values);
    // Nobody worked the list out in this one, as its page was kept.
    expect(build(values, { made: new Map() })).toEqual([]);
    expect(build(values, { made: new Map() })).toEqual([]);
    expect(build({ ...values, 'facts:a': '2' })).toEqual(['/', '/a/']);
  });

  test('none that was made with other tools', () => {
    build(values);
    expect(build(values, { tools: 'others', text: 'second' })).toEqual(Object.keys(pages));
    expect(readdirSync(folder).length).toBe(2);
  });

  test('a new page is made, one that is gone is forgotten', () => {
    build(values);
    const rest = Object.fromEntries(Object.entries(pages).filter(([address]) => address !== '/a/'));
    expect(build(values, { all: { ...rest, '/new/': [] } })).toEqual(['/new/']);
    expect(build(values)).toEqual(['/a/']);
  });

  test('what is known of a page is kept with it', () => {
    const about = { lang: 'en', searched: 'x', scripts: ["'sha256-a'"], styles: [] };
    const store = open(values);
    store.write('/', Buffer.from('page'), ['facts:a'], about);
    store.write('/x.ics', Buffer.from('calendar'), []);
    store.finish(new Map());
    const next = open(values);
    expect([next.keep('/'), next.keep('/x.ics')]).toEqual([true, true]);
    expect([next.about('/'), next.about('/x.ics')]).toEqual([about, undefined]);
  });
});

describe('what lies on the disk', () => {
  const theFile = () => join(folder, readdirSync(folder).find((name) => name.startsWith('pages-')) as string);

  test('a build that is killed leaves the pages of the one before, and the next takes its leftovers away', () => {
    build(values);
    build({ ...values, 'facts:b': '2' }, { text: 'half', whole: false });
    expect(read('/b/')).toBe('first /b/');
    build(values, { tools: 'others', whole: false });
    build(values, { tools: 'others again' });
    expect(readdirSync(folder).sort()).toEqual(['index.json', expect.stringMatching(/^pages-/)]);
  });

  test.each<[string, () => void]>([
    ['an index that is cut off', () => truncateSync(join(folder, 'index.json'), 20)],
    ['an index that is empty', () => writeFileSync(join(folder, 'index.json'), '')],
    ['pages that are cut off', () => truncateSync(theFile(), 10)],
    ['pages that are gone', () => rmSync(theFile())],
    [
      'an index of another version',
      () => {
        const file = join(folder, 'index.json');
        writeFileSync(file, readFileSync(file, 'utf8').replace(/"version":\d+/, '"version":0'));
      },
    ],
  ])('%s: all is made anew', (_, damage) => {
    build(values);
    damage();
    expect(build(values, { text: 'second' })).toEqual(Object.keys(pages));
    expect(read('/a/')).toBe('second /a/');
  });

  test('where more than half of the file is old it is written anew', () => {
    const long = { '/long/': ['facts:b'] };
    const text = 'x'.repeat(1_100_000);
    build(values, { all: long, text });
    build({ ...values, 'facts:b': '2' }, { all: long, text });
    const before = statSync(theFile()).size;
    build({ ...values, 'facts:b': '3' }, { all: long, text });
    expect(statSync(theFile()).size).toBeLessThan(before);
    expect(read('/long/', { ...values, 'facts:b': '3' })).toBe(`${text} /long/`);
    expect(readdirSync(folder).length).toBe(2);
  });

  test('bytes that nobody asks for do no harm', () => {
    build(values);
    appendFileSync(theFile(), 'left by a build that was killed');
    expect(build({ ...values, 'facts:a': '2' }, { text: 'second' })).toEqual(['/', '/a/']);
    expect(read('/b/', { ...values, 'facts:a': '2' })).toBe('first /b/');
    expect(read('/a/', { ...values, 'facts:a': '2' })).toBe('second /a/');
  });
});
