import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync, globSync } from 'node:fs';
import { resolve } from 'node:path';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import sharp from 'sharp';
import { broken, type Change } from '../broken/broken.ts';
import { built, run } from '../helpers/build.ts';

const out = built('kept');
const aside = join(out, '..', '.kept-new');
const old = join(out, '..', '.kept-old');
const lock = resolve('node_modules/.cache/build.lock');
const last = 'the last good site';
const isLast = () => existsSync(join(out, 'index.html')) && readFileSync(join(out, 'index.html'), 'utf8') === last;
/** Is the new site there, with all of its files? */
const isNew = () => {
  const files = (dir: string) => globSync('**/*.html', { cwd: dir }).sort();
  return existsSync(join(out, '_headers')) && files(out).join() === files(built('solo')).join();
};

/** Builds a small edition over the last good site, with a fault that tests/faults/inject.ts brings about. */
function build(fault: Record<string, string> = {}, environment: Record<string, string> = {}) {
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  writeFileSync(join(out, 'index.html'), last);
  return again(fault, environment);
}
const again = (fault: Record<string, string> = {}, environment: Record<string, string> = {}) =>
  run('build.ts', ['--outDir', out], {
    CONTENT_DIR: 'tests/editions/solo',
    SITE_DATE: '2026-06-01',
    ...(Object.keys(fault).length > 0 && { NODE_OPTIONS: `--import ${resolve('tests/faults/inject.ts')}` }),
    ...fault,
    ...environment,
  });

/** Sentences, and none of the machine's own talk. */
function expectPlain(output: string) {
  expect(output.trim()).not.toBe('');
  expect(output).not.toMatch(/\n\s+at |node_modules|\bE[A-Z]{4,}:|heap|call stack|\.ts:\d/i);
}

describe('a build that is killed', () => {
  test.each([
    ['SIGINT', 'check', 130],
    ['SIGTERM', 'render', 143],
    ['SIGHUP', 'index', 129],
  ])('%s during its %s: ends with a sentence, and leaves the last good site and nothing else', async (...kill) => {
    const [signal, moment, code] = kill;
    const { code: ended, output } = await build({ FAULT_KILL: `${signal}@${moment}` });
    expect(output).toBe('Stopped; the last good site is left as it was.\n');
    expect(ended).toBe(code);
    expect([isLast(), existsSync(aside), existsSync(lock)]).toEqual([true, false, false]);
  });

  test('when it has swapped already, it ends as if nothing had been', async () => {
    const { code, output } = await build({ FAULT_KILL: 'SIGTERM@swap' });
    expect([code, output.includes('is ready')]).toEqual([0, true]);
    expect([isNew(), existsSync(old)]).toEqual([true, false]);
  });

  test('without a chance to say anything, while it renders: what it started ends too, and the next build succeeds', async () => {
    await build({ FAULT_KILL: 'SIGKILL@render' });
    expect([isLast(), existsSync(lock)]).toEqual([true, true]);
    expect(readFileSync(lock, 'utf8').trim().split('\n')).toHaveLength(2);
    const { code, output } = await again();
    expect([output, code]).toEqual([expect.stringContaining('is ready'), 0]);
    expect([isNew(), existsSync(aside), existsSync(lock)]).toEqual([true, false, false]);
  });

  test('without a chance to say anything, between the renames of the swap: even a build that fails puts the last good site back', async () => {
    await build({ FAULT_KILL: 'SIGKILL@swap' });
    expect([existsSync(out), existsSync(old)]).toEqual([false, true]);
    const { code } = await again({}, { CONTENT_DIR: 'no/such/folder' });
    expect(code).toBe(1);
    expect([isLast(), existsSync(aside), existsSync(old), existsSync(lock)]).toEqual([true, false, false, false]);
  });

  test('without a chance to say anything, right after the swap: the new site stands', async () => {
    await build({ FAULT_KILL: 'SIGKILL@after' });
    expect(isNew()).toBe(true);
    await again({}, { CONTENT_DIR: 'no/such/folder' });
    expect(isNew()).toBe(true);
  });

  test.each([
    ['empty, from a disk that was full', '', -60_000],
    ['by a process whose number another one has now', `${process.pid} 1\n`, 0],
    ['by a process that is gone', '4194304 1\n', 0],
  ])('a lock that was left %s holds nobody up', async (_, text, age) => {
    mkdirSync(join(lock, '..'), { recursive: true });
    writeFileSync(lock, text);
    const { utimesSync } = await import('node:fs');
    utimesSync(lock, new Date(), new Date(Date.now() + age));
    const { output } = await build({ FAULT_KILL: 'SIGTERM@render' });
    expect(output).not.toContain('Another build');
    expect(output).toContain('Stopped');
  });
});

describe('a build that the machine refuses', () => {
  test.each([
    ['a full disk', { FAULT_WRITE: 'ENOSPC@300000' }, 'The disk is full; make room, and build again.'],
    ['a disk that can only be read', { FAULT_WRITE: 'EROFS@0' }, 'The disk can only be read (tests/.built/.kept-new/'],
    ['a folder without rights', { FAULT_WRITE: 'EACCES@200000' }, 'The system forbids it (tests/.built/.kept-new/'],
    ['too little memory', { FAULT_MEMORY: '1' }, 'The memory did not suffice;'],
    ['a search engine that can’t be started', { FAULT_INDEX: 'throws' }, 'the search index couldn’t be made'],
    ['a search engine that refuses a page', { FAULT_INDEX: 'errors' }, 'this page is broken'],
    ['a search engine that writes nothing', { FAULT_INDEX: 'nothing' }, 'Pagefind found no page in it'],
    ['a search engine that never answers', { FAULT_INDEX: 'silent', INDEX_LIMIT: '1' }, 'Pagefind gave no answer'],
  ])('%s: a sentence, and the last good site', async (_, fault, sentence) => {
    const { code, output } = await build(fault as unknown as Record<string, string>);
    expect(output).toContain(sentence);
    expect(output).toContain('The site could not be built; the last good one is left as it was.');
    expectPlain(output);
    expect([code, isLast(), existsSync(aside), existsSync(lock)]).toEqual([1, true, false, false]);
  });
});

describe('a folder that a site can’t be made in', () => {
  test.each([
    ['a file', 'package.json', '"package.json" is a file'],
    ['a folder inside the content', 'tests/editions/solo/site', 'inside tests/editions/solo/'],
    ['the content itself', 'tests/editions', 'which holds the content'],
    ['the project’s own folder', '.', 'which holds the project itself'],
    ['a folder of the project', 'src/pages/site', 'inside src/'],
    ['a folder with other files', 'docs', 'holds other files'],
  ])('%s: a sentence, and nothing changed', async (_, folder, sentence) => {
    const { code, output } = await run('build.ts', ['--outDir', folder], { CONTENT_DIR: 'tests/editions/solo' });
    expect([code, output]).toEqual([1, expect.stringContaining(sentence)]);
    expectPlain(output);
  });
});

describe('a content that can’t be read', () => {
  const ends = async (dir: string, ...words: string[]) => {
    const { code, output } = await run('check.ts', [], { CONTENT_DIR: dir });
    for (const word of words) expect(output).toContain(word);
    expectPlain(output);
    expect(code).toBe(1);
  };
  const name = 'pages/visit.en.md';

  test.each(['site.yaml', 'sources.yaml', 'redirects.yaml', 'interface/en.yaml', 'member-cities.csv', name])(
    '%s is a folder, a link to itself, a link to nowhere',
    async (file) => {
      for (const make of [
        (path: string) => mkdirSync(path),
        (path: string) => symlinkSync(path, path),
        (path: string) => symlinkSync('nowhere', path),
      ]) {
        const { dir, remove } = broken({ [file]: null });
        make(join(dir, file));
        try {
          await ends(dir, file);
        } finally {
          remove();
        }
      }
    },
  );

  test('a picture is a link to itself, a folder is a link that leads round and round', async () => {
    const { dir, remove } = broken({});
    symlinkSync('round.png', join(dir, 'events/round.png'));
    symlinkSync('..', join(dir, 'events/more'));
    try {
      await ends(dir, 'events/round.png');
    } finally {
      remove();
    }
  });

  test('a picture that is cut off: the build says which', async () => {
    const pixels = { create: { width: 900, height: 600, channels: 3 as const, background: '#a54' } };
    const noise = { ...pixels.create, noise: { type: 'gaussian' as const, mean: 120, sigma: 60 } };
    const whole = await sharp({ create: noise }).jpeg().toBuffer();
    const changes: Record<string, Change> = {
      'pages/half.jpg': whole.subarray(0, whole.length / 2),
      [name]: { replace: '\n---\n', with: '\n---\n\n![Half of a picture](./half.jpg "Photo: Somebody, CC0")\n' },
    };
    const { dir, remove } = broken(changes);
    try {
      const { code, output } = await build({}, { CONTENT_DIR: dir });
      expect([code, isLast()]).toEqual([1, true]);
      expect(output).toContain('half.jpg');
      expectPlain(output);
    } finally {
      remove();
    }
  });
});
