/** Runs git, and explains its failures. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/** Why git gives no result. */
export interface GitError {
  known: false;
  cause:
    | 'not-installed'
    | 'no-repository'
    | 'no-commits'
    | 'no-files'
    | 'other-owner'
    | 'shallow'
    | 'damaged'
    | 'too-large'
    | 'failed';
  /** A clause for use after a colon, with a remedy if there is one: `git is not installed`. */
  reason: string;
}

export const gitError = (cause: GitError['cause'], reason: string): GitError => ({ known: false, cause, reason });

/** Maximum size of the output in bytes: enough for the log of about a million changed files. */
export const outputLimit = 1 << 28;

const damage =
  /^(?:error|fatal): .*(corrupt|broken|bad object|unable to read|could not parse|smaller than expected|object file)/m;

interface Options {
  /** Standard input. */
  input?: string;
  /** Maximum size of the output in bytes. */
  limit?: number;
}

/** Runs git in a folder and returns its standard output, or why there is none. Never throws. */
export function runGit(
  folder: string,
  args: readonly string[],
  { input, limit = outputLimit }: Options = {},
): { known: true; output: Buffer } | GitError {
  const { error, status, stdout, stderr } = spawnSync('git', ['--no-optional-locks', '-C', folder, ...args], {
    input,
    maxBuffer: limit,
    // parseGitError() recognises English messages.
    env: { ...process.env, LC_ALL: 'C' },
  });
  // For a damaged object, cat-file prints "missing" and exits with 0.
  if (!error && status === 0 && !damage.test(stderr.toString())) return { known: true, output: stdout };
  const code = error && 'code' in error ? String(error.code) : undefined;
  if (code === 'ENOENT') return gitError('not-installed', 'git is not installed');
  if (code === 'ENOBUFS')
    return gitError('too-large', `the git history is too long to read (more than ${limit} bytes)`);
  if (error) return gitError('failed', `git cannot be run (${code ?? error.message})`);
  return parseGitError(stderr.toString(), folder);
}

/** Turns git's message into an error, with the remedy that git suggests, if any. */
function parseGitError(message: string, folder: string): GitError {
  // git 2.37 and earlier say "unsafe repository".
  if (/dubious ownership|unsafe repository/.test(message)) {
    const command = /^\s*(git config --global --add safe\.directory .*)$/m.exec(message)?.[1];
    const remedy = command === undefined ? '' : `; if you trust it, run \`${command}\``;
    return gitError('other-owner', `git does not read this repository, because another user owns it${remedy}`);
  }
  if (/does not have any commits yet/.test(message))
    return gitError('no-commits', 'the git repository has no commits yet');
  // Git says the same if HEAD is empty or unreadable.
  if (/not a git repository \(or any/.test(message) && !isBelowRepository(folder))
    return gitError('no-repository', 'the content is not in a git repository');
  const quoted = /^fatal: (.*)$/m.exec(message)?.[1] ?? message.trim().split('\n')[0] ?? '';
  return damage.test(message)
    ? gitError('damaged', `the git repository is damaged (git says: ${quoted}); \`git fsck\` lists what is wrong`)
    : gitError('failed', `git cannot read the repository (it says: ${quoted})`);
}

/** Is there a `.git` in a folder or above it? */
function isBelowRepository(folder: string): boolean {
  for (let at = resolve(folder); ; at = dirname(at)) {
    if (existsSync(join(at, '.git'))) return true;
    if (dirname(at) === at) return false;
  }
}
