/** The git history of a content folder: read once per build, and passed to Astro's process in a file. */
import { readFileSync, writeFileSync } from 'node:fs';
import { parseLog, type Log } from './log.ts';
import { outputLimit, gitError, runGit, type GitError } from './run-git.ts';

/** The history, or why there is none. */
export type GitHistory = KnownHistory | GitError;

export interface KnownHistory {
  known: true;
  /** Path from the repository's root to the content folder: `content/`, or '' for the root. */
  prefix: string;
  log: Log;
  /** Modified and untracked files, by their paths relative to the content folder. */
  uncommitted: ReadonlySet<string>;
}

/**
 * Reads the current history of a content folder. A shallow clone counts as having none, because its oldest commit would
 * appear as the last change to most files.
 *
 * A merge counts as a change to the files that differ from all its parents, that is, those merged by hand.
 *
 * @param limit maximum size of git's output in bytes
 */
export function readHistory(content: string, limit = outputLimit): GitHistory {
  const place = runGit(content, ['rev-parse', '--show-prefix', '--is-shallow-repository']);
  if (!place.known) return place;
  const [prefix = '', isShallow] = place.output.toString().split('\n');
  if (isShallow === 'true')
    return gitError(
      'shallow',
      'this is a shallow clone, without the older commits; `git fetch --unshallow` fetches them',
    );
  const log = runGit(
    content,
    [
      'log',
      '--format=%x00%H %cI',
      '--name-status',
      '--find-renames=100%',
      '--cc',
      // git 2.39 ignores --relative in merges.
      '--no-relative',
      '-z',
      '--',
      '.',
    ],
    { limit },
  );
  if (!log.known) return log;
  const files = parseLog(log.output.toString(), prefix);
  if (files.size === 0) return gitError('no-files', 'no commit contains the content yet');
  const status = runGit(content, ['status', '--porcelain=v1', '-z', '--untracked-files=all', '--', '.'], { limit });
  if (!status.known) return status;
  return { known: true, prefix, log: files, uncommitted: parseStatus(status.output.toString(), prefix) };
}

const histories = new Map<string, GitHistory>();

/**
 * The history of a content folder, read once per process.
 *
 * @param file written by saveHistory() in the parent process, if it has read the history
 */
export function historyOf(content: string, file?: string): GitHistory {
  let history = histories.get(content);
  if (!history) histories.set(content, (history = file === undefined ? readHistory(content) : loadHistory(file)));
  return history;
}

/** Writes a history as JSON, for another process. @throws if the file can't be written */
export function saveHistory(history: GitHistory, file: string): void {
  const data = history.known ? { ...history, log: [...history.log], uncommitted: [...history.uncommitted] } : history;
  writeFileSync(file, JSON.stringify(data));
}

type Saved = GitError | { known: true; prefix: string; log: [string, never][]; uncommitted: string[] };

function loadHistory(file: string): GitHistory {
  const data = JSON.parse(readFileSync(file, 'utf8')) as Saved;
  return data.known ? { ...data, log: new Map(data.log), uncommitted: new Set(data.uncommitted) } : data;
}

function parseStatus(output: string, prefix: string): Set<string> {
  const pieces = output.split('\0');
  const files = new Set<string>();
  for (let index = 0; index < pieces.length; index += 1) {
    const piece = pieces[index] as string;
    if (piece === '') continue;
    files.add(piece.slice(3 + prefix.length));
    // For a renamed file, the old name comes after the new one.
    if (/^[RC]/.test(piece)) index += 1;
  }
  return files;
}
