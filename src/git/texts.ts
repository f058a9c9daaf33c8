import type { KnownHistory } from './history.ts';
import { runGit, type GitRefusal } from './run.ts';

/** A file as it was in a commit. */
export interface Then {
  commit: string;
  /** From the content folder, as it was called there. */
  path: string;
}

export const keyOf = ({ commit, path }: Then): string => `${commit}:${path}`;

/** The texts of files as they were, by `keyOf`; those that weren't there have none. One run of git for all. */
export function textsThen(
  content: string,
  { prefix }: KnownHistory,
  questions: readonly Then[],
): ReadonlyMap<string, string> | GitRefusal {
  const texts = new Map<string, string>();
  const asked = [...new Map(questions.map((question) => [keyOf(question), question])).entries()].filter(
    ([, { path }]) => !path.includes('\n'),
  );
  if (asked.length === 0) return texts;
  const input = asked.map(([, { commit, path }]) => `${commit}:${prefix}${path}\n`).join('');
  const answer = runGit(content, ['cat-file', '--batch'], { input });
  if (!answer.known) return answer;
  const { output } = answer;
  // Each answer is "<object> blob <bytes>", a line end, the bytes and another; or one line that ends in "missing".
  let at = 0;
  for (const [key] of asked) {
    const end = output.indexOf(10, at);
    const size = /^\S+ blob (\d+)$/.exec(output.subarray(at, end).toString())?.[1];
    at = end + 1;
    if (size === undefined) continue;
    texts.set(key, output.subarray(at, at + Number(size)).toString());
    at += Number(size) + 1;
  }
  return texts;
}
