import {
  existsSync,
  globSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import sharp from 'sharp';
import { copyWithChanges, type Change } from '../content-errors/copy-with-changes.ts';
import { built, run } from '../helpers/build.ts';

/** A URL, because NODE_OPTIONS splits a path at its spaces. */
const faults = pathToFileURL('tests/fault-injection/inject.ts').href;
const out = built('swap');
const staging = join(out, '..', '.swap-new');
const old = join(out, '..', '.swap-old');
const lock = resolve('node_modules/.cache/build.lock');
const last = 'the last good site';
const isLast = () => existsSync(join(out, 'index.html')) && readFileSync(join(out, 'index.html'), 'utf8') === last;
/** Is the new site in place, with all its files? */
const isNew = () => {
  const files = (dir: string) => globSync('**/*.html', { cwd: dir }).sort();
  return existsSync(join(out, '_headers')) && files(out).join() === files(built('solo')).join();
};

/** Is the process named in a line of the lock file running? A zombie isn't. */
function isAlive(line: string): boolean {
  try {
    const stat = readFileSync(`/proc/${line.split(' ')[0]}/stat`, 'utf8');
    return !/\) [ZX] /.test(stat);
  } catch {
    return false;
  }
}

/** Builds a small edition over the last good site, with a fault that tests/fault-injection/inject.ts causes. */
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
    ...(Object.keys(fault).length > 0 && {
      NODE_OPTIONS: `${memory(fault)}--import ${faults}`,
    }),
    ...fault,
    ...environment,
  });

/** A small heap, which fills up faster. */
const memory = (fault: Record<string, string>) => ('FAULT_MEMORY' in fault ? '--max-old-space-size=256 ' : '');
/** Skips rendering, for faults before or after it. */
const rendered = { FAULT_RENDER: built('solo') };

/** Expects plain messages without stack traces or error codes. */
function expectPlain(output: string) {
  expect(output.trim()).not.toBe('');
  expect(output).not.toMatch(/\n\s+at |node_modules|\bE[A-Z]{4,}\b|heap|call stack|\.ts:\d|Error:|\berrno\b/);
}

describe('a build that is killed', () => {
  test.each([
    ['SIGINT', 'check', 130],
    ['SIGHUP', 'check', 129],
    ['SIGTERM', 'render', 143],
  ])('with %s during the %s: one message, and only the last good site is left', async (...kill) => {
    const [signal, moment, code] = kill;
    const { code: ended, output } = await build({ FAULT_KILL: `${signal}@${moment}` });
    expect(output).toBe('Stopped; the last good site is unchanged.\n');
    expect(ended).toBe(code);
    expect([isLast(), existsSync(staging), existsSync(lock)]).toEqual([true, false, false]);
  });

  test('with SIGTERM during the swap: it finishes as usual', async () => {
    const { code, output } = await build({ FAULT_KILL: 'SIGTERM@swap', ...rendered });
    expect([code, output.includes('is ready')]).toEqual([0, true]);
    expect([isNew(), existsSync(old)]).toEqual([true, false]);
  });

  test('with SIGKILL while Astro is in an endless loop: Astro ends too, and the next build succeeds', async () => {
    await build({ FAULT_KILL: 'SIGKILL@render' });
    expect([isLast(), existsSync(lock)]).toEqual([true, true]);
    const holders = readFileSync(lock, 'utf8').trim().split('\n');
    expect(holders).toHaveLength(2);
    // Below, `_headers`, the last file of a build, is missing: Astro was stopped and didn't just finish.
    await expect.poll(() => holders.filter(isAlive), { timeout: 30_000 }).toEqual([]);
    expect([existsSync(staging), existsSync(join(staging, '_headers'))]).toEqual([true, false]);
    // A web server run by another user can read the site, whatever the umask.
    const { code, output } = await again({ FAULT_UMASK: '077' });
    expect([out, join(out, 'index.html')].map((path) => statSync(path).mode & 0o044)).toEqual([0o044, 0o044]);
    expect(output).not.toContain('Another build');
    expect([output, code]).toEqual([expect.stringContaining('is ready'), 0]);
    expect([isNew(), existsSync(staging), existsSync(lock)]).toEqual([true, false, false]);
  });

  test('with SIGKILL between the renames of the swap: even a build that fails restores the last good site', async () => {
    await build({ FAULT_KILL: 'SIGKILL@swap', ...rendered });
    expect([existsSync(out), existsSync(old)]).toEqual([false, true]);
    const { code } = await again({}, { CONTENT_DIR: 'no/such/folder' });
    expect(code).toBe(1);
    expect([isLast(), existsSync(staging), existsSync(old), existsSync(lock)]).toEqual([true, false, false, false]);
  });

  test('with SIGKILL right after the swap: the new site is in place', async () => {
    await build({ FAULT_KILL: 'SIGKILL@after', ...rendered });
    expect(isNew()).toBe(true);
    await again({}, { CONTENT_DIR: 'no/such/folder' });
    expect(isNew()).toBe(true);
  });

  test.each([
    ['empty by a full disk', '', -60_000],
    ['by a process whose id has been reused', `${process.pid} 1\n`, 0],
    ['by a process that has ended', '4194304 1\n', 0],
  ])('a lock left %s doesn’t delay the build', async (_, text, age) => {
    mkdirSync(join(lock, '..'), { recursive: true });
    writeFileSync(lock, text);
    utimesSync(lock, new Date(), new Date(Date.now() + age));
    const { output } = await build(rendered);
    expect(output).not.toContain('Another build');
    expect([output, isNew(), existsSync(lock)]).toEqual([expect.stringContaining('is ready'), true, false]);
  });
});

describe('a build with a system error', () => {
  test.each([
    ['a full disk', { FAULT_WRITE: 'ENOSPC@300000' }, 'The disk is full; free some space and build again.'],
    ['a read-only disk', { FAULT_WRITE: 'EROFS@0' }, 'The disk is read-only (tests/.built/.swap-new/'],
    ['too little memory', { FAULT_MEMORY: '1' }, 'The build ran out of memory;'],
    ['a missing search engine', { FAULT_INDEX: '1' }, 'run npm ci to reinstall it'],
    ['Astro ending early', { FAULT_RENDER: 'no/such/site' }, 'Astro ended before the site was complete.'],
  ])('%s: one message, and the last good site is kept', async (_, fault, message) => {
    const { code, output } = await build(fault);
    expect(output).toContain(message);
    expect(output).toContain('The site could not be built; the last good one is unchanged.');
    expect(output.trim().split('\n')).toHaveLength(2);
    expectPlain(output);
    expect([code, isLast(), existsSync(staging), existsSync(lock)]).toEqual([1, true, false, false]);
  });
});

test('a read-only project: one message', async () => {
  const { code, output } = await build({ FAULT_READ: 'EROFS@node_modules/.cache' });
  expect([code, output, isLast()]).toEqual([1, expect.stringMatching(/^The build can't write to .*\n$/), true]);
});

test('a folder that a site can’t be built in: one message, and no change', async () => {
  const { code, output } = await run('build.ts', ['--outDir', 'docs'], { CONTENT_DIR: 'tests/editions/solo' });
  expect([code, output]).toEqual([1, expect.stringContaining('contains files')]);
  expectPlain(output);
  expect(existsSync('docs/contract.md')).toBe(true);
});

describe('content that can’t be read', () => {
  const name = 'pages/visit.en.md';
  const files = ['sources.yaml', 'redirects.yaml', 'interface/en.yaml', 'member-cities.csv', name];
  const ways: [string, (path: string) => void][] = [
    ['a folder', (path) => mkdirSync(path)],
    ['a link to itself', (path) => symlinkSync(path, path)],
    ['a link to nowhere', (path) => symlinkSync('nowhere', path)],
  ];

  test.each(
    ways.flatMap(([way, make]) => [
      { way, make, missing: files },
      { way, make, missing: ['site.yaml'] },
    ]),
  )('$missing: each is $way and is reported by name', async ({ make, missing }) => {
    const { dir, remove } = copyWithChanges(Object.fromEntries(missing.map((file) => [file, null])));
    for (const file of missing) make(join(dir, file));
    // A picture that links to itself, and a folder that contains itself.
    symlinkSync('round.png', join(dir, 'events/round.png'));
    symlinkSync('..', join(dir, 'events/more'));
    try {
      const { code, output } = await run('check.ts', [], { CONTENT_DIR: dir });
      const errors = output.split('\n').filter((line) => !line.includes('  note: '));
      for (const file of missing) expect(errors.join('\n')).toContain(file);
      if (missing === files)
        for (const file of ['events/round.png', 'events/more']) expect(errors.join('\n')).toContain(file);
      expectPlain(output);
      expect(code).toBe(1);
    } finally {
      remove();
    }
  });

  test.each([
    ['a text', 'EACCES', name, 'file'],
    ['a text', 'EIO', name, 'file'],
    ['a picture', 'EACCES', 'events/lantern.png', 'file'],
    ['a folder', 'EACCES', 'trio/venues', 'folder'],
  ])('%s with a read error (%s): the report says what to do', async (_, code, path, kind) => {
    const { output, code: ended } = await run('check.ts', [], {
      CONTENT_DIR: 'tests/editions/trio',
      NODE_OPTIONS: `--import ${faults}`,
      FAULT_READ: `${code}@${path}`,
    });
    expect(output).toContain(`${path.replace('trio/', '')}:1  this ${kind} can’t be read; check its permissions`);
    expectPlain(output);
    expect(ended).toBe(1);
  });

  test('a truncated picture: the build reports it', async () => {
    const pixels = { create: { width: 900, height: 600, channels: 3 as const, background: '#a54' } };
    const noise = { ...pixels.create, noise: { type: 'gaussian' as const, mean: 120, sigma: 60 } };
    const whole = await sharp({ create: noise }).jpeg().toBuffer();
    const changes: Record<string, Change> = {
      'pages/half.jpg': whole.subarray(0, whole.length / 2),
      [name]: { replace: '\n---\n', with: '\n---\n\n![Half of a picture](./half.jpg "Photo: Somebody, CC0")\n' },
    };
    const { dir, remove } = copyWithChanges(changes);
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
