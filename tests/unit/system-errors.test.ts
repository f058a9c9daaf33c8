import { existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { systemErrorMessage } from '../../scripts/lib/system-errors.ts';
import {
  removeOldSite,
  outDirError,
  replaceSite,
  outputFolders,
  recoverInterrupted,
  type OutputFolders,
} from '../../scripts/lib/output-folders.ts';
import { checkFolders } from '../../src/settings.ts';
import { indexFiles, type SearchEngine } from '../../src/search/index/indexing.ts';

describe('a system error', () => {
  test.each([
    ["ENOSPC: no space left on device, write '/srv/site/dist/a.html'", 'The disk is full'],
    ['EDQUOT: disk quota exceeded, write', 'quota'],
    ["EROFS: read-only file system, mkdir '/srv/site/dist'", 'The disk is read-only (dist)'],
    ["EACCES: permission denied, open '/srv/site/dist/a.html'", 'Permission denied (dist/a.html)'],
    ["EPERM: operation not permitted, rename '/elsewhere/a' -> '/elsewhere/b'", 'Permission denied (/elsewhere/a)'],
    ["EMFILE: too many open files, open 'x'", 'Too many files are open'],
    ["EXDEV: cross-device link not permitted, rename 'dist'", 'a mount point'],
    ["ENOENT: no such file or directory, mkdir '/proc/x'", "The folder can't be created (/proc/x)"],
    ["EIO: i/o error, read 'x'", 'it may be damaged'],
    ["ELOOP: too many symbolic links encountered, stat 'x'", 'A symbolic link points to itself'],
    ['FATAL ERROR: Reached heap limit Allocation failed - JavaScript heap out of memory', 'ran out of memory'],
    ['Maximum call stack size exceeded', 'nested too deeply'],
  ])('%s', (error, message) => {
    const cause = systemErrorMessage(error, '/srv/site');
    expect(cause).toContain(message);
    expect(cause).not.toContain('/srv');
  });

  test('any other error is left unexplained', () => {
    expect(
      systemErrorMessage('events/days-of-bread.en.md:5  there is no host city "krakau"', '/srv/site'),
    ).toBeUndefined();
  });
});

describe('a folder that a site can’t be built in', () => {
  const content = resolve('tests/editions/solo');
  test.each([
    ['package.json', '"package.json" is a file'],
    ['tests/editions/solo/site', 'inside tests/editions/solo/'],
    ['tests/editions', 'contains the content'],
    ['.', 'contains the project'],
    ['src/pages/site', 'inside src/'],
    ['docs', 'contains files'],
  ])('%s', (folder, message) => {
    expect(outDirError(folder, outputFolders(folder), content)).toContain(message);
  });

  test('a folder that doesn’t exist yet is accepted', () => {
    expect(outDirError('no-such-site', outputFolders('no-such-site'), content)).toBeUndefined();
  });
});

test.each([
  ['/site/a#b', '/site/content', '"/site/a#b" contains "#"'],
  ['/site/a?b', '/site/a?b/content', '"/site/a?b" contains "?"'],
  ['/site', '/what?/content', '"/what?/content" contains "?"'],
  ['/site/[a] {b} 100% & "c"', '/other/a#b', undefined],
])('a project in %s with its content in %s', (root, content, message) => {
  const check = () => checkFolders(root, content);
  if (message === undefined) expect(check).not.toThrow();
  else expect(check).toThrow(message);
});

describe('replacing the site', () => {
  let dir: string;
  let folders: OutputFolders;
  const put = (folder: string, text: string) => {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'index.html'), text);
  };
  const current = () => readFileSync(join(folders.out, 'index.html'), 'utf8');
  const left = () => [folders.buildDir, folders.staging, folders.old].filter((folder) => existsSync(folder));
  beforeEach(() => {
    dir = realpathSync(mkdtempSync(join(tmpdir(), 'swap-')));
    folders = { ...outputFolders(join(dir, 'site')), buildDir: join(dir, 'made') };
    put(folders.out, 'last');
  });
  afterEach(() => rmSync(dir, { recursive: true, force: true }));

  test('works if the site was built on another disk, and leaves no temporary folders behind', async () => {
    put(folders.buildDir, 'new');
    replaceSite(folders);
    await removeOldSite(folders);
    expect([current(), left()]).toEqual(['new', []]);
  });

  test('restores the last site if it fails', () => {
    // The new site is missing when it should be renamed.
    folders = { ...folders, buildDir: folders.staging };
    expect(() => replaceSite(folders)).toThrow('ENOENT');
    expect([current(), left()]).toEqual(['last', []]);
  });

  test('is undone if it was interrupted, and the unfinished site is deleted', async () => {
    rmSync(folders.out, { recursive: true });
    put(folders.old, 'last');
    put(folders.staging, 'half of the new site');
    await recoverInterrupted(folders);
    expect([current(), left()]).toEqual(['last', []]);
  });
});

describe('a failing search engine', () => {
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
      "Pagefind can't be started, or has stopped; run npm ci to reinstall it.",
    ],
    ['throws', engine(() => Promise.reject(new Error('the disk is slow'))), 'the disk is slow'],
    ['can’t create an index', engine(() => Promise.resolve({ errors: ['no room'] })), 'no room'],
    ['rejects a page', taking(['it is broken'], []), 'Pagefind rejects /: it is broken'],
    ['can’t write', taking([], ['no room']), 'no room'],
    ['finds no page', taking([], []), 'Pagefind found no pages'],
    ['never answers', engine(() => new Promise(() => undefined)), 'Pagefind did not respond; build again'],
  ])('%s: one message', async (_, failing, reason) => {
    const indexing = indexFiles([page], { engine: failing, timeout: 50 });
    await expect(indexing).rejects.toThrow(`The search index couldn't be created: ${reason}`);
  });
});
