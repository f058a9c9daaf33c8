/**
 * `npm run bench`: how long a build takes and how much memory, for editions of 100, 1,000 and 10,000 pages, beside Hugo with
 * Pagefind on the same Markdown; and what nginx sends of the largest. Writes the tables of docs/benchmarks.md.
 * `-- --pages 100,1000` takes other sizes, `-- --runs 1` fewer runs, or `--runs 3,1` so many for each size; `-- --no-write`
 * only prints.
 */
import './lib/uncaught-errors.ts';
import { readFileSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { spawnSync } from 'node:child_process';
import { readContent } from '../src/model/read/content.ts';
import { cardOf } from '../src/share/card.ts';
import { pictureOf } from '../src/share/draw.ts';
import { pageIn } from '../src/i18n/page-context.ts';
import { pagesOf } from '../src/model/addresses.ts';
import { writeEdition } from './bench/edition.ts';
import { stylesOf, writeHugoProject } from './bench/hugo.ts';
import { load } from './bench/load.ts';
import { measure, median, weigh, type Run } from './bench/measure.ts';

const { values } = parseArgs({
  options: {
    pages: { type: 'string', default: '100,1000,10000' },
    runs: { type: 'string', default: '3' },
    'no-write': { type: 'boolean', default: false },
  },
});
const sizes = values.pages.split(',').map(Number);
const counts = values.runs.split(',').map(Number);
/** How often each size is measured; the last number is that of all that follow. */
const runsOf = (size: number) => counts[sizes.indexOf(size)] ?? (counts.at(-1) as number);
/** The same in every run, so that pictures and languages' words of a run that was ended are there for the next. */
const folder = join(tmpdir(), 'site-benchmarks');
const say = (text: string) => process.stdout.write(`${text}\n`);
const has = (command: string) => spawnSync(command, ['version'], { stdio: 'ignore' }).error === undefined;
/** The day on which the measurements take place, between the meeting's first event and its last. */
const environment = { SITE_DATE: '2027-06-01' };

interface Result {
  runs: number;
  pages: number;
  files: number;
  megabytes: number;
  bytes: number;
  packed: number;
  cold: Run;
  again: Run;
  none: Run;
  check: Run;
  hugo: Run | undefined;
}

const results: Result[] = [];
for (const size of sizes) {
  const runs = runsOf(size);
  say(`${size} pages`);
  const content = join(folder, `content-${size}`);
  // Within the project, where a site stands: there it is moved into its place, and not copied.
  const out = join('tests/.built', `bench-${size}`);
  writeEdition(content, size, 'content/interface');
  const buildIn = (folder: string, ...args: string[]) =>
    measure(process.execPath, ['scripts/build.ts', '--outDir', folder, ...args], {
      ...environment,
      CONTENT_DIR: content,
    });
  const build = (...args: string[]) => buildIn(out, ...args);
  // As in a fresh clone there is no site before; and nothing is deleted meanwhile, after which ext4 makes files slowly.
  const coldIn = (index: number) => `${out}-cold-${index}`;
  const several = async (name: string, run: (index: number) => Promise<Run>): Promise<Run> => {
    const all: Run[] = [];
    for (let index = 0; index < runs; index++) {
      all.push(await run(index));
      const { seconds, processors, memory } = all.at(-1) as Run;
      say(`  ${name}: ${seconds.toFixed(1)} s, ${processors.toFixed(1)} s of processors, ${memory.toFixed(0)} MB`);
    }
    const of = (key: keyof Run) => median(all.map((one) => one[key]));
    return {
      seconds: of('seconds'),
      processors: of('processors'),
      memory: Math.max(...all.map(({ memory }) => memory)),
    };
  };
  const check = await several('check', () =>
    measure(process.execPath, ['scripts/check.ts'], { ...environment, CONTENT_DIR: content }),
  );
  // The pictures of the sections, which a build draws once and then keeps whatever else is made anew; all sizes share them.
  if (results.length === 0) await build('--fresh');
  const cold = await several('cold build', (index) => buildIn(coldIn(index), '--fresh'));
  await build();
  const page = join(content, 'events/event-1.en.md');
  const text = readFileSync(page, 'utf8');
  const again = await several('one sentence changed', (index) => {
    writeFileSync(page, `${text}\nA sentence that was added in round ${index + 1}.\n`);
    return build();
  });
  const none = await several('nothing changed', () => build());
  let hugo: Run | undefined;
  if (has('hugo')) {
    const { edition } = readContent(content);
    const project = join(folder, `hugo-${size}`);
    if (edition) writeHugoProject(project, edition, stylesOf(out));
    const publicIn = (index: number) => `public-${index}`;
    hugo = await several('Hugo and Pagefind', async (index) => {
      const made = await measure('hugo', ['--quiet', '--destination', publicIn(index)], {}, project);
      const indexed = await measure(
        process.execPath,
        [resolve('node_modules/pagefind/lib/runner/bin.cjs'), '--site', publicIn(index), '--silent'],
        {},
        project,
      );
      return {
        seconds: made.seconds + indexed.seconds,
        processors: made.processors + indexed.processors,
        memory: Math.max(made.memory, indexed.memory),
      };
    });
    for (let index = 0; index < runs; index++)
      await rm(join(project, publicIn(index)), { recursive: true, force: true });
  } else say('  Hugo isn’t installed (Debian: hugo); nothing is compared.');
  for (let index = 0; index < runs; index++) await rm(coldIn(index), { recursive: true, force: true });
  results.push({ runs, ...weigh(out), cold, again, none, check, hugo });
  // What is measured is kept, should a larger size be cut off.
  write(report(await pictureTime(), []));
}

const last = values.pages.split(',').at(-1) as string;
const sent = await load(join('tests/.built', `bench-${last}`), join(folder, 'nginx'), say);
const tables = report(await pictureTime(), sent);
say(tables);
write(tables);

function write(tables: string): void {
  if (values['no-write']) return;
  const file = 'docs/benchmarks.md';
  const [begin, end] = ['<!-- bench: begin -->', '<!-- bench: end -->'];
  const text = readFileSync(file, 'utf8');
  const [before, after] = [text.split(begin)[0] ?? '', text.split(end)[1] ?? ''];
  if (!text.includes(begin) || !text.includes(end)) throw new Error(`${file} has no place for the tables`);
  writeFileSync(file, `${before}${begin}\n\n${tables}\n${end}${after}`);
  spawnSync('npx', ['prettier', '--write', file], { stdio: 'ignore' });
}

/** Milliseconds of the processors for a share picture that nobody has drawn yet. */
async function pictureTime(): Promise<number> {
  const content = join(folder, `content-${values.pages.split(',')[0]}`);
  const { edition } = readContent(content);
  if (!edition) return 0;
  const pages = [...pagesOf(edition.entries)].slice(0, 20);
  const cards = pages.map(([address, entry]) => cardOf(pageIn(edition, 'en', address, entry)));
  await pictureOf({ ...(cards[0] as (typeof cards)[number]), kicker: String(performance.now()) });
  const before = process.cpuUsage();
  for (const card of cards) await pictureOf({ ...card, kicker: String(performance.now()) });
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000 / cards.length;
}

/** `medians of 3 runs`, or by size where they differ. */
function measured(): string {
  const times = (count: number) => (count === 1 ? 'one run' : `medians of ${count} runs`);
  const all = new Set(results.map(({ runs }) => runs));
  if (all.size === 1) return times([...all][0] as number);
  return results.map(({ runs, pages }) => `${times(runs)} at ${pages.toLocaleString('en')} pages`).join(', ');
}

function report(pictures: number, sent: readonly string[]): string {
  const number = (value: number, digits = 0) =>
    value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits });
  const table = (head: string[], rows: string[][]) =>
    [head, head.map((_, index) => (index === 0 ? '---' : '--:')), ...rows]
      .map((row) => `| ${row.join(' | ')} |`)
      .join('\n');
  const row = (name: string, of: (result: Result) => string) => [name, ...results.map(of)];
  const against =
    (of: (result: Result) => Run) =>
    ({ hugo, ...result }: Result) =>
      hugo ? `${number(of({ hugo, ...result }).seconds / hugo.seconds, 2)} ×` : '–';
  const parts = [
    `${new Date().toISOString().slice(0, 10)}, ${cpus().length} × ${cpus()[0]?.model.trim()}, Node ${process.versions.node}; ${measured()}, memory the most of all.`,
    table(
      ['', ...results.map(({ pages }) => `${number(pages)} pages`)],
      [
        row('cold build with search index, s', ({ cold }) => number(cold.seconds, 1)),
        row('one sentence changed, s', ({ again }) => number(again.seconds, 1)),
        row('nothing changed, s', ({ none }) => number(none.seconds, 1)),
        row('`check`, s', ({ check }) => number(check.seconds, 1)),
        row('processor time of the cold build, s', ({ cold }) => number(cold.processors, 1)),
        row('peak memory of the cold build, MB', ({ cold }) => number(cold.memory)),
        row('peak memory after one change, MB', ({ again }) => number(again.memory)),
        row('Hugo and Pagefind, s', ({ hugo }) => (hugo ? number(hugo.seconds, 1) : '–')),
        row('their peak memory, MB', ({ hugo }) => (hugo ? number(hugo.memory) : '–')),
        row(
          'cold build against them',
          against(({ cold }) => cold),
        ),
        row(
          'one sentence changed against them',
          against(({ again }) => again),
        ),
        row('files of the site', ({ files }) => number(files)),
        row('size of the site, MB', ({ megabytes }) => number(megabytes, 1)),
        row('bytes per page', ({ bytes }) => number(bytes)),
        row('bytes per page in brotli', ({ packed }) => number(packed)),
      ],
    ),
  ];
  const [small, large] = [results.at(-2), results.at(-1)];
  if (small && large) {
    const times = (of: (result: Result) => number) => number(of(large) / of(small), 1);
    parts.push(
      `From ${number(small.pages)} to ${number(large.pages)} pages, ${number(large.pages / small.pages, 1)} times as many: the cold build takes ${times(({ cold }) => cold.seconds)} times as long and holds ${times(({ cold }) => cold.memory)} times the memory; a build after one change takes ${times(({ again }) => again.seconds)} times as long.`,
    );
    if (large.hugo)
      parts.push(
        ['cold build', 'rebuild after one sentence']
          .map((name, index) => {
            const [run, aim] = index === 0 ? [large.cold, 2] : [large.again, 1];
            const ratio = run.seconds / (large.hugo as Run).seconds;
            return `Aim for the ${name}: at most ${aim.toFixed(1)} times Hugo with Pagefind; it is ${ratio.toFixed(2)}: ${ratio <= aim ? 'held' : `missed by ${((ratio / aim - 1) * 100).toFixed(0)} %`}.`;
          })
          .join(' '),
      );
  }
  parts.push(
    `Share pictures are left out of these times: these editions have one for each section (\`sharePictures: sections\`), drawn before. Where each page has its own, a picture that nobody has drawn yet takes ${number(pictures)} ms of a processor: ${number((pictures * (large?.pages ?? 0)) / 60_000, 1)} minutes for ${number(large?.pages ?? 0)} pages, once.`,
    ...sent,
  );
  return `${parts.join('\n\n')}\n`;
}
