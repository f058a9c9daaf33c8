/**
 * `npm run bench`: time and memory of a cold build and of the check, for made-up editions of 100, 1,000 and 10,000
 * pages, printed as the table in docs/benchmarks.md. `-- --pages 100,1000` sets other sizes. `-- --starlight` also
 * installs Starlight and builds the same texts with it, up to 1,000 pages (its sidebar lists every page on every page).
 */
import './lib/uncaught-errors.ts';
import { spawnSync } from 'node:child_process';
import { globSync, readFileSync, rmSync, statSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildFolders } from '../src/settings.ts';
import { minPages, writeEdition } from './bench/edition.ts';
import { installStarlight, starlightFolder, starlightVersion, writeDocs } from './bench/starlight.ts';

interface Run {
  seconds: number;
  /** Peak memory of the run's largest Node process, in MB. */
  memory: number;
}

const { values } = parseArgs({
  options: { pages: { type: 'string', default: '100,1000,10000' }, starlight: { type: 'boolean', default: false } },
});
const sizes = values.pages.split(',').map(Number);
if (!sizes.every((size) => Number.isInteger(size) && size >= minPages)) {
  process.stderr.write(`--pages takes page counts of at least ${minPages}, separated by commas, such as 100,1000.\n`);
  process.exit(1);
}

const temporary = join(tmpdir(), 'site-bench');
const memoryFile = join(temporary, 'memory');
const ownSites = 'tests/.built/bench';
const starlightSites = join(starlightFolder, 'sites');
const number = (value: number, digits = 0) =>
  value.toLocaleString('en', { maximumFractionDigits: digits, minimumFractionDigits: digits });
const rows: string[][] = [];
const ratios: string[] = [];

cleanUp();
if (values.starlight) installStarlight();
for (const size of sizes) {
  const content = join(temporary, `edition-${size}`);
  writeEdition(content, size);
  const compare = values.starlight && size <= 1000;
  if (compare) writeDocs(content);
  const checks: Run[] = [];
  const own: Run[] = [];
  const starlight: Run[] = [];
  for (let run = 0; run < (size > 1000 ? 1 : 3); run++) {
    const environment = { CONTENT_DIR: content, SITE_DATE: '2027-06-01' };
    checks.push(measure(`check of ${size} pages`, ['scripts/check.ts'], environment));
    // Each run uses a new folder, because ext4 creates files slowly just after many were deleted.
    const folder = `${size}-${run}`;
    rmSync(buildFolders(content).cacheDir, { recursive: true, force: true });
    const ownArgs = ['scripts/build.ts', '--outDir', join(ownSites, folder)];
    own.push(measure(`build of ${size} pages`, ownArgs, environment));
    if (!compare) continue;
    for (const cache of ['.astro', 'node_modules/.astro'])
      rmSync(join(starlightFolder, cache), { recursive: true, force: true });
    const args = ['node_modules/astro/bin/astro.mjs', 'build', '--silent', '--outDir', `sites/${folder}`];
    starlight.push(measure(`Starlight’s build of ${size} pages`, args, {}, starlightFolder));
  }
  rows.push(['this project', ...cells(join(ownSites, `${size}-0`), own), `${number(medianTime(checks), 1)} s`]);
  if (!compare) continue;
  rows.push([`Starlight ${starlightVersion}`, ...cells(join(starlightSites, `${size}-0`), starlight), '–']);
  const ratio = medianTime(own) / medianTime(starlight);
  ratios.push(`A build of ${number(size)} pages takes ${number(ratio, 2)} times as long as Starlight’s.\n`);
}
cleanUp();

process.stdout.write(`${cpus().length} × ${cpus()[0]?.model.trim()}, Node ${process.versions.node}\n\n`);
const head = ['', 'pages', 'files', 'size', 'cold build', 'memory', '`check`'];
for (const row of [head, head.map((_, index) => (index === 0 ? '---' : '--:')), ...rows])
  process.stdout.write(`| ${row.join(' | ')} |\n`);
process.stdout.write(`\n${ratios.join('')}`);

/** Runs a script with the current Node.js. @throws if it fails, after printing its output */
function measure(name: string, args: string[], environment: Record<string, string>, cwd = '.'): Run {
  rmSync(memoryFile, { force: true });
  const preload = { NODE_OPTIONS: `--import ${import.meta.resolve('./bench/memory.ts')}`, BENCH_MEMORY: memoryFile };
  const env = { ...process.env, ...environment, ...preload, ASTRO_TELEMETRY_DISABLED: '1' };
  const started = performance.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd, env, encoding: 'utf8' });
  const seconds = (performance.now() - started) / 1000;
  if (status !== 0) {
    process.stderr.write(stdout + stderr);
    throw new Error(`the ${name} failed`);
  }
  const memory = (Math.max(...readFileSync(memoryFile, 'utf8').trim().split('\n').map(Number)) * 1024) / 1e6;
  process.stderr.write(`${name}: ${seconds.toFixed(1)} s, ${memory.toFixed(0)} MB\n`);
  return { seconds, memory };
}

function medianTime(runs: readonly Run[]): number {
  return runs.map(({ seconds }) => seconds).sort((a, b) => a - b)[runs.length >> 1] as number;
}

/** The table cells for a site and its builds. */
function cells(site: string, builds: readonly Run[]): string[] {
  const files = globSync('**/*', { cwd: site, withFileTypes: true }).filter((entry) => entry.isFile());
  const bytes = files.reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0);
  const pages = files.filter(({ name }) => name.endsWith('.html')).length;
  const memory = Math.max(...builds.map(({ memory }) => memory));
  const units = [`${number(bytes / 1e6)} MB`, `${number(medianTime(builds), 1)} s`, `${number(memory)} MB`];
  return [number(pages), number(files.length), ...units];
}

function cleanUp(): void {
  for (const folder of [temporary, ownSites, starlightSites]) rmSync(folder, { recursive: true, force: true });
}
