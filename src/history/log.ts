/** The git history of a content folder, from one reading. */
import { execFileSync } from 'node:child_process';

/** What is known of a file's past. */
export interface Past {
  /** The last commit that names it: an instant in UTC (RFC 3339). */
  named: string;
  /** The last commit that changed its bytes, and what it was called there. To be renamed alone is no change. */
  commit: string;
  date: string;
  path: string;
}

/** Each file's past by its path from the content folder. */
export type Log = ReadonlyMap<string, Past>;

/** Runs git in a folder. @throws where git, or what it is asked for, isn't there */
export const git = (folder: string, args: readonly string[], input?: string): Buffer =>
  execFileSync('git', ['--no-optional-locks', '-C', folder, ...args], {
    input,
    stdio: [input === undefined ? 'ignore' : 'pipe', 'pipe', 'ignore'],
    maxBuffer: 1 << 28,
  });

/**
 * Reads the history of a content folder. Without git, without a repository, or in a shallow clone, whose oldest commit
 * would pass for the last change of most files, there is none, and `missing` says why.
 *
 * A merge counts for the files that it made otherwise than all of its parents: those that someone put together by hand.
 */
export function readLog(content: string): { log: Log } | { missing: string } {
  try {
    if (git(content, ['rev-parse', '--is-shallow-repository']).toString().trim() !== 'false')
      return { missing: 'the git history is cut off (a shallow clone)' };
    const prefix = prefixOf(content);
    const log = parseLog(
      git(content, [
        '-c',
        'core.quotePath=false',
        'log',
        '--format=%x00%H %cI',
        '--name-status',
        '--find-renames=100%',
        '--cc',
        // With --relative, git 2.39 leaves the paths of merges whole.
        '--no-relative',
        '-z',
        '--',
        '.',
      ]).toString(),
      prefix,
    );
    return log.size > 0 ? { log } : { missing: 'git knows no file of the content yet' };
  } catch {
    return { missing: 'the content lies in no git repository' };
  }
}

/** Where the content lies in its repository: `content/`, or nothing at its root. */
const prefixOf = (content: string): string => git(content, ['rev-parse', '--show-prefix']).toString().trim();

/**
 * Reads `git log -z --name-status --format=%x00%H %cI`, the newest commit first. A renamed file's older commits are under
 * its older name, which is followed.
 *
 * @param prefix that all paths begin with; it is left out
 */
export function parseLog(output: string, prefix = ''): Log {
  const log = new Map<string, Past>();
  /** What files are called now, by what they were called in the commit that is being read. */
  const today = new Map<string, string>();
  const pending = new Map<string, string>();
  const pieces = output.split('\0').map((piece) => piece.replace(/^\n+/, ''));
  let commit = '';
  let date = '';
  for (let index = 0; index < pieces.length; index += 1) {
    const piece = pieces[index] as string;
    const [, hash, when] = /^([0-9a-f]{40,64}) (\d{4}-\d{2}-\d{2}T\S+)$/.exec(piece) ?? [];
    if (hash !== undefined && when !== undefined) {
      commit = hash;
      date = Temporal.Instant.from(when).toString({ smallestUnit: 'second' });
      continue;
    }
    if (!/^[A-Z]+\d*$/.test(piece)) continue;
    const next = () => (pieces[(index += 1)] as string).slice(prefix.length);
    const path = next();
    const renamed = /^[RC]\d+$/.test(piece) ? next() : undefined;
    const file = today.get(renamed ?? path) ?? renamed ?? path;
    if (log.has(file)) continue;
    if (renamed !== undefined) {
      if (!pending.has(file)) pending.set(file, date);
      today.set(path, file);
      continue;
    }
    log.set(file, { named: pending.get(file) ?? date, commit, date, path });
  }
  return log;
}

/** Files that differ from the last commit, or that git doesn't know yet, by their paths from the content folder. */
export function uncommitted(content: string): Set<string> {
  const prefix = prefixOf(content);
  const pieces = git(content, ['status', '--porcelain=v1', '-z', '--untracked-files=all', '--', '.'])
    .toString()
    .split('\0');
  const files = new Set<string>();
  for (let index = 0; index < pieces.length; index += 1) {
    const piece = pieces[index] as string;
    if (piece === '') continue;
    files.add(piece.slice(3).slice(prefix.length));
    // A renamed file is followed by its old name.
    if (/^[RC]/.test(piece)) index += 1;
  }
  return files;
}

/** A file as it stood in a commit. */
export interface Then {
  commit: string;
  /** From the content folder, as it was called there. */
  path: string;
}

export const keyOf = ({ commit, path }: Then): string => `${commit}:${path}`;

/** The texts of files as they stood, by `keyOf`; those that weren't there have none. One question to git for all. */
export function textsThen(content: string, questions: readonly Then[]): Map<string, string> {
  const texts = new Map<string, string>();
  const asked = [...new Map(questions.map((question) => [keyOf(question), question])).entries()].filter(
    ([, { path }]) => !path.includes('\n'),
  );
  if (asked.length === 0) return texts;
  const prefix = prefixOf(content);
  const input = asked.map(([, { commit, path }]) => `${commit}:${prefix}${path}\n`).join('');
  const output = git(content, ['cat-file', '--batch'], input);
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
