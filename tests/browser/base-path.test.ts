/** A site with a base path, as on GitHub project pages or in an archive of editions. */
import { cpSync, globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ICAL from 'ical.js';
import { parseHTML } from 'linkedom';
import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { serve } from '../../scripts/lib/server.ts';
import { buildSite, built } from '../helpers/build.ts';
import { visiting } from '../helpers/browser.ts';

const address = 'https://user.github.io/repo';
const content = 'tests/.built/editions/base';

beforeAll(async () => {
  rmSync(content, { recursive: true, force: true });
  cpSync('tests/editions/trio', content, { recursive: true });
  const settings = join(content, 'site.yaml');
  writeFileSync(settings, readFileSync(settings, 'utf8').replace('https://trio.example', address));
  await buildSite('base', { CONTENT_DIR: content });
});

const visit = visiting('base');
const pathOf = (page: Page) => new URL(page.url()).pathname;

/**
 * Everything in a file that may be an address: attributes, module names, `url()` in styles, and all absolute addresses.
 */
function* addressesIn(file: string, text: string): Generator<string> {
  for (const [found] of text.replaceAll(/\r\n[ \t]/g, '').matchAll(/(?:https?|webcal):\/\/[^\s"'<>()\\`&,]+/g))
    yield found;
  for (const [, found] of text.matchAll(/\burl\(["']?([^"')]+)/g)) yield found as string;
  for (const [, found] of text.matchAll(/\bimport\("([^"]+)"\)/g)) yield found as string;
  if (/\.(json|webmanifest)$/.test(file))
    for (const [, found] of text.matchAll(/"(\/(?:[^"\\]|\\.)*)"/g)) yield found as string;
  if (!file.endsWith('.html')) return;
  for (const element of parseHTML(text).document.querySelectorAll('*')) {
    for (const name of ['href', 'src', 'action', 'data-load', 'data-my-list']) {
      const value = element.getAttribute(name);
      if (value) yield value;
    }
    for (const source of element.getAttribute('srcset')?.split(',') ?? []) yield source.trim().split(' ')[0] as string;
    const refresh =
      element.getAttribute('http-equiv') === 'refresh' && element.getAttribute('content')?.split('url=')[1];
    if (refresh) yield refresh;
  }
}

test('no link in any file is dead or leaves the base path', async () => {
  const { server, url } = await serve(built('base'), 0);
  const files = globSync('**/*.{html,css,json,webmanifest,xml,ics,md,txt,csv,geojson}', { cwd: built('base') });
  const linked = new Map<string, string>();
  for (const file of files) {
    const at = `${address}/${file.replace(/(^|\/)index\.html$/, '$1')}`;
    for (const found of addressesIn(file, readFileSync(join(built('base'), file), 'utf8'))) {
      // Printed pages show the site's address.
      if (found === address || !URL.canParse(found, at)) continue;
      const { protocol, host, pathname } = new URL(found, at);
      if (host === new URL(address).host && /^(https|webcal):$/.test(protocol)) linked.set(pathname, file);
    }
  }
  const dead: string[] = [];
  for (const [path, file] of linked) {
    const response = await fetch(new URL(path, url), { method: 'HEAD', redirect: 'manual' });
    if (response.status !== 200) dead.push(`${file}: ${path} (${response.status})`);
  }
  server.close();
  expect(dead).toEqual([]);
  expect([...linked.keys()].filter((path) => path.endsWith('/')).length).toBeGreaterThan(80);
});

test('a page has the right canonical URL, and the server sends the site’s headers', async () => {
  await visit('/', {}, async ({ page }) => {
    expect(await page.getAttribute('link[rel=canonical]', 'href')).toBe(`${address}/`);
    expect(await page.getAttribute('meta[name=robots]', 'content', { timeout: 1 }).catch(() => null)).toBeNull();
    const response = await page.reload();
    expect(response?.headers()['content-security-policy']).toContain("default-src 'none'");
    const origin = new URL(page.url()).origin;
    expect((await page.request.get(`${origin}/`)).status()).toBe(404);
    expect((await page.request.get(`${origin}/repo`)).url()).toBe(`${origin}/repo/`);
    expect((await page.request.get(`${origin}/repo/ar/about`)).url()).toBe(`${origin}/repo/ar/about/`);
    expect((await page.request.get(`${origin}/repo/pt-BR/old/lanterns`)).url()).toBe(
      `${origin}/repo/pt-BR/events/lantern/`,
    );
  });
});

test('the 404 page is in the language of its address, with its styles and links', async () => {
  await visit('/ar/nowhere/', {}, async ({ page, faults }) => {
    expect(await page.getAttribute('html', 'lang')).toBe('ar');
    await page.click('.site-name');
    expect(pathOf(page)).toBe('/repo/ar/');
    expect(faults.filter((fault) => !fault.includes('404'))).toEqual([]);
  });
});

test('the search finds pages, in other languages too', async () => {
  await visit('/', {}, async ({ page, faults }) => {
    const first = (selector: string) => page.locator(selector).first().getAttribute('href');
    await page.click('[data-search-open]');
    await page.fill('dialog input', 'lantern');
    expect(await first('[data-search-results] a')).toBe('/repo/events/lantern/');
    await page.fill('dialog input', 'ليلة الفوانيس');
    expect(await first('.search-elsewhere h2 a')).toMatch(/^\/repo\/ar\/search\/\?q=/);
    expect(await first('.search-elsewhere .results a')).toBe('/repo/ar/events/lantern/');
    await page.click('.search-elsewhere .results a');
    await page.waitForURL('**/repo/ar/events/lantern/');
    expect(faults).toEqual([]);
  });
});

test('filters are kept in the address', async () => {
  await visit('/programme/#city-tizrouane', {}, async ({ page, faults }) => {
    await page.click('label[for=audience-public]');
    await page.waitForURL('**/repo/programme/?**audience=public**');
    await page.reload();
    expect(await page.isChecked('#audience-public')).toBe(true);
    expect(faults).toEqual([]);
  });
});

test('My list has its own storage key, and its calendar file contains its events', async () => {
  await visit('/events/lantern/', {}, async ({ page, faults }) => {
    await page.click('[data-star="events/lantern"]');
    expect(await page.evaluate(() => Object.fromEntries(Object.entries(localStorage)))).toEqual({
      'list:/repo/': '["events/lantern"]',
    });
    await page.click('a[href="/repo/list/"]');
    await page.waitForSelector('[data-entry-id="events/lantern"]:not([hidden])');
    expect(await page.inputValue('[data-link]')).toMatch(/\/repo\/list\/#v1\/events\/lantern$/);
    const [download] = await Promise.all([page.waitForEvent('download'), page.click('[data-save]')]);
    const calendar = new ICAL.Component(ICAL.parse(readFileSync(await download.path(), 'utf8')) as unknown[]);
    const events = calendar.getAllSubcomponents('vevent');
    expect(events.map((event) => event.getFirstPropertyValue('url'))).toEqual([`${address}/events/lantern/`]);
    expect(faults).toEqual([]);
  });
});

test('a list from before the site moved to the base path is imported once', async () => {
  await visit('/robots.txt', {}, async ({ page }) => {
    await page.evaluate(() => localStorage.setItem('list', '["events/lantern"]'));
    const list = new URL('/repo/list/', page.url()).href;
    await page.goto(list);
    await page.click('[data-entry-id="events/lantern"]:not([hidden]) [data-remove]');
    await page.goto(list);
    await page.waitForSelector('[data-empty]:not([hidden])');
    // An edition at the root may still use the old key.
    expect(await page.evaluate(() => Object.fromEntries(Object.entries(localStorage)))).toEqual({
      list: '["events/lantern"]',
      'list:/repo/': '[]',
    });
  });
});
