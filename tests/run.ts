/**
 * `npm test`: all that is tested, two things at a time, since most of it keeps one core busy. `npm test -- FILE` runs that
 * file alone. Each line says whose it is; what failed is said again, whole, at the end.
 */
import '../scripts/lib/uncaught-errors.ts';
import { spawn, type ChildProcess } from 'node:child_process';
import { resolve } from 'node:path';

interface Job {
  name: string;
  command: [program: string, ...args: string[]];
  /** It needs what the job of this name makes. */
  after?: string;
}

const node = process.execPath;
const vitest = (...args: string[]): Job['command'] => [node, resolve('node_modules/vitest/vitest.mjs'), 'run', ...args];
const npm = (script: string): Job['command'] => ['npm', 'run', '--silent', script];

/** Those that build editions take turns at it anyway, so they stay in one job. The longest begin first. */
const jobs: Job[] = [
  { name: 'set-up', command: [node, resolve('tests/setup/now.ts')] },
  { name: 'lint', command: npm('lint') },
  { name: 'types', command: npm('types') },
  { name: 'spelling', command: npm('spelling') },
  { name: 'building', command: vitest('--project', 'building'), after: 'set-up' },
  { name: 'built', command: vitest('--project', 'built'), after: 'set-up' },
  { name: 'fuzz', command: vitest('--project', 'fuzz') },
  { name: 'unit', command: vitest('--project', 'unit') },
];
const atOnce = 2;

const running = new Set<ChildProcess>();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.once(signal, () => {
    for (const child of running) child.kill(signal);
    process.exit(1);
  });

interface Outcome {
  code: number;
  output: string;
  seconds: number;
}

/** Runs a command to its end; each line that it says is handed on as soon as it is whole. */
function run([program, ...args]: Job['command'], environment: NodeJS.ProcessEnv, hear: (line: string) => void) {
  const started = performance.now();
  const child = spawn(program, args, {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
    // There, npm is a script that only a shell can start.
    shell: process.platform === 'win32' && program === 'npm',
  });
  running.add(child);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    let rest = '';
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      const lines = (rest + text).split('\n');
      rest = lines.pop() ?? '';
      lines.forEach(hear);
    });
    stream.once('end', () => rest !== '' && hear(rest));
  }
  return new Promise<Outcome>((done, refuse) => {
    child.once('error', refuse);
    child.once('close', (code) => {
      running.delete(child);
      done({ code: code ?? 1, output, seconds: Math.round((performance.now() - started) / 1000) });
    });
  });
}

const say = (text: string) => process.stdout.write(`${text}\n`);
const [...given] = process.argv.slice(2);
if (given.length > 0) process.exit((await run(vitest(...given), {}, say)).code);

const width = Math.max(...jobs.map(({ name }) => name.length));
const waiting = [...jobs];
const ended = new Map<string, Outcome>();
let turn = Promise.withResolvers<undefined>();

/** Takes one job after another, in their order: for a long one that can't begin yet it rather waits than begins a short one. */
async function work(): Promise<void> {
  for (let job = waiting.shift(); job; job = waiting.shift()) {
    const { name, command, after } = job;
    while (after !== undefined && !ended.has(after)) await turn.promise;
    // GitHub's annotations begin their line.
    const hear = (line: string) => say(line.startsWith('::') ? line : `${name.padEnd(width)} | ${line}`);
    const outcome =
      after !== undefined && ended.get(after)?.code !== 0
        ? { code: 1, output: `${after} failed, so nothing of this was done.\n`, seconds: 0 }
        : await run(command, { EDITIONS_BUILT: after && '1' }, hear);
    ended.set(name, outcome);
    hear(outcome.code === 0 ? `done after ${outcome.seconds} s` : `FAILED after ${outcome.seconds} s`);
    turn.resolve(undefined);
    turn = Promise.withResolvers();
  }
}
await Promise.all(Array.from({ length: atOnce }, work));

const failed = jobs.filter(({ name }) => ended.get(name)?.code !== 0);
// Annotations have been given.
const whole = (name: string) => ended.get(name)?.output.replace(/^::.*\n/gm, '') ?? '';
for (const { name } of failed) say(`\n──── ${name} failed ────\n${whole(name)}`);
say(failed.length > 0 ? `\nFailed: ${failed.map(({ name }) => name).join(', ')}.` : '\nAll is well.');
process.exitCode = failed.length > 0 ? 1 : 0;
