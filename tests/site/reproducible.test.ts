/** A build after any change is byte for byte the same as a clean build. */
import { execFileSync } from 'node:child_process';
import { cpSync, globSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'; // prettier-ignore
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { randomFrom } from '../../src/artwork/random.ts';
import { hasErrors, readContent } from '../../src/model/read/content.ts';
import { run } from '../helpers/build.ts';

const edits = 20;
const folder = mkdtempSync(join(tmpdir(), 'reproducible-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const git = (cwd: string, ...args: string[]) =>
  execFileSync('git', ['-c', 'user.name=x', '-c', 'user.email=x@example.org', '-c', 'core.hooksPath=/', ...args], {
    cwd,
    stdio: ['ignore', 'pipe', 'pipe'],
  });

/** Links the installed packages, without the caches of earlier builds. */
function linkPackages(checkout: string) {
  const packages = resolve('node_modules');
  mkdirSync(join(checkout, 'node_modules'));
  for (const name of readdirSync(packages))
    if (name === '.bin' || !name.startsWith('.'))
      symlinkSync(join(packages, name), join(checkout, 'node_modules', name), 'junction');
}

async function build(checkout: string) {
  const { code, output } = await run('build.ts', [], { SITE_DATE: '2026-06-01', CONTENT_DIR: '' }, checkout);
  expect(code, output).toBe(0);
}

/** Every file of a site with its content. */
const filesOf = (checkout: string) =>
  new Map(
    globSync('**', { cwd: join(checkout, 'dist') })
      .filter((file) => statSync(join(checkout, 'dist', file)).isFile())
      .sort()
      .map((file) => [file, readFileSync(join(checkout, 'dist', file)).toString('latin1')]),
  );

test(`after ${edits} edits, each built, the site is the same as from a fresh clone`, async () => {
  const next = randomFrom(16);
  const pick = <T>(list: readonly T[]) => list[Math.floor(next() * list.length)] as T;
  const checkout = join(folder, 'checkout');
  for (const path of [
    'content',
    'src',
    'scripts',
    'public',
    'astro.config.mjs',
    'package.json',
    'package-lock.json',
    'tsconfig.json',
  ])
    // prettier-ignore
    cpSync(path, join(checkout, path), { recursive: true });
  const content = join(checkout, 'content');
  const change = (file: string, how: (text: string) => string) =>
    writeFileSync(join(content, file), how(readFileSync(join(content, file), 'utf8')));
  const files = (pattern: string) => globSync(pattern, { cwd: content }).sort();
  const title = (file: string, how: (title: string) => string) =>
    change(file, (text) => text.replace(/^title: "(.*)"$/m, (_, words: string) => `title: "${how(words)}"`));
  writeFileSync(join(checkout, '.gitignore'), 'node_modules\ndist\n.astro\n');
  // To save time: only two languages, and few share pictures, because neither checkout has any in its cache.
  for (const file of files('**/*.fr.md')) rmSync(join(content, file));
  change('site.yaml', (text) => text.replace(/^ +- code: "fr"\n.*\n/m, ''));
  change('member-cities.csv', (text) => text.replace(/,(?:"[^"]*"|[^,"\n]*)$/gm, ''));
  change('site.yaml', (text) => `${text.replace(/^sharePictures: .*\n/m, '')}\nsharePictures: sections\n`);

  const kinds: Record<string, (step: number) => void> = {
    title: (step) => title(pick(files('{events,sessions,venues,past-hosts,pages}/*.md')), (words) => `${words.slice(0, 50)} ${step}`), // prettier-ignore
    text: (step) => change(pick(files('*/*.md')), (text) => `${text.trimEnd()}\n\nA paragraph of step ${step}.\n`),
    day: () => change(pick(files('{events,sessions,past-hosts}/*.md')), (text) => text.replace(/^starts: "(\d{4}-\d\d)-(\d\d)/m, (_, month: string, day: string) => `starts: "${month}-${String(Math.max(1, Number(day) - 1)).padStart(2, '0')}`)), // prettier-ignore
    deletion: () => {
      const file = pick(files('{events,sessions,past-hosts}/*.md'));
      const [, section = '', slug = ''] = /^([^/]+)\/([^.]+)\./.exec(file) ?? [];
      for (const one of files(`${section}/${slug}.*`)) rmSync(join(content, one));
      const at = section === 'sessions' ? 'programme' : section;
      change('redirects.yaml', (text) => `${text.trimEnd()}\n"/${at}/${slug}/": "/${at}/"\n`);
    },
    translation: () => rmSync(join(content, pick(files(`*/*.md`).filter((file) => !file.endsWith('.en.md'))))),
    'new file': (step) => {
      const file = pick(files('{events,venues,fields}/*.md'));
      const [, name = ''] = /^([^.]+)\./.exec(file) ?? [];
      for (const one of files(`${name}.*`)) {
        const copy = one.replace(name, `${name}-${step}`);
        cpSync(join(content, one), join(content, copy));
        title(copy, (words) => `${words.slice(0, 50)} copied ${step}`);
      }
    },
    settings: (step) => change('site.yaml', (text) => text.replace(/^name: .*$/m, `name: "Site ${step}"`)),
    source: (step) => change('sources.yaml', (text) => text.replace(/^( +)title: "(.*)"$/m, `$1title: "$2 ${step}"`)),
  };

  linkPackages(checkout);
  git(checkout, 'init', '-q');
  const commit = (message: string) => (git(checkout, 'add', '-A'), git(checkout, 'commit', '-qm', message));
  commit('The edition');
  await build(checkout);
  const done: string[] = [];
  for (let step = 1; done.length < edits; step += 1) {
    expect(step, 'too many edits change nothing or cause errors').toBeLessThan(10 * edits);
    // Each kind once, then at random.
    const kind = Object.keys(kinds)[done.length] ?? pick(Object.keys(kinds));
    kinds[kind]?.(step);
    const isChange = git(checkout, 'status', '--porcelain').length > 0;
    if (!isChange || hasErrors(readContent(content).problems)) {
      git(checkout, 'checkout', '-q', '--', '.');
      git(checkout, 'clean', '-qfd');
      continue;
    }
    commit(kind);
    await build(checkout);
    done.push(kind);
  }

  const clone = join(folder, 'clone');
  git(folder, 'clone', '-q', checkout, clone);
  linkPackages(clone);
  await build(clone);
  const [edited, fresh] = [filesOf(checkout), filesOf(clone)];
  expect([...edited.keys()]).toEqual([...fresh.keys()]);
  expect([...edited].filter(([file, bytes]) => fresh.get(file) !== bytes).map(([file]) => file)).toEqual([]);
});
