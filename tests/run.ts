/**
 * `npm test`: runs all checks and tests, two jobs at a time, because most jobs use one core. Each line of output
 * begins with the name of its job; the output of failed jobs is repeated at the end. `npm test -- FILE` runs one test
 * file.
 */
import '../scripts/lib/uncaught-errors.ts';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import pLimit from 'p-limit';

interface Outcome {
  name: string;
  failed: boolean;
  output: string;
}

const longestName = 'rebuilding'.length;
const log = (text: string) => process.stdout.write(`${text}\n`);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(1));

async function run(name: string, program: string, args: string[], environment = {}): Promise<Outcome> {
  const started = performance.now();
  const child = spawn(program, args, {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
    // On Windows npm is a script that only a shell can start.
    shell: process.platform === 'win32' && program === 'npm',
  });
  const stop = () => void child.kill();
  process.once('exit', stop);
  let output = '';
  // GitHub annotations must be at the start of a line, and aren't repeated.
  const add = (line: string) => {
    if (line.startsWith('::')) log(line);
    else {
      output += `${line}\n`;
      log(name === '' ? line : `${name.padEnd(longestName)} | ${line}`);
    }
  };
  for (const input of [child.stdout, child.stderr]) createInterface({ input }).on('line', add);
  const [code] = (await once(child, 'close')) as [number | null];
  process.off('exit', stop);
  const seconds = Math.round((performance.now() - started) / 1000);
  if (name !== '') log(`${name.padEnd(longestName)} | ${code === 0 ? 'done' : 'FAILED'} after ${seconds} s`);
  return { name, failed: code !== 0, output };
}

const vitest = (name: string, args: string[], environment = {}) =>
  run(name, process.execPath, [resolve('node_modules/vitest/vitest.mjs'), 'run', ...args], environment);
const npm = (name: string) => run(name, 'npm', ['run', '--silent', name]);

const files = process.argv.slice(2);
if (files.length > 0) process.exit((await vitest('', files)).failed ? 1 : 0);

const limit = pLimit(2);
const setUp = limit(() => run('set-up', process.execPath, [resolve('tests/setup/build-now.ts')]));
const onBuilds = async (name: string): Promise<Outcome> =>
  (await setUp).failed
    ? { name, failed: true, output: 'The set-up failed, so these tests were not run.\n' }
    : vitest(name, ['--project', name], { EDITIONS_BUILT: '1' });

// Of the tests, the longest first. Builds in one checkout take turns anyway, so the tests that build are one job.
const outcomes = await Promise.all([
  setUp,
  ...['lint', 'types', 'spelling'].map((name) => limit(() => npm(name))),
  ...['building', 'built'].map((name) => limit(() => onBuilds(name))),
  ...['rebuilding', 'fuzz', 'unit'].map((name) => limit(() => vitest(name, ['--project', name]))),
]);
const failed = outcomes.filter((outcome) => outcome.failed);
for (const { name, output } of failed) log(`\n──── ${name} failed ────\n${output}`);
log(failed.length > 0 ? `\nFailed: ${failed.map(({ name }) => name).join(', ')}.` : '\nAll tests passed.');
process.exitCode = failed.length > 0 ? 1 : 0;
