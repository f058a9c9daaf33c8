/**
 * `npm run build`: checks the content, makes the site aside, and swaps it in when it is whole.
 * `-- --outDir DIR` makes it in another folder than dist/; `-- --fresh` makes every page anew, whatever was kept of the last build.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, resolve } from 'node:path';
import { parseArgs, stripVTControlCharacters } from 'node:util';
import { readHistory } from '../src/seo/history.ts';
import { buildFolders, contentDir } from '../src/settings.ts';
import { hasErrors } from '../src/model/content.ts';
import { takeLock } from './lib/lock.ts';
import { findProblems, lines, summary } from './lib/report.ts';

const { values } = parseArgs({
  options: {
    outDir: { type: 'string', default: 'dist' },
    verbose: { type: 'boolean', default: false },
    fresh: { type: 'boolean', default: false },
  },
});
const outDir = resolve(values.outDir);
if (outDir === resolve('.') || resolve('.').startsWith(`${outDir}/`))
  fail(`The site can't be made in "${values.outDir}", which holds the project itself.`);

if (existsSync(outDir) && !isSite(outDir))
  fail(`"${values.outDir}" holds other files than a built site; name another folder, or empty it first.`);

const { problems, settings } = findProblems();
const errors = problems.filter(({ severity }) => severity === 'error');
if (settings.length > 0 || hasErrors(problems)) {
  process.stderr.write(lines(errors, settings));
  fail(`${summary(problems)} Nothing was built.`);
}

const release = await takeLock(resolve('node_modules/.cache/build.lock'), (message) =>
  process.stderr.write(`${message}\n`),
);
const started = performance.now();
// Beside the target, so that the swap is a rename within one file system.
const aside = join(dirname(outDir), `.${basename(outDir)}-new`);
const old = join(dirname(outDir), `.${basename(outDir)}-old`);
// A build that was killed between the two renames of the swap left the last good site here.
if (!existsSync(outDir) && existsSync(old)) renameSync(old, outDir);
for (const folder of [aside, old]) rmSync(folder, { recursive: true, force: true });
mkdirSync(dirname(outDir), { recursive: true });

if (values.fresh) rmSync(buildFolders(contentDir()).cacheDir, { recursive: true, force: true });
const { code, output } = await astro(['build', ...(values.verbose ? ['--verbose'] : ['--silent'])], {
  BUILD_DIR: aside,
  // One moment for all pages, however long they take.
  SITE_DATE: process.env['SITE_DATE'] || Temporal.Now.instant().toString(),
});
if (code !== 0) {
  rmSync(aside, { recursive: true, force: true });
  process.stderr.write(`${plain(output)}\n`);
  fail('The site could not be built; the last good one is left as it was.');
}
if (existsSync(outDir)) renameSync(outDir, old);
renameSync(aside, outDir);
rmSync(old, { recursive: true, force: true });
release();
process.stdout.write(
  `${values.outDir}/ is ready, after ${((performance.now() - started) / 1000).toFixed(1)} s. ${summary(problems)}\n`,
);

const reading = readHistory(contentDir());
if ('missing' in reading) process.stdout.write(`Pages carry no dates of change, for ${reading.missing}.\n`);

/** Is a folder empty, or a site that was built before? Anything else must not be replaced. */
function isSite(folder: string): boolean {
  if (!statSync(folder).isDirectory()) return false;
  return readdirSync(folder).length === 0 || existsSync(join(folder, 'index.html'));
}

/** Runs Astro in a process of its own, with a memory of its own. */
function astro(args: string[], environment: Record<string, string>): Promise<{ code: number; output: string }> {
  const binary = join(dirname(createRequire(import.meta.url).resolve('astro/package.json')), 'bin/astro.mjs');
  const child = spawn(process.execPath, [binary, ...args], {
    // Variables of these names, which a test runner sets, would be taken for what Vite says of the build.
    env: {
      ...process.env,
      PROD: undefined,
      DEV: undefined,
      NODE_ENV: 'production',
      ASTRO_TELEMETRY_DISABLED: '1',
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (data: Buffer) => {
      output += data.toString();
      if (values.verbose) process.stdout.write(data);
    });
  return new Promise((done, refuse) => {
    child.once('error', refuse);
    child.once('close', (exit) => done({ code: exit ?? 1, output: values.verbose ? '' : output }));
  });
}

function fail(message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}

/** What Astro said, without colours, stacks and places in the machine's folders: what is left names the page and the reason. */
function plain(text: string): string {
  return stripVTControlCharacters(text)
    .split('\n')
    .filter((line) => !/^\s*(at |Stack trace:|Location:)|node_modules|^\s*$/.test(line))
    .map((line) => line.replaceAll(`${resolve('.')}/`, ''))
    .join('\n');
}
