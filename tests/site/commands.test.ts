import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readHistory } from '../../src/git/history.ts';
import { copyWithChanges, type Change } from '../content-errors/copy-with-changes.ts';
import { built, run } from '../helpers/build.ts';
import { pagesIn } from '../helpers/pages.ts';

/** Six mistakes in six files. */
const six: Record<string, Change> = {
  'site.yaml': { replace: '  - "visit"', with: '  - "visti"' },
  'events/lantern.en.md': { replace: 'title:', with: 'titel:' },
  'host-cities/tizrouane.en.md': { replace: 'country: "MA"', with: 'country: "MAR"' },
  'pages/visit.en.md': '# no front matter\n',
  'fields/weaving.en.md': { replace: 'motif: "', with: 'motif: "x' },
  'redirects.yaml': '"/old/": "/nowhere/"\n',
};

async function withBroken<T>(changes: Record<string, Change>, act: (dir: string) => Promise<T>): Promise<T> {
  const { dir, remove } = copyWithChanges(changes);
  try {
    return await act(dir);
  } finally {
    remove();
  }
}

describe('npm run check', () => {
  test('reports all six mistakes in one run, sorted by file, and exits with 1', async () => {
    await withBroken(six, async (CONTENT_DIR) => {
      const { code, output } = await run('check.ts', [], { CONTENT_DIR });
      expect(code).toBe(1);
      const files = output
        .split('\n')
        .filter((line) => /^\S+:\d+ {2}(?!note: )/.test(line))
        .map((line) => line.split(':')[0] as string);
      expect([...new Set(files)]).toEqual(Object.keys(six).sort());
      expect(output).toMatch(/\d+ errors? and \d+ notes?\.\n$/);
    });
  });

  test('--json reports the same in machine-readable form', async () => {
    await withBroken(six, async (CONTENT_DIR) => {
      const { code, output } = await run('check.ts', ['--json'], { CONTENT_DIR });
      expect(code).toBe(1);
      const problems = JSON.parse(output) as { file: string; line: number; severity: string; message: string }[];
      expect(problems.filter(({ severity }) => severity === 'error').map(({ file }) => file)).toEqual(
        expect.arrayContaining(Object.keys(six)),
      );
      for (const { line, message } of problems) expect([line > 0, message !== '']).toEqual([true, true]);
    });
  });

  test('reports how complete the translations are, and that outdated ones can’t be detected, in text and in JSON', async () => {
    await withBroken({}, async (CONTENT_DIR) => {
      const { output } = await run('check.ts', [], { CONTENT_DIR });
      expect(output).toMatch(
        /^It isn't known which translations are older than their originals: .* git repository\.$/m,
      );
      expect(output).toMatch(/^العربية: 6 translated, 14 missing\.$/m);
      const json = await run('check.ts', ['--json'], { CONTENT_DIR });
      expect(JSON.parse(json.output)).toContainEqual(
        expect.objectContaining({
          file: '.',
          severity: 'note',
          message: expect.stringContaining("isn't known") as string,
        }),
      );
    });
  });

  test('a truncated picture and a drawing with a script are reported, and nothing is built', async () => {
    const changes: Record<string, Change> = {
      'events/lantern.png': readFileSync('tests/editions/trio/events/lantern.png').subarray(0, 900),
      'pages/plan.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>1</script></svg>',
      'pages/visit.en.md': { replace: '\n---\n\n', with: '\n---\n\n![A plan](./plan.svg "Drawing: A. Hand")\n\n' },
    };
    await withBroken(changes, async (CONTENT_DIR) => {
      for (const [script, args] of [
        ['check.ts', []],
        ['build.ts', ['--outDir', built('nothing')]],
      ] as const) {
        const { code, output } = await run(script, [...args], { CONTENT_DIR });
        expect(code).toBe(1);
        expect(output).toMatch(/^events\/lantern\.png:1 {2}this picture is damaged or incomplete/m);
        expect(output).toMatch(/^pages\/plan\.svg:1 {2}this drawing contains <script>/m);
        expect(output).not.toMatch(/\n\s+at /);
      }
      expect(existsSync(built('nothing'))).toBe(false);
    });
  });

  test('on GitHub each problem is an annotation', async () => {
    await withBroken({ 'events/lantern.en.md': { replace: 'title:', with: 'titel:' } }, async (CONTENT_DIR) => {
      const { output } = await run('check.ts', [], { CONTENT_DIR, GITHUB_ACTIONS: 'true' });
      expect(output).toMatch(
        /^::error file=[^,]*events\/lantern\.en\.md,line=2,title=titel::there is no field "titel"; did you mean "title"\?$/m,
      );
    });
  });

  test('exits with 0 if the content is valid, and invalid settings are reported', async () => {
    expect((await run('check.ts', [], { CONTENT_DIR: 'tests/editions/solo' })).code).toBe(0);
    const { code, output } = await run('check.ts', [], {
      CONTENT_DIR: 'tests/editions/solo',
      SITE_DATE: '2018-06-31',
      SITE_URL: 'preview',
    });
    expect(code).toBe(1);
    expect(output).toContain('SITE_DATE is "2018-06-31"');
    expect(output).toContain('SITE_URL is "preview"');
    expect(output).not.toMatch(/\n\s+at /);
  });

  test('ends quietly when nobody reads its output', async () => {
    const child = spawn(process.execPath, ['scripts/check.ts'], {
      env: { ...process.env, CONTENT_DIR: 'tests/editions/solo' },
    });
    child.stdout.destroy();
    let errors = '';
    child.stderr.on('data', (data: Buffer) => (errors += data.toString()));
    const [code] = (await once(child, 'close')) as [number];
    expect([code, errors]).toEqual([0, '']);
  });

  test('a folder whose path Vite can’t handle is reported', async () => {
    const { dir, remove } = copyWithChanges({});
    const content = `${dir}?`;
    renameSync(dir, content);
    try {
      const { code, output } = await run('check.ts', [], { CONTENT_DIR: content });
      expect([code, output]).toEqual([1, expect.stringContaining(`"${content}" contains "?"`)]);
    } finally {
      rmSync(content, { recursive: true });
      remove();
    }
  });

  test('a missing content folder is reported', async () => {
    const { code, output } = await run('check.ts', [], { CONTENT_DIR: 'no/such/folder' });
    expect(code).toBe(1);
    expect(output).toContain('there is no content folder here');
  });
});

describe('npm run new', () => {
  test('never overwrites a file', async () => {
    await withBroken({}, async (CONTENT_DIR) => {
      const first = await run('new.ts', ['event', 'my-slug'], { CONTENT_DIR });
      expect([first.code, first.output]).toEqual([0, expect.stringContaining('my-slug.en.md was created')]);
      const file = join(CONTENT_DIR, 'events/my-slug.en.md');
      writeFileSync(file, 'mine');
      const second = await run('new.ts', ['event', 'my-slug'], { CONTENT_DIR });
      expect([second.code, second.output]).toEqual([1, expect.stringContaining('already exists')]);
      expect(readFileSync(file, 'utf8')).toBe('mine');
    });
  });

  test.each([
    [['evnt', 'x'], 'did you mean "event"?'],
    [[], 'use one of: edition'],
    [['event'], 'The slug is missing'],
    [['event', 'a', 'b'], 'Unexpected "b"'],
    [['event', 'a', '--lnag', 'ar'], 'There is no option --lnag'],
    [['event', 'a', '--lang'], '--lang needs a language'],
    [['edition'], 'The folder of the new edition is missing'],
    [['edition', 'tests'], "isn't empty"],
    [['edition', 'package.json/x'], "can't be created (ENOTDIR)"],
  ])('%j is refused with one message: %s', async (args, words) => {
    const { code, output } = await run('new.ts', args, { CONTENT_DIR: 'tests/editions/trio' });
    expect(code).toBe(1);
    expect(output).toContain(words);
    expect(output.trim().split('\n')).toHaveLength(1);
    expect(output).toMatch(/Nothing was written\.\n$/);
  });
});

/** Puts a `git` wrapper first in PATH, which logs its arguments and calls the real one. */
function countingGit() {
  const folder = mkdtempSync(join(tmpdir(), 'git-'));
  const calls = join(folder, 'calls');
  writeFileSync(calls, '');
  writeFileSync(join(folder, 'git'), '#!/bin/sh\necho "$*" >>"$GIT_CALLS"\nPATH="${PATH#*:}" exec git "$@"\n', {
    mode: 0o755,
  });
  return {
    environment: { PATH: `${folder}:${process.env['PATH']}`, GIT_CALLS: calls },
    /** How many times `git log` was run. Also deletes the wrapper. */
    logs: () => {
      const count = readFileSync(calls, 'utf8').match(/ log --/g)?.length ?? 0;
      rmSync(folder, { recursive: true });
      return count;
    },
  };
}

describe('npm run build', () => {
  const out = built('swap');
  const putLast = () => {
    rmSync(out, { recursive: true, force: true });
    mkdirSync(out, { recursive: true });
    writeFileSync(join(out, 'index.html'), 'the last good site');
  };

  test.each<[string, Record<string, Change>, string?]>([
    ['six mistakes', six],
    ['a dead link', { 'pages/visit.en.md': { replace: '\n---\n', with: '\n---\n\n[x](/nowhere/)\n' } }],
    ['no settings', { 'site.yaml': null }],
    [
      'a translation with facts',
      { 'events/lantern.ar.md': { replace: 'title:', with: 'venue: "cistern-hall"\ntitle:' } },
    ],
    ['a merge conflict', { 'meeting.en.md': { replace: '\n---\n', with: '\n---\n<<<<<<< HEAD\n' } }],
    [
      'an unknown component',
      {
        'pages/visit.en.md': null,
        'pages/visit.en.mdx':
          '---\ntitle: "Visit"\nsummary: "A page with a component that is nowhere to be found at all."\n---\n\n<Callout>x</Callout>\n',
      },
    ],
    [
      'an expression that fails',
      {
        'pages/visit.en.md': null,
        'pages/visit.en.mdx':
          '---\ntitle: "Visit"\nsummary: "A page with an expression that fails when the page is made."\n---\n\n{nothing.at.all}\n',
      },
      'pages/visit.en.mdx:6  "nothing" is not defined',
    ],
  ])(
    '%s: prints a message without a stack trace, exits with 1 and keeps the last good site',
    async (_, changes, message = '') => {
      putLast();
      await withBroken(changes, async (CONTENT_DIR) => {
        const { code, output } = await run('build.ts', ['--outDir', out], { CONTENT_DIR });
        expect(code).toBe(1);
        expect(output.trim()).not.toBe('');
        expect(output).toContain(message);
        expect(output).not.toMatch(/\n\s+at |node_modules/);
        expect(readFileSync(join(out, 'index.html'), 'utf8')).toBe('the last good site');
        expect(existsSync(join(out, '..', '.swap-new'))).toBe(false);
      });
    },
  );

  test.each([
    ['other files', 'trio', '"tests/editions/solo" contains files'],
    ['the content', 'solo', '"tests/editions/solo" contains the content'],
  ])('a folder that contains %s is never replaced', async (_, edition, message) => {
    const { code, output } = await run('build.ts', ['--outDir', 'tests/editions/solo'], {
      CONTENT_DIR: `tests/editions/${edition}`,
    });
    expect(code).toBe(1);
    expect(output).toContain(message);
    expect(existsSync('tests/editions/solo/site.yaml')).toBe(true);
  });

  test('after a build is killed during the swap, the next one restores the last good site', async () => {
    rmSync(out, { recursive: true, force: true });
    const old = join(out, '..', '.swap-old');
    mkdirSync(old, { recursive: true });
    writeFileSync(join(old, 'index.html'), 'the last good site');
    const page =
      '---\ntitle: "Visit"\nsummary: "A page with an expression that fails when the page is made."\n---\n\n{nothing.at.all}\n';
    await withBroken({ 'pages/visit.en.md': null, 'pages/visit.en.mdx': page }, async (CONTENT_DIR) => {
      expect((await run('build.ts', ['--outDir', out], { CONTENT_DIR })).code).toBe(1);
      expect(readFileSync(join(out, 'index.html'), 'utf8')).toBe('the last good site');
    });
  });

  test('two concurrent builds in one checkout: the second waits, their sites don’t mix, and each reads git’s log once', async () => {
    const solo = countingGit();
    const trio = countingGit();
    const [one, other] = await Promise.all([
      run('build.ts', ['--outDir', built('at-once-solo')], { CONTENT_DIR: 'tests/editions/solo', ...solo.environment }),
      run('build.ts', ['--outDir', built('at-once-trio')], { CONTENT_DIR: 'tests/editions/trio', ...trio.environment }),
    ]);
    // A shallow clone, or a project that was downloaded without its repository, has no log.
    const logs = readHistory('tests/editions').known ? 1 : 0;
    expect([solo.logs(), trio.logs()]).toEqual([logs, logs]);
    expect([one.code, other.code]).toEqual([0, 0]);
    expect(one.output + other.output).toContain('Another build is running');
    expect(pagesIn(built('at-once-solo')).map(({ address }) => address)).toEqual(
      pagesIn(built('solo')).map(({ address }) => address),
    );
    expect(pagesIn(built('at-once-trio')).map(({ address }) => address)).toEqual(
      pagesIn(built('trio')).map(({ address }) => address),
    );
  });
});

test('the CMS needs a git repository', async () => {
  await withBroken({}, async (CONTENT_DIR) => {
    const { code, output } = await run('cms.ts', [], { CONTENT_DIR });
    expect(code).toBe(1);
    expect(output).toBe(
      `The CMS needs a git repository, and ${CONTENT_DIR} isn't in one; clone the project with git.\n`,
    );
  });
});
