import type { KnownHistory } from './history.ts';
import { runGit, type GitError } from './run-git.ts';

/** A file in a commit. */
export interface FileVersion {
  commit: string;
  /** Its path relative to the content folder in that commit. */
  path: string;
}

export const fileVersionKey = ({ commit, path }: FileVersion): string => `${commit}:${path}`;

/** The contents of files in commits, keyed by fileVersionKey(), read with one git command. Missing files are left out. */
export function readVersions(
  content: string,
  { prefix }: KnownHistory,
  versions: readonly FileVersion[],
): ReadonlyMap<string, string> | GitError {
  const texts = new Map<string, string>();
  const requested = [...new Map(versions.map((version) => [fileVersionKey(version), version])).entries()].filter(
    ([, { path }]) => !path.includes('\n'),
  );
  if (requested.length === 0) return texts;
  const input = requested.map(([, { commit, path }]) => `${commit}:${prefix}${path}\n`).join('');
  const result = runGit(content, ['cat-file', '--batch'], { input });
  if (!result.known) return result;
  const { output } = result;
  // For each version: "<object> blob <bytes>", a newline, the content, a newline; or a line that ends in "missing".
  let at = 0;
  for (const [key] of requested) {
    const end = output.indexOf(10, at);
    const size = /^\S+ blob (\d+)$/.exec(output.subarray(at, end).toString())?.[1];
    at = end + 1;
    if (size === undefined) continue;
    texts.set(key, output.subarray(at, at + Number(size)).toString());
    at += Number(size) + 1;
  }
  return texts;
}
