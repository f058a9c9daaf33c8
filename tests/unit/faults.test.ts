import { existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { causeOf } from '../../scripts/lib/system-errors.ts';
import { clearAway, outDirError, swapIn, targetOf, recoverInterrupted, type Target } from '../../scripts/lib/swap.ts';
import { checkFolders } from '../../src/settings.ts';
import { indexFiles, type SearchEngine } from '../../src/search/index/indexing.ts';

describe('what the machine refuses', () => {
  test.each([
    ["ENOSPC: no space left on device, write '/home/me/site/dist/a.html'", 'The disk is full'],
    ['EDQUOT: disk quota exceeded, write', 'quota'],
    ["EROFS: read-only file system, mkdir '/home/me/site/dist'", 'The disk can only be read (dist)'],
    ["EACCES: permission denied, open '/home/me/site/dist/a.html'", 'The system forbids it (dist/a.html)'],
    ["EPERM: operation not permitted, rename '/elsewhere/a' -> '/elsewhere/b'", 'The system forbids it (/elsewhere/a)'],
    ["EMFILE: too many open files, open 'x'", 'Too many files are open'],
    ["EXDEV: cross-device link not permitted, rename 'dist'", 'a disk of its own'],
    ["ENOENT: no such file or directory, mkdir '/proc/x'", 'There can be no folder of yours (/proc/x)'],
    ["EIO: i/o error, read 'x'", 'it may be damaged'],
    ["ELOOP: too many symbolic links encountered, stat 'x'", 'A link leads back to itself'],
    ['FATAL ERROR: Reached heap limit Allocation failed - JavaScript heap out of memory', 'The memory did not suffice'],
    ['Maximum call stack size exceeded', 'make it flat'],
  ])('%s', (said, sentence) => {
    const cause = causeOf(said, '/home/me/site');
    expect(cause).toContain(sentence);
    expect(cause).not.toContain('/home/me');
  });

  test('what isn’t the machine’s has no such sentence', () => {
    expect(causeOf('events/days-of-bread.en.md:5  there is no host city "krakau"', '/home/me/site')).toBeUndefined();
  });
});

describe('a folder that a site can’t be made in', () => {
  const content = resolve('tests/editions/solo');
  test.each([
    ['package.json', '"package.json" is a file'],
    ['tests/editions/solo/site', 'inside tests/editions/solo/'],
    ['tests/editions', 'which holds the content'],
    ['.', 'which holds the project itself'],
    ['src/pages/site', 'inside src/'],
    ['docs', 'holds other files'],
  ])('%s', (folder, sentence) => {
    expect(outDirError(folder, targetOf(folder), content)).toContain(sentence);
  });

  test('one that isn’t there can be made', () => {
    expect(outDirError('no-such-site', targetOf('no-such-site'), content)).toBeUndefined();
  });
});

test.each([
  ['/work/a#b', '/work/content', '"/work/a#b" contains "#"'],
  ['/work/a?b', '/work/a?b/content', '"/work/a?b" contains "?"'],
  ['/work', '/what?/content', '"/what?/content" contains "?"'],
  ['/work/[a] {b} 100% & "c"', '/other/a#b', undefined],
])('a project in %s with its content in %s', (root, content, message) => {
  const check = () => checkFolders(root, content);
  if (message === undefined) expect(check).not.toThrow();
  else expect(check).toThrow(message);
});

describe('the swap', () => {
  let room: string;
  let target: Target;
  const put = (folder: string, text: string) => {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'index.html'), text);
  };
  const shown = () => readFileSync(join(target.out, 'index.html'), 'utf8');
  const left = () => [target.made, target.aside, target.old].filter((folder) => existsSync(folder));
  beforeEach(() => {
    room = realpathSync(mkdtempSync(join(tmpdir(), 'swap-')));
    target = { ...targetOf(join(room, 'site')), made: join(room, 'made') };
    put(target.out, 'last');
  });
  afterEach(() => rmSync(room, { recursive: true, force: true }));

  test('from another disk: the new site stands, and nothing is left', async () => {
    put(target.made, 'new');
    swapIn(target);
    await clearAway(target);
    expect([shown(), left()]).toEqual(['new', []]);
  });

  test('that fails puts the last site back', () => {
    // Made aside, and gone when it should be put in.
    target = { ...target, made: target.aside };
    expect(() => swapIn(target)).toThrow('ENOENT');
    expect([shown(), left()]).toEqual(['last', []]);
  });

  test('that was torn apart is mended, and what was unfinished goes', async () => {
    rmSync(target.out, { recursive: true });
    put(target.old, 'last');
    put(target.aside, 'half of the new');
    await recoverInterrupted(target);
    expect([shown(), left()]).toEqual(['last', []]);
  });
});

describe('a search engine that fails', () => {
  const page = { url: '/', html: '<html lang="en"><p>Bread</p>' };

  const engine = (createIndex: () => unknown): SearchEngine =>
    ({ createIndex, close: () => Promise.resolve() }) as unknown as SearchEngine;
  const taking = (added: string[], failures: string[]): SearchEngine =>
    engine(() =>
      Promise.resolve({
        errors: [],
        index: {
          addHTMLFile: () => Promise.resolve({ errors: added }),
          getFiles: () => Promise.resolve({ errors: failures, files: [] }),
        },
      }),
    );

  test.each<[string, SearchEngine, string]>([
    [
      'can’t be started',
      engine(() => Promise.reject(new Error('Pagefind backend closed'))),
      "Pagefind's program can't be started, or has ended; npm ci installs it again.",
    ],
    ['throws', engine(() => Promise.reject(new Error('the disk is slow'))), 'the disk is slow'],
    ['refuses to begin', engine(() => Promise.resolve({ errors: ['no room'] })), 'no room'],
    ['refuses a page', taking(['it is broken'], []), 'Pagefind refuses /, it is broken'],
    ['can’t write', taking([], ['no room']), 'no room'],
    ['finds no page', taking([], []), 'Pagefind found no page'],
    ['never answers', engine(() => new Promise(() => undefined)), 'Pagefind gave no answer; build again'],
  ])('%s: one sentence', async (_, failing, reason) => {
    const indexing = indexFiles([page], { engine: failing, timeout: 50 });
    await expect(indexing).rejects.toThrow(`The search index couldn't be made: ${reason}`);
  });
});
