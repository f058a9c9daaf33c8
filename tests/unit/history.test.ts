import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { readHistory } from '../../src/seo/history.ts';

const folders: string[] = [];
const fresh = () => {
  const folder = mkdtempSync(join(tmpdir(), 'history-'));
  folders.push(folder);
  return folder;
};
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true })));

/** A repository whose content folder has a file of each of two commits. */
function repository(): string {
  const folder = fresh();
  const git = (args: string[], date = '') =>
    execFileSync('git', ['-C', folder, '-c', 'user.name=A', '-c', 'user.email=a@example.org', ...args], {
      env: { ...process.env, GIT_COMMITTER_DATE: date, GIT_AUTHOR_DATE: date, GIT_CONFIG_GLOBAL: '/dev/null' },
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  git(['init', '--quiet']);
  mkdirSync(join(folder, 'content/events'), { recursive: true });
  writeFileSync(join(folder, 'content/site.yaml'), 'name: One');
  writeFileSync(join(folder, 'content/events/łan i pole.en.md'), 'One');
  git(['add', '.']);
  git(['commit', '--quiet', '-m', 'one'], '2027-01-02T03:04:05+02:00');
  writeFileSync(join(folder, 'content/site.yaml'), 'name: Two');
  git(['commit', '--quiet', '-am', 'two'], '2027-03-04T05:06:07-05:00');
  return folder;
}

test('each file has the date of the last commit that changed it, in UTC', () => {
  expect(readHistory(join(repository(), 'content'))).toEqual({
    history: new Map([
      ['site.yaml', '2027-03-04T10:06:07Z'],
      ['events/łan i pole.en.md', '2027-01-02T01:04:05Z'],
    ]),
  });
});

test('a shallow clone, a folder outside of git, and one that git knows nothing of have none, and say so', () => {
  const whole = repository();
  const shallow = fresh();
  execFileSync('git', ['clone', '--quiet', '--depth=1', pathToFileURL(whole).href, shallow], { stdio: 'ignore' });
  expect(readHistory(join(shallow, 'content'))).toEqual({ missing: expect.stringContaining('shallow') as string });
  mkdirSync(join(whole, 'new'));
  expect(readHistory(join(whole, 'new'))).toEqual({ missing: expect.stringContaining('no file') as string });
  expect(readHistory(fresh())).toEqual({ missing: expect.stringContaining('no git repository') as string });
});
