import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { compareSites } from '../../scripts/lib/compare/compare-sites.ts';
import { readFacts } from '../../scripts/lib/compare/comparison.ts';
import { readBuiltSite } from '../../scripts/lib/compare/built-site.ts';
import { copyWithChanges } from '../content-errors/copy-with-changes.ts';
import { built, run } from '../helpers/build.ts';
import { fakeGitHub, type Comment } from '../helpers/github.ts';
import { pagesIn } from '../helpers/pages.ts';

/** An edition with one word added to a page, and another page redirected. */
const before = built('trio');
const after = built('compare-after');
const kept = 'about-this-site';
const moved = 'visit';

beforeAll(() => {
  rmSync(after, { recursive: true, force: true });
  cpSync(before, after, { recursive: true });
  const page = join(after, kept, 'index.html');
  writeFileSync(page, readFileSync(page, 'utf8').replace('</main>', '<p>Oneword</p></main>'));
  writeFileSync(
    join(after, moved, 'index.html'),
    '<!doctype html><html lang="en"><head><title>x</title><meta http-equiv="refresh" content="0;url=/about/"></head><body></body></html>',
  );
});
afterAll(() => rmSync(after, { recursive: true, force: true }));

test('a built site can be read: pages, redirects and files', () => {
  const site = readBuiltSite(built('trio'));
  expect([...site.pages.keys()].sort()).toEqual(
    pagesIn(built('trio'))
      .map(({ address }) => address)
      .sort(),
  );
  expect(site.redirects.size).toBeGreaterThan(0);
  for (const address of site.redirects.keys()) expect(site.pages.has(address)).toBe(false);
  expect(site.read('/_headers')).toBeDefined();
  expect(site.read('/../main/_headers')).toBeUndefined();
});

test('npm run compare: reports changes as Markdown, and as facts for the comment', async () => {
  const json = join(after, 'facts.json');
  const { code, output } = await run('compare.ts', [
    '--before',
    before,
    '--after',
    after,
    '--json',
    json,
    '--pull',
    '7',
  ]);
  expect(code).toBe(0);
  expect(output).toContain('0 added, 1 changed, 1 removed,');
  expect(output).toContain(`\`/${kept}/\` | en | 1 word added |`);
  expect(output).toContain(`\`/${moved}/\` | en | redirects to \`/about/\` |`);
  const facts = readFacts(readFileSync(json, 'utf8'));
  expect(facts).toMatchObject({ pull: 7, framed: 0, redrawn: [], oldProblems: 0 });
  expect(facts.before?.pages).toBe(pagesIn(before).length);
});

test('npm run compare: lists problems from the check and spell check, with paths from the project root', async () => {
  const { dir, remove } = copyWithChanges({
    'events/lantern.en.md': { replace: 'title:', with: 'titel:' },
    'pages/visit.en.md': { replace: '\n---\n', with: '\n---\n\nA xyzzyword.\n' },
  });
  try {
    const files = ['check', 'spelling'].map((name) => join(dir, `_${name}.json`)) as [string, string];
    for (const [index, name] of ['check', 'spelling'].entries()) {
      const result = await run(`${name}.ts`, ['--json'], { CONTENT_DIR: dir });
      expect(result.code).toBe(1);
      writeFileSync(files[index] as string, result.output);
    }
    const problems = files.flatMap((file) => ['--problems', file]);
    const small = built('solo');
    const { code, output } = await run('compare.ts', ['--before', small, '--after', join(dir, 'none'), ...problems], {
      CONTENT_DIR: dir,
    });
    expect(code).toBe(0);
    expect(output).toContain('**Nothing was built**, because of errors.');
    expect(output).toMatch(/- `\S*events\/lantern\.en\.md` line 2, titel: there is no field "titel"/);
    expect(output).toMatch(/- `\S*pages\/visit\.en\.md` line \d+: "xyzzyword" is in no dictionary \(en\)/);
    const again = await run(
      'compare.ts',
      [
        '--before',
        small,
        '--after',
        small,
        ...problems,
        ...problems.map((part) => part.replace(/^--problems$/, '--problems-before')),
      ],
      { CONTENT_DIR: dir },
    );
    expect(again.output).toContain('**No new problems**');
  } finally {
    remove();
  }
});

test('npm run compare: wrong arguments give one message', async () => {
  for (const args of [
    [],
    ['--before', before],
    ['--nonsense'],
    ['--before', before, '--after', before, '--problems', 'package.json'],
  ]) {
    const { code, output } = await run('compare.ts', args);
    expect([code, output]).toEqual([1, expect.stringMatching(/usage: npm run compare|isn't the output/)]);
    expect(output).not.toMatch(/\n\s+at /);
  }
});

test('npm run compare:comment: prints a number with --number, or comments even without valid facts', async () => {
  const comments: Comment[] = [];
  const { repository, close } = await fakeGitHub(comments, [
    { number: 7, head: { sha: 'abc', repo: { full_name: 'fork/r' } } },
  ]);
  const folder = mkdtempSync(join(tmpdir(), 'facts-'));
  const facts = join(folder, 'facts.json');
  writeFileSync(
    facts,
    JSON.stringify({
      ...compareSites(undefined, readBuiltSite(built('solo'))),
      problems: [],
      oldProblems: 0,
      pull: 99,
    }),
  );
  const comment = (args: string[], environment = {}) =>
    run('compare-comment.ts', ['--facts', facts, ...args], {
      GITHUB_API_URL: repository.api,
      GITHUB_SERVER_URL: 'https://code.example',
      GITHUB_REPOSITORY: 'o/r',
      GITHUB_TOKEN: 'secret',
      HEAD_SHA: 'abc',
      HEAD_REPOSITORY: 'fork/r',
      HEAD_BRANCH: 'a',
      RUN_ID: '5',
      ...environment,
    });
  expect(await comment(['--number'])).toEqual({ code: 0, output: '7\n' });
  expect(comments).toEqual([]);
  expect(await comment(['--preview', ''])).toEqual({ code: 0, output: 'Comment created.\n' });
  expect(comments[0]?.body).toContain('download `preview` from [this run](<https://code.example/o/r/actions/runs/5>)');
  expect((await comment(['--preview', 'https://pr-7.example'])).output).toBe('Comment updated.\n');
  expect(comments[0]?.body).toContain('(<https://pr-7.example/>)');
  writeFileSync(facts, '{"html": "<b>"}');
  expect((await comment([])).code).toBe(0);
  expect(comments[0]?.body).toContain('The comparison could not be made.');
  rmSync(facts);
  expect((await comment([])).output).toBe('Comment unchanged.\n');
  expect(await comment([], { HEAD_SHA: 'older' })).toEqual({
    code: 0,
    output: "The built commit isn't the latest of any open pull request, so no comment was posted.\n",
  });
  expect(await comment([], { GITHUB_TOKEN: '' })).toMatchObject({
    code: 1,
    output: expect.stringMatching(/^GITHUB_TOKEN isn't set; .*\n$/) as string,
  });
  expect(comments).toHaveLength(1);
  rmSync(folder, { recursive: true });
  close();
});
