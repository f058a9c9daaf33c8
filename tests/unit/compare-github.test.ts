import { afterEach, describe, expect, test } from 'vitest';
import { findPull, putComment } from '../../scripts/lib/compare/github.ts';
import { fakeGitHub, type Comment } from '../helpers/github.ts';

describe('GitHub', () => {
  const bot = 'github-actions[bot]';
  const closers: (() => void)[] = [];
  afterEach(() => {
    for (const close of closers.splice(0)) close();
  });

  async function github(comments: Comment[], pulls: object[] = []) {
    const { close, ...rest } = await fakeGitHub(comments, pulls);
    closers.push(close);
    return rest;
  }

  test('a comment is created the first time, then updated, and left alone if nothing changed', async () => {
    const comments: Comment[] = [];
    const { repository } = await github(comments);
    expect(await putComment(repository, 7, 'one', bot)).toBe('created');
    expect(await putComment(repository, 7, 'two', bot)).toBe('updated');
    expect(comments).toHaveLength(1);
    expect(comments[0]?.body).toMatch(/^<!-- .* -->\ntwo$/);
    (comments[0] as Comment).body = (comments[0] as Comment).body.replace('\n', '\r\n');
    expect(await putComment(repository, 7, 'two', bot)).toBe('unchanged');
  });

  test('a comment by somebody else is left alone, even with the marker; our own is found on a later page', async () => {
    const comments: Comment[] = [];
    const { repository } = await github(comments);
    await putComment(repository, 7, 'one', bot);
    const own = comments.pop() as Comment;
    const theirs = Array.from({ length: 120 }, (_, index) => ({
      ...own,
      id: 1_000 + index,
      user: index === 5 ? null : { login: 'somebody' },
    }));
    const { repository: again, asked } = await github([...theirs, own]);
    expect(await putComment(again, 7, 'two', bot)).toBe('updated');
    expect(own.body).toContain('two');
    for (const { body } of theirs) expect(body).toContain('one');
    expect(asked.at(-1)).toBe('PATCH /repos/o/r/issues/comments/1');
  });

  const head = { sha: 'abc', repository: 'fork/r', branch: 'a&b=c' };
  const pull = (number: number, sha: string, from: string | null = 'fork/r') => ({
    number,
    head: { sha, repo: from === null ? null : { full_name: from } },
  });

  test('the pull request is the open one with that commit, whatever number is claimed', async () => {
    const { repository, asked } = await github(
      [],
      [pull(7, 'abc'), pull(8, 'older'), pull(9, 'abc', 'other/r'), pull(10, 'abc', null)],
    );
    expect(await findPull(repository, head, 99)).toBe(7);
    expect(asked[0]).toContain(`head=${encodeURIComponent('fork:a&b=c')}`);
  });

  test('no pull request is found if its last commit is newer; of two from one branch, the claimed one is', async () => {
    const { repository } = await github([], [pull(7, 'newer')]);
    expect(await findPull(repository, head, 7)).toBeUndefined();
    const { repository: two } = await github([], [pull(7, 'abc'), pull(8, 'abc')]);
    expect(await findPull(two, head, 8)).toBe(8);
    expect(await findPull(two, head, 99)).toBeUndefined();
    expect(await findPull(two, head)).toBeUndefined();
  });

  test('an error is reported without the token', async () => {
    const { repository } = await github([]);
    await expect(putComment({ ...repository, token: 'wrong' }, 7, 'one', bot)).rejects.toThrow(
      'GitHub responded with 401 to GET issues/7/comments.',
    );
    await expect(putComment({ ...repository, api: 'http://127.0.0.1:1' }, 7, 'one', bot)).rejects.toThrow(
      'GitHub did not respond',
    );
  });
});
