import { spawn, type ChildProcess } from 'node:child_process';
import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { startBrowser } from '../../scripts/lib/browser.ts';
import type { Edition, Entry } from '../../src/model/edition.ts';
import { readContent } from '../../src/model/read/content.ts';
import { defaultLanguage } from '../../src/model/schema/site.ts';
import { copyWithChanges } from '../content-errors/copy-with-changes.ts';
import { built } from '../helpers/build.ts';
import { differences, stubFolderPicker, readTree, readFolderBack, writeTree, type Tree } from '../helpers/cms.ts';
import { editionIn } from '../helpers/editions.ts';
import { isThisEdition } from '../helpers/this-edition.ts';

const port = 4389;
const url = `http://localhost:${port}`;
let content: ReturnType<typeof copyWithChanges>;
let edition: Edition;
let server: ChildProcess;
let outside: Server;
let browser: Browser;
let page: Page;
/** The page's requests to other hosts, with the reason why the browser blocked them. */
const asked = new Map<string, string | undefined>();
/** Hosts that the browser asked the proxy for. */
const proxied: string[] = [];
/** Errors thrown by the page's scripts. */
const thrown: string[] = [];
let tree: Tree;

beforeAll(async () => {
  if (!isThisEdition) return;
  content = copyWithChanges({}, 'content');
  mkdirSync(join(content.dir, '.git'));
  edition = editionIn(content.dir);
  server = spawn(process.execPath, ['scripts/cms.ts'], {
    env: { ...process.env, NODE_ENV: '', VITEST: '', CONTENT_DIR: content.dir, PORT: String(port) },
    stdio: 'ignore',
  });
  // Everything except this machine is behind this proxy, which refuses all requests.
  outside = createServer((request, response) => {
    proxied.push(new URL(request.url ?? '', 'http://none').hostname);
    response.writeHead(502).end();
  });
  outside.on('connect', (request, socket) => {
    proxied.push((request.url ?? '').replace(/:\d+$/, ''));
    socket.end();
  });
  await new Promise<void>((ready) => outside.listen(0, '127.0.0.1', ready));
  browser = await startBrowser();
  const proxy = { server: `http://127.0.0.1:${(outside.address() as AddressInfo).port}`, bypass: 'localhost' };
  // An editor in a distant time zone.
  const context = await browser.newContext({
    proxy,
    locale: 'en-US',
    timezoneId: 'America/New_York',
    viewport: { width: 1280, height: 900 },
  });
  page = await context.newPage();
  page.on('pageerror', ({ message }) => thrown.push(message));
  const isOutside = (address: string) => !address.startsWith(`${url}/`) && !/^(data|blob):/.test(address);
  context.on('request', (request) => {
    if (isOutside(request.url())) asked.set(request.url(), undefined);
  });
  context.on('requestfailed', (request) => {
    if (isOutside(request.url())) asked.set(request.url(), request.failure()?.errorText);
  });
  page.on('websocket', (socket) => {
    if (isOutside(socket.url().replace(/^ws/, 'http'))) asked.set(socket.url(), undefined);
  });
  const answers = () =>
    fetch(`${url}/admin/`).then(
      ({ ok }) => ok,
      () => false,
    );
  await vi.waitUntil(answers, { timeout: 60_000, interval: 200 });
  await page.goto(`${url}/admin/`);
  tree = readTree(content.dir);
  await stubFolderPicker(page, tree);
  const start = page.getByRole('button', { name: 'Work with Local Repository' });
  await start.waitFor({ timeout: 60_000 });
  expect(await page.getByRole('button').count(), 'there is no sign-in button').toBe(1);
  await start.click();
  await page.getByRole('button', { name: 'Create Entry or Assets' }).waitFor();
});
afterAll(async () => {
  server?.kill();
  outside?.close();
  await browser?.close();
  content?.remove();
});

/** These tests need an edition with entries of each kind in each language. */
const inForms = test.runIf(isThisEdition);

/** Edits an entry in its form and saves it; returns the changed lines of all files. */
async function saved(address: string, act: () => Promise<unknown>): Promise<string[]> {
  await page.evaluate((hash) => (location.hash = hash), `#/collections/${address}`);
  const save = page.getByRole('button', { name: 'Save', exact: true });
  await save.waitFor();
  await act();
  await save.click();
  // The form closes once everything is written.
  await page.waitForURL(({ hash }) => !/\/(entries|new)\b/.test(hash));
  const now = await readFolderBack(page);
  const lines = differences(tree, now);
  tree = now;
  return lines;
}

/** The field with that name, in the default language's pane or in the other one. */
const field = (name: string, pane = 0) => page.getByRole('textbox', { name, exact: true }).nth(pane);

/** The default language. */
const original = () => defaultLanguage(edition.site).code;
const inAll = (entry: Entry) => edition.site.languages.every(({ code }) => entry.translations[code]);
const wordsOf = (entry: Entry, lang: string) =>
  entry.translations[lang] as NonNullable<(typeof entry.translations)[string]>;

inForms('a changed title changes one line of one file, in either language', async () => {
  const event = edition.entries.events.find(inAll) as Entry<'events'>;
  const other = edition.site.languages[1]?.code ?? '';
  expect(await saved(`events/entries/${event.slug}`, () => field('Title').fill('Quite: a “new” title'))).toEqual([
    `events/${event.slug}.${original()}.md - title: "${wordsOf(event, original()).title}"`,
    `events/${event.slug}.${original()}.md + title: "Quite: a “new” title"`,
  ]);
  const city = edition.entries['host-cities'].find(inAll) as Entry<'host-cities'>;
  expect(await saved(`host-cities/entries/${city.slug}`, () => field('Title', 1).fill('Inny tytuł'))).toEqual([
    `host-cities/${city.slug}.${other}.md - title: "${wordsOf(city, other).title}"`,
    `host-cities/${city.slug}.${other}.md + title: "Inny tytuł"`,
  ]);
});

inForms('a start time is in the meeting’s time zone, wherever the editor is', async () => {
  const session = edition.entries.sessions.find(({ facts }) => facts.starts.includes('T')) as Entry<'sessions'>;
  const [day = '', hour = ''] = session.facts.starts.split('T');
  const lines = await saved(`sessions/entries/${session.slug}`, async () => {
    expect(await field('Starts').inputValue()).toBe(`${day} ${hour}`);
    await field('Starts').fill(`${day} 08:05`);
  });
  expect(lines).toEqual([
    `sessions/${session.slug}.${original()}.md - starts: "${day} ${hour}"`,
    `sessions/${session.slug}.${original()}.md + starts: "${day} 08:05"`,
  ]);
});

inForms('a changed number and a changed sentence each change one line', async () => {
  const creative = edition.entries.fields.find(inAll) as Entry<'fields'>;
  const file = `fields/${creative.slug}.${original()}.md`;
  const { order } = creative.facts;
  const lines = await saved(`fields/entries/${creative.slug}`, async () => {
    await page.getByRole('spinbutton', { name: 'Order' }).fill(String(order + 100));
    const text = await field('Text').inputValue();
    await field('Text').fill(`First a sentence. ${text}`);
  });
  expect(lines).toHaveLength(4);
  expect(lines.slice(0, 2)).toEqual([`${file} - order: ${order}`, `${file} + order: ${order + 100}`]);
  expect(lines[3]).toBe(lines[2]?.replace(' - ', ' + First a sentence. '));
});

inForms('a new entry is one file in the default language, with an ASCII slug', async () => {
  const [source = ''] = Object.keys(edition.sources);
  const [creative] = edition.entries.fields;
  const day = edition.entries.meeting[0]?.facts.starts.slice(0, 10) ?? '';
  await page.evaluate(() => (location.hash = '#/collections/events'));
  const lines = await saved('events/new', async () => {
    await field('Title').fill('Święto Łodzi & Ü');
    await field('Summary').fill('A plain sentence that says what this page is about.');
    await choose('Creative fields', wordsOf(creative as Entry, original()).title);
    await choose('Sources', `${edition.sources[source]?.title} (${source})`);
    await field('Starts').fill(day);
  });
  expect(new Set(lines.map((line) => line.split(' ')[0]))).toEqual(
    new Set([`events/swieto-lodzi-ue.${original()}.md`]),
  );
  expect(tree[`events/swieto-lodzi-ue.${original()}.md`]).toBe(
    `---\ntitle: "Święto Łodzi & Ü"\nsummary: "A plain sentence that says what this page is about."\nfields:\n  - "${creative?.slug}"\nsources:\n  - "${source}"\nstarts: "${day}"\n---\n`,
  );
});

/** Selects an option of a named field. */
async function choose(name: string, option: string): Promise<void> {
  const group = page.locator('section.field', { has: page.getByText(name, { exact: true }) }).first();
  await group.getByRole('combobox').click();
  await page.getByRole('option', { name: option }).click();
}

inForms('errors are shown in the form, even without a translation, and nothing is saved', async () => {
  await page.evaluate(() => (location.hash = '#/collections/events/entries/swieto-lodzi-ue'));
  await field('Summary').fill('Too short.');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText('You must enter at least 30 characters.').first().waitFor();
  expect(differences(tree, await readFolderBack(page))).toEqual([]);
  expect(thrown).toEqual([]);
  await field('Summary').fill('Another plain sentence that says what this page is about.');
});

inForms('everything that was saved passes the check', () => {
  const dir = mkdtempSync(join(tmpdir(), 'saved-'));
  try {
    writeTree(dir, tree);
    expect(readContent(dir).problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  } finally {
    rmSync(dir, { recursive: true });
  }
});

inForms('the check’s errors are shown after saving, and unsaved text is not lost', async () => {
  const file = join(content.dir, `meeting.${original()}.md`);
  const validText = readFileSync(file, 'utf8');
  const problems = page.locator('#problems');
  expect(await problems.isVisible()).toBe(false);
  await page.evaluate(() => Object.assign(window, { kept: true }));
  writeFileSync(file, validText.replace('title:', 'titel:'));
  const city = edition.entries['host-cities'][0]?.slug;
  await saved(`host-cities/entries/${city}`, () => field('Title').fill('One'));
  await expect
    .poll(() => problems.textContent(), { timeout: 15_000 })
    .toContain('there is no field "titel"; did you mean "title"?');
  writeFileSync(file, validText);
  await saved(`host-cities/entries/${city}`, () => field('Title').fill('Two'));
  await expect.poll(() => problems.isVisible(), { timeout: 15_000 }).toBe(false);
  expect(await page.evaluate(() => 'kept' in window)).toBe(true);
});

inForms('no request leaves the machine', () => {
  // The Content Security Policy blocks them in the browser, before any connection is made.
  expect(asked.size).toBeGreaterThan(0);
  expect([...asked].filter(([, refusal]) => refusal !== 'csp')).toEqual([]);
  // Connections without requests, such as preconnect, are only seen by the proxy. Some browsers also use it for their
  // own services, at hosts that don't occur in the page's code.
  const code = readFileSync('node_modules/@sveltia/cms/npm/index.js', 'utf8');
  expect(proxied.filter((host) => code.includes(host))).toEqual([]);
});

test('a built site doesn’t contain the CMS', () => {
  for (const name of ['main', 'solo', 'trio']) {
    const dir = built(name);
    expect(globSync('**/admin*', { cwd: dir })).toEqual([]);
    for (const file of globSync('**/*.{html,js,json,css}', { cwd: dir }))
      expect(readFileSync(join(dir, file), 'utf8'), file).not.toMatch(/sveltia/i);
  }
});
