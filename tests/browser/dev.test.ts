import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startBrowser } from '../../scripts/lib/browser.ts';
import { copyWithChanges } from '../content-errors/copy-with-changes.ts';

const port = 4387;
const url = `http://localhost:${port}`;
let content: ReturnType<typeof copyWithChanges>;
let server: ChildProcess;
let browser: Browser;
let said = '';

/** The server must start despite an error in the content. */
beforeAll(async () => {
  content = copyWithChanges({ 'events/lantern.en.md': { replace: 'title:', with: 'titel:' } });
  browser = await startBrowser();
  server = spawn(process.execPath, ['scripts/dev.ts'], {
    env: { ...process.env, NODE_ENV: '', VITEST: '', CONTENT_DIR: content.dir, PORT: String(port) },
  });
  for (const stream of [server.stdout, server.stderr]) stream?.on('data', (data: Buffer) => (said += data.toString()));
});
afterAll(async () => {
  server.kill();
  await browser.close();
  content.remove();
});

test('an error is shown in an overlay with file, line and message until it is fixed', async () => {
  const answer = () =>
    fetch(`${url}/`).then(
      ({ status }) => status,
      () => 0,
    );
  await expect.poll(answer, { timeout: 60_000, interval: 200 }).toBe(200);
  const [font = ''] = /\/fonts\/[\w.-]+/.exec(await (await fetch(`${url}/`)).text()) ?? [];
  expect((await fetch(url + font)).status, font).toBe(200);
  expect(said).toMatch(/events\/lantern\.en\.md:\d+ {2}titel: there is no field "titel"; did you mean "title"\?/);
  const file = join(content.dir, 'events/lantern.en.md');
  const page = await browser.newPage();
  const overlay = () =>
    page.evaluate(() => document.querySelector('vite-error-overlay')?.shadowRoot?.textContent ?? '');

  await page.goto(`${url}/events/`);
  await expect.poll(overlay, { timeout: 15_000 }).toContain('there is no field "titel"');

  writeFileSync(file, readFileSync(file, 'utf8').replace('titel:', 'title:'));
  await expect.poll(overlay, { timeout: 15_000 }).toBe('');

  const sound = readFileSync(file, 'utf8');
  writeFileSync(file, sound.replace(/^title: .*$/m, 'title: "A: new"name"'));
  await expect.poll(overlay, { timeout: 15_000 }).toContain('events/lantern.en.md:2');

  writeFileSync(file, sound.replace(/^title: .*$/m, 'title: "Quite another title"'));
  await expect
    .poll(() => page.textContent('main').catch(() => ''), { timeout: 15_000 })
    .toContain('Quite another title');
  expect(server.exitCode).toBeNull();
});

test('a page requested before a change is reloaded if it connects after the change', async () => {
  const file = join(content.dir, 'events/lantern.en.md');
  const other = await browser.newPage();
  await other.goto(`${url}/events/`);
  // The page is loaded but doesn't listen for changes yet. Another page does, so Vite doesn't keep the message for
  // this one.
  const page = await browser.newPage();
  const { promise: listening, resolve: listen } = Promise.withResolvers();
  await page.route('**/@vite/client', (route) => listening.then(() => route.continue()));
  await page.goto(`${url}/events/`, { waitUntil: 'commit' });
  await page.waitForSelector('main h2');
  writeFileSync(file, readFileSync(file, 'utf8').replace(/^title: .*$/m, 'title: "A title that came too early"'));
  const shown = (there: Page) => () => there.textContent('main').catch(() => '');
  await expect.poll(shown(other), { timeout: 15_000 }).toContain('A title that came too early');
  expect(await shown(page)()).not.toContain('A title that came too early');
  listen(undefined);
  await expect.poll(shown(page), { timeout: 15_000 }).toContain('A title that came too early');
});

test('an MDX file shows a source that is added while the server runs', async () => {
  const page = await browser.newPage();
  writeFileSync(
    join(content.dir, 'pages/notes.en.mdx'),
    '---\ntitle: "Notes"\nsummary: "A page whose text cites a source that was added later."\n---\n\nA claim.[^late-source]\n',
  );
  const sources = join(content.dir, 'sources.yaml');
  await page.goto(`${url}/notes/`);
  writeFileSync(
    sources,
    `${readFileSync(sources, 'utf8')}\nlate-source:\n  title: "A source that came late"\n  publisher: "Somebody"\n  url: "https://late.example/"\n`,
  );
  const text = () => page.textContent('main .footnotes').catch(() => '');
  await expect.poll(text, { timeout: 15_000 }).toContain('A source that came late');
});
