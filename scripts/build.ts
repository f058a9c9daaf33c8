/**
 * `npm run build`: checks the content, makes the site aside, and swaps it in when it is whole.
 * `-- --outDir DIR` makes it in another folder than dist/; `-- --fresh` makes every page and the search index anew. Whatever happens, the last good site stays until then.
 */
import './lib/last-word.ts';
import { existsSync, rmSync } from 'node:fs';
import { constants } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { hasErrors } from '../src/model/content.ts';
import { readHistory } from '../src/seo/history.ts';
import { buildFolders, contentDir } from '../src/settings.ts';
import { astro, reasonOf, type Running } from './lib/astro.ts';
import { causeOf, spoken } from './lib/causes.ts';
import { makeFolder } from './lib/folders.ts';
import { takeLock, type Lock } from './lib/lock.ts';
import { findProblems, lines, summary } from './lib/report.ts';
import { discard, isTornApart, objection, swapIn, targetOf, tidy } from './lib/swap.ts';

const { values } = parseArgs({
  options: {
    outDir: { type: 'string', default: 'dist' },
    verbose: { type: 'boolean', default: false },
    fresh: { type: 'boolean', default: false },
  },
});
const say = (message: string) => process.stderr.write(`${message}\n`);
const target = targetOf(values.outDir);
let lock: Lock | undefined;
let running: Running | undefined;
let stopping = false;
let done = false;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => void stop(signal));

// Not later than this, for what follows may end the command.
if (isTornApart(target)) {
  lock = await lockUp();
  tidy(target);
}
const reason = objection(values.outDir, target, contentDir());
if (reason !== undefined) fail(reason);

const { problems, settings } = await findProblems();
const errors = problems.filter(({ severity }) => severity === 'error');
if (settings.length > 0 || hasErrors(problems)) {
  process.stderr.write(lines(errors, settings));
  fail(`${summary(problems)} Nothing was built.`);
}

lock ??= await lockUp();
const started = performance.now();
try {
  // What was killed may have left pictures half-written, which Astro would take for whole.
  if (tidy(target) || lock.abandoned) dropCache();
  if (values.fresh)
    for (const part of ['pages', 'search'])
      rmSync(join(buildFolders(contentDir()).cacheDir, part), { recursive: true, force: true });
  makeFolder(dirname(target.out));
  running = astro(
    ['build', ...(values.verbose ? ['--verbose'] : ['--silent'])],
    // One moment for all pages, however long they take.
    { BUILD_DIR: target.made, SITE_DATE: process.env['SITE_DATE'] || Temporal.Now.instant().toString() },
    values.verbose ? (data) => process.stdout.write(data) : undefined,
  );
  lock.share(running.pid);
  const ended = await running.ended;
  // The signal's own end is under way.
  if (stopping) await new Promise(() => undefined);
  if (ended.code !== 0) notBuilt(reasonOf(values.verbose ? { ...ended, output: '' } : ended), ended.output);
  // A promise that nobody keeps lets Astro end early, with exit code 0. `_headers` is the last file that it writes.
  if (!existsSync(join(target.made, '_headers'))) notBuilt('Astro ended before the site was whole.', ended.output);
  swapIn(target);
  done = true;
} catch (error) {
  await running?.kill();
  const cause = causeOf(spoken(error), resolve('.'));
  if (cause === undefined) throw error;
  notBuilt(cause, spoken(error));
}
lock.release();
process.stdout.write(
  `${values.outDir}/ is ready, after ${((performance.now() - started) / 1000).toFixed(1)} s. ${summary(problems)}\n`,
);

const reading = readHistory(contentDir());
if ('missing' in reading) process.stdout.write(`Pages carry no dates of change, for ${reading.missing}.\n`);

function lockUp(): Promise<Lock> {
  return takeLock(resolve('node_modules/.cache/build.lock'), say);
}

/** Deletes the pictures that Astro keeps of this edition. */
function dropCache(): void {
  rmSync(join(buildFolders(contentDir()).cacheDir, 'assets'), { recursive: true, force: true });
}

/** @param said by which a refusal of the machine is known, after which no cache can be trusted */
function notBuilt(sentence: string, said: string): never {
  discard(target);
  if (causeOf(said, '') !== undefined) dropCache();
  if (sentence !== '') say(sentence);
  fail(`The site could not be built${existsSync(target.out) ? '; the last good one is left as it was' : ''}.`);
}

async function stop(signal: 'SIGINT' | 'SIGTERM' | 'SIGHUP'): Promise<void> {
  // The new site stands already, and what is left to do takes no time.
  if (done) return;
  stopping = true;
  await running?.kill();
  // Before it has the lock, what lies aside is another build's.
  if (lock) {
    discard(target);
    dropCache();
  }
  say(`Stopped${existsSync(target.out) ? '; the last good site is left as it was' : ''}.`);
  process.exit(128 + constants.signals[signal]);
}

function fail(message: string): never {
  say(message);
  process.exit(1);
}
