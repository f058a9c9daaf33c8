/**
 * `npm run build`: checks the content, builds the site in a temporary folder, and replaces dist/ once it is complete.
 * `-- --outDir DIR` replaces another folder. If anything fails, the last good site is left unchanged.
 */
import './lib/uncaught-errors.ts';
import { existsSync } from 'node:fs';
import { constants } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { historyOf, saveHistory } from '../src/git/history.ts';
import { hasErrors } from '../src/model/read/content.ts';
import { contentDir } from '../src/settings.ts';
import { runAstro, failureReason, type AstroProcess } from './lib/run-astro.ts';
import { systemErrorMessage, errorText } from './lib/system-errors.ts';
import { isWritable, makeFolder, makeReadable } from './lib/folders.ts';
import { takeLock, type Lock } from './lib/lock.ts';
import { findProblems, problemLines, summary } from './lib/content-problems.ts';
import {
  removeOldSite,
  removeUnfinishedSite,
  outDirError,
  replaceSite,
  outputFolders,
  recoverInterrupted,
} from './lib/output-folders.ts';

const { values } = parseArgs({
  options: {
    outDir: { type: 'string', default: 'dist' },
    verbose: { type: 'boolean', default: false },
  },
});
const log = (message: string) => process.stderr.write(`${message}\n`);
const folders = outputFolders(values.outDir);
const lockFile = resolve('node_modules/.cache/build.lock');
const historyFile = resolve('node_modules/.cache/history.json');
let lock: Lock | undefined;
let running: AstroProcess | undefined;
let stopping = false;
let done = false;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => void stop(signal));

const reason = outDirError(values.outDir, folders, contentDir());
if (reason !== undefined) fail(reason);
const readOnly = ['.astro', 'node_modules/.astro', 'node_modules/.cache'].find((folder) => !isWritable(folder));
if (readOnly !== undefined)
  fail(
    `The build can't write to ${readOnly}/ in the project; make the folder writable, or build in a copy of the project.`,
  );
makeReadable();

// Astro runs while the content is checked, and is stopped if there are errors.
let started = performance.now();
let startError: Error | undefined;
try {
  lock = await takeLock(lockFile, log);
  started = performance.now();
  await begin(lock);
} catch (error) {
  // Reported only if the content has no errors, because content errors are easier to fix.
  startError = error as Error;
}
const { problems, settings, history: historyProblem } = await findProblems();
const errors = problems.filter(({ severity }) => severity === 'error');
if (settings.length > 0 || hasErrors(problems)) {
  process.stderr.write(problemLines(errors, settings));
  await nothingBuilt(summary(problems));
}
if (historyProblem !== undefined) await nothingBuilt(historyProblem);

try {
  if (startError !== undefined) throw startError;
  const ended = await (running as AstroProcess).ended;
  // stop() ends this process.
  if (stopping as boolean) await new Promise(() => undefined);
  if (ended.code !== 0) await notBuilt(failureReason(values.verbose ? { ...ended, output: '' } : ended));
  // A promise that never settles ends Astro early with exit code 0. `_headers` is one of the last files it writes.
  if (!existsSync(join(folders.buildDir, '_headers'))) await notBuilt('Astro ended before the site was complete.');
  replaceSite(folders);
  done = true;
  await removeOldSite(folders);
} catch (error) {
  await running?.kill();
  const cause = systemErrorMessage(errorText(error), resolve('.'));
  if (cause === undefined) throw error;
  await notBuilt(cause);
}
lock?.release();
process.stdout.write(
  `${values.outDir}/ is ready after ${((performance.now() - started) / 1000).toFixed(1)} s. ${summary(problems)}\n`,
);

const history = historyOf(contentDir());
if (!history.known) process.stdout.write(`Pages and calendars don't show when they last changed: ${history.reason}.\n`);

/** Starts Astro, with an empty folder for the site. */
async function begin(taken: Lock): Promise<void> {
  await recoverInterrupted(folders);
  makeFolder(dirname(folders.out));
  saveHistory(historyOf(contentDir()), historyFile);
  running = runAstro(
    ['build', ...(values.verbose ? ['--verbose'] : ['--silent'])],
    {
      BUILD_DIR: folders.buildDir,
      CONTENT_CHECKED: 'yes',
      HISTORY_FILE: historyFile,
      // The same time for all pages, however long the build takes.
      SITE_DATE: process.env['SITE_DATE'] || Temporal.Now.instant().toString(),
    },
    values.verbose ? (data) => process.stdout.write(data) : undefined,
  );
  // Errors are handled where `ended` is awaited, after the check.
  running.ended.catch(() => undefined);
  taken.share(running.pid);
}

async function nothingBuilt(reason: string): Promise<never> {
  await running?.kill();
  if (lock) await removeUnfinishedSite(folders);
  fail(`${reason} Nothing was built.`);
}

async function notBuilt(message: string): Promise<never> {
  await removeUnfinishedSite(folders);
  if (message !== '') log(message);
  fail(`The site could not be built${existsSync(folders.out) ? '; the last good one is unchanged' : ''}.`);
}

async function stop(signal: 'SIGINT' | 'SIGTERM' | 'SIGHUP'): Promise<void> {
  // The new site is in place; only the old one remains to be deleted.
  if (done) return;
  stopping = true;
  await running?.kill();
  // Without the lock, the temporary folder belongs to another build.
  if (lock) await removeUnfinishedSite(folders);
  log(`Stopped${existsSync(folders.out) ? '; the last good site is unchanged' : ''}.`);
  process.exit(128 + constants.signals[signal]);
}

function fail(message: string): never {
  log(message);
  process.exit(1);
}
