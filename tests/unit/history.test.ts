import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { historyOf, readHistory, saveHistory, type KnownHistory } from '../../src/git/history.ts';
import { readVersions } from '../../src/git/file-versions.ts';

const folders: string[] = [];
const fresh = () => {
  const folder = mkdtempSync(join(tmpdir(), 'history-'));
  folders.push(folder);
  return folder;
};
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true })));

// The machine's git configuration and language must not matter.
beforeEach(() => {
  vi.stubEnv('GIT_CONFIG_GLOBAL', '/dev/null');
  vi.stubEnv('GIT_CONFIG_NOSYSTEM', '1');
  vi.stubEnv('LANG', 'de_DE.UTF-8');
  return () => vi.unstubAllEnvs();
});

const run = (folder: string, args: string[], date = '') =>
  execFileSync('git', ['-C', folder, '-c', 'user.name=A', '-c', 'user.email=a@example.org', ...args], {
    env: { ...process.env, GIT_COMMITTER_DATE: date, GIT_AUTHOR_DATE: date },
    stdio: ['ignore', 'pipe', 'ignore'],
  })
    .toString()
    .trim();

/** A repository with two commits: the first adds two files to the content folder, the second changes one. */
function repository() {
  const folder = fresh();
  const content = join(folder, 'content');
  run(folder, ['init', '--quiet']);
  mkdirSync(join(content, 'events'), { recursive: true });
  writeFileSync(join(content, 'site.yaml'), 'name: One');
  writeFileSync(join(content, 'events/łan i pole.en.md'), 'One');
  run(folder, ['add', '.']);
  run(folder, ['commit', '--quiet', '-m', 'one'], '2027-01-02T03:04:05+02:00');
  writeFileSync(join(content, 'site.yaml'), 'name: Two');
  run(folder, ['commit', '--quiet', '-am', 'two'], '2027-03-04T05:06:07-05:00');
  /** Empties an object file, as after a power failure. */
  const damage = (revision: string) => {
    const id = run(folder, ['rev-parse', revision]);
    const file = join(folder, '.git/objects', id.slice(0, 2), id.slice(2));
    chmodSync(file, 0o600);
    truncateSync(file);
  };
  return { folder, content, damage };
}

describe('the history of a content folder', () => {
  test('has the date of the last commit that changed each file, in UTC, and uncommitted files', () => {
    const { content } = repository();
    writeFileSync(join(content, 'site.yaml'), 'name: Three');
    writeFileSync(join(content, 'events/new.en.md'), 'New');
    const history = readHistory(content) as KnownHistory;
    expect([...history.log].map(([file, { changedOrRenamed }]) => [file, changedOrRenamed])).toEqual([
      ['site.yaml', '2027-03-04T10:06:07Z'],
      ['events/łan i pole.en.md', '2027-01-02T01:04:05Z'],
    ]);
    expect(history.uncommitted).toEqual(new Set(['site.yaml', 'events/new.en.md']));
  });

  test('is read once; another process reads it from a file', () => {
    const { folder, content } = repository();
    const history = historyOf(content);
    rmSync(join(folder, '.git'), { recursive: true });
    expect(historyOf(content)).toBe(history);
    const file = join(folder, 'history.json');
    saveHistory(history, file);
    // A path that isn't in this process's cache yet.
    expect(historyOf(join(folder, '.'), file)).toEqual(history);
    const refused = readHistory(content);
    saveHistory(refused, file);
    expect(historyOf(join(folder, 'another'), file)).toEqual(refused);
  });
});

describe('failures of git are reported with their cause', () => {
  const refused = (cause: string, ...words: string[]) => ({
    known: false,
    cause,
    reason: expect.stringMatching(words.map((word) => RegExp.escape(word)).join('.*')) as string,
  });

  test('it is not installed', () => {
    const { content } = repository();
    vi.stubEnv('PATH', fresh());
    expect(readHistory(content)).toEqual(refused('not-installed', 'not installed'));
  });

  test('there is no repository', () => {
    expect(readHistory(fresh())).toEqual(refused('no-repository', 'not in a git repository'));
  });

  test('the repository has no commits', () => {
    const folder = fresh();
    run(folder, ['init', '--quiet']);
    expect(readHistory(folder)).toEqual(refused('no-commits', 'no commits yet'));
  });

  test('no commit contains the content', () => {
    const { folder } = repository();
    mkdirSync(join(folder, 'new'));
    expect(readHistory(join(folder, 'new'))).toEqual(refused('no-files', 'no commit'));
  });

  test('another user owns the repository; git’s remedy is quoted', () => {
    const { folder, content } = repository();
    // Git's own tests use this switch.
    vi.stubEnv('GIT_TEST_ASSUME_DIFFERENT_OWNER', '1');
    expect(readHistory(content)).toEqual(
      refused('other-owner', 'another user', `\`git config --global --add safe.directory ${folder}\``),
    );
  });

  test('the clone is shallow; the remedy is given', () => {
    const shallow = fresh();
    run(shallow, ['clone', '--quiet', '--depth=1', pathToFileURL(repository().folder).href, shallow]);
    expect(readHistory(join(shallow, 'content'))).toEqual(refused('shallow', 'shallow clone', 'git fetch --unshallow'));
  });

  test.each(['HEAD', 'HEAD~1^{tree}'])('the repository is damaged: %s is lost', (revision) => {
    const { content, damage } = repository();
    damage(revision);
    expect(readHistory(content)).toEqual(refused('damaged', 'damaged', 'corrupt', 'git fsck'));
  });

  test('the repository is damaged: a text of an older commit is lost', () => {
    const { content, damage } = repository();
    const history = readHistory(content) as KnownHistory;
    const [, { commit }] = [...history.log].at(-1) ?? ['', { commit: '' }];
    damage('HEAD~1:content/site.yaml');
    expect(readVersions(content, history, [{ commit, path: 'site.yaml' }])).toEqual(refused('damaged', 'damaged'));
  });

  test('the repository has no HEAD; git’s message is quoted', () => {
    const { folder, content } = repository();
    truncateSync(join(folder, '.git/HEAD'));
    expect(readHistory(content)).toEqual(refused('failed', 'not a git repository'));
  });

  test('the log is too long', () => {
    const { content } = repository();
    expect(readHistory(content, 50)).toEqual(refused('too-large', 'too long', '50 bytes'));
  });
});
