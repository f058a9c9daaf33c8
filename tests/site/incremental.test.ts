import { execFileSync, spawn } from 'node:child_process';
import { appendFileSync, globSync, readFileSync, rmSync, statSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildFolders } from '../../src/settings.ts';
import { broken } from '../broken/broken.ts';
import { built, run } from '../helpers/build.ts';

const { dir, remove } = broken({});
const { cacheDir } = buildFolders(dir);
const before = '2033-02-01';
let moment = before;

const build = (name: string, ...args: string[]) =>
  run('build.ts', ['--outDir', built(name), ...args], { CONTENT_DIR: dir, SITE_DATE: moment });

async function made(name: string, ...args: string[]) {
  const { code, output } = await build(name, ...args);
  expect(code, output).toBe(0);
}

/** How many pages the last build made, and how many it had from the one before. */
const lastBuild = () =>
  JSON.parse(readFileSync(join(cacheDir, 'pages/index.json'), 'utf8')) as { made: number; kept: number };

/** Files that two sites don't share, or that differ in a byte. */
function differences(one: string, other: string): string[] {
  const files = (name: string) =>
    globSync('**', { cwd: built(name) }).filter((file) => statSync(join(built(name), file)).isFile());
  const all = [...new Set([...files(one), ...files(other)])].sort();
  const bytes = (name: string, file: string) =>
    statSync(join(built(name), file), { throwIfNoEntry: false }) &&
    readFileSync(join(built(name), file)).toString('latin1');
  return all.filter((file) => bytes(one, file) !== bytes(other, file));
}

const git = (...args: string[]) =>
  execFileSync('git', ['-C', dir, '-c', 'user.name=x', '-c', 'user.email=x@example.org', ...args]);
const commit = () => {
  git('add', '-A');
  git('commit', '-qm', 'x', '--allow-empty');
};
const replace = (file: string, from: string, to: string) => {
  const text = readFileSync(join(dir, file), 'utf8');
  expect(text, file).toContain(from);
  writeFileSync(
    join(dir, file),
    text.replace(from, () => to),
  );
};

/** What is done to the edition, and where it shows, in some file. */
type Change = [name: string, change: () => unknown, shows: string, seen: RegExp];

/**
 * One after another. Of those that are done at once none shows on a page that another one has made anew, so that none can
 * hide what is forgotten of another. `some`: pages stay that don't show it.
 */
const steps: { changes: Change[]; some?: boolean }[] = [
  {
    changes: [
      [
        'a sentence of a text',
        () => appendFileSync(join(dir, 'pages/about-this-site.en.md'), '\nA sentence that nobody had read before.\n'),
        'about-this-site/index.html',
        /A sentence that nobody had read before/,
      ],
      [
        'a row of the table of cities',
        () => appendFileSync(join(dir, 'member-cities.csv'), 'Volubilis,MA,weaving,2019,34.07,-5.55,\n'),
        'network/index.html',
        /Volubilis/,
      ],
      [
        'another picture under the same name',
        () =>
          sharp({ create: { width: 3, height: 2, channels: 3, background: 'red' } }).toFile(
            join(dir, 'events/lantern.png'),
          ),
        'events/lantern/index.html',
        /<img[^>]*width="3"/,
      ],
    ],
    some: true,
  },
  {
    changes: [
      [
        'the day of a change',
        commit,
        'about-this-site/index.html',
        new RegExp(`"dateModified":"${new Date().getUTCFullYear()}`),
      ],
    ],
  },
  {
    changes: [
      [
        'a title that other pages name',
        () => replace('venues/cistern-hall.en.md', 'title: "', 'title: "Old '),
        'events/lantern/index.html',
        /Old /,
      ],
    ],
    some: true,
  },
  {
    changes: [
      [
        'a fact that other pages sort by',
        () => replace('sessions/ink-hour.en.md', 'starts: "2033-03-0', 'starts: "2033-02-0'),
        'calendar.ics',
        /DTSTART[^\n]*203302/,
      ],
    ],
  },
  {
    changes: [
      [
        'a new translation',
        () =>
          writeFileSync(
            join(dir, 'pages/visit.ar.md'),
            '---\ntitle: "زيارة"\nsummary: "كيف تصل إلى المدينة وأين تبيت فيها أيام الاجتماع."\n---\n\nنص قصير.\n',
          ),
        'ar/index.html',
        /زيارة/,
      ],
    ],
  },
  {
    changes: [
      [
        'a page that is gone',
        () => unlinkSync(join(dir, 'sessions/paper-talk.en.md')),
        'programme/index.html',
        /^(?!.*paper-talk)/s,
      ],
    ],
  },
  {
    changes: [
      [
        'a word of the interface',
        () => replace('interface/en.yaml', 'home: "Home"', 'home: "Our house"'),
        'visit/index.html',
        /Our house/,
      ],
    ],
  },
  {
    changes: [
      [
        'the settings',
        () => replace('site.yaml', 'name: "Trio 2033"', 'name: "Trio of 2033"'),
        'visit/index.html',
        /Trio of 2033/,
      ],
    ],
  },
  {
    changes: [
      [
        'a source',
        () => replace('sources.yaml', 'The ledger of the lamp makers', 'The ledger of all lamp makers'),
        'events/lantern/index.html',
        /The ledger of all lamp makers/,
      ],
      ['the phase of the meeting', () => void (moment = '2033-03-02T23:00'), 'index.html', /data-state="now"/],
    ],
    some: true,
  },
];

beforeAll(async () => {
  git('init', '-q');
  commit();
  await made('again', '--fresh');
});
afterAll(() => {
  remove();
  rmSync(cacheDir, { recursive: true, force: true });
});

describe('a build that keeps what it can is, byte for byte, the one that is made from nothing', () => {
  describe.each(steps.map((step) => ({ ...step, names: step.changes.map(([name]) => name).join(' and ') })))(
    'after a change of $names',
    ({ changes, some = false }) => {
      let counts: { made: number; kept: number };
      let cold: { made: number; kept: number };
      beforeAll(async () => {
        for (const [, change] of changes) await change();
        await made('again');
        counts = lastBuild();
        await made('cold', '--fresh');
        cold = lastBuild();
      });

      test.each(changes)('%s is there', (_, __, shows, seen) => {
        const text = readFileSync(join(built('again'), shows), 'utf8');
        expect(text).toMatch(seen);
        expect(text).toBe(readFileSync(join(built('cold'), shows), 'utf8'));
      });

      test('so is all the rest', () => {
        // Where only some pages show it, most are kept: or else a build that keeps nothing would pass.
        if (some) expect(counts.kept).toBeGreaterThan(counts.made);
        expect(cold.kept).toBe(0);
        expect(differences('again', 'cold')).toEqual([]);
      });
    },
  );

  test('after no change at all nothing is made but what is never kept', async () => {
    await made('again');
    const { made: anew, kept } = lastBuild();
    expect(kept).toBeGreaterThan(100);
    expect(anew).toBeLessThan(20);
    expect(differences('again', 'cold')).toEqual([]);
  });

  test('after a build that was killed in the middle, whose pages nobody wants', async () => {
    const change = (from: string, to: string) => replace('venues/cistern-hall.en.md', from, to);
    change('title: "', 'title: "Unwanted ');
    const pages = () =>
      globSync('pages-*', { cwd: join(cacheDir, 'pages') }).map((file) => statSync(join(cacheDir, 'pages', file)).size);
    const [size = 0] = pages();
    const child = spawn(process.execPath, ['scripts/build.ts', '--outDir', built('again')], {
      env: { ...process.env, NODE_ENV: '', VITEST: '', CONTENT_DIR: dir, SITE_DATE: moment },
      detached: true,
      stdio: 'ignore',
    });
    // As soon as pages of it were written, it is killed with all that it started.
    while ((pages()[0] ?? 0) === size && child.exitCode === null) await new Promise((wake) => setTimeout(wake, 5));
    process.kill(-(child.pid as number), 'SIGKILL');
    expect(pages()[0]).toBeGreaterThan(size);
    change('title: "Unwanted ', 'title: "');
    await made('again');
    expect(lastBuild().kept).toBeGreaterThan(100);
    expect(differences('again', 'cold')).toEqual([]);
  });
});
