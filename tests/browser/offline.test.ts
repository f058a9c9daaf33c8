/** The copy that `npm run offline` makes: its files, and what it looks like without a server. */
import { globSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { parseHTML } from 'linkedom';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startBrowser } from '../../scripts/lib/browser.ts';
import { copyOf } from '../../scripts/lib/offline/copy.ts';
import { chromiumWindow } from '../cross-browser/drivers.ts';
import { copyFolder, makeCopy, offlineScenarios, unpackCopy } from '../cross-browser/offline.ts';
import { built, builtOn } from '../helpers/build.ts';
import { editionIn } from '../helpers/editions.ts';
import { isThisEdition } from '../helpers/this-edition.ts';

/** Attributes that contain a single address. */
const single = ['href', 'src', 'xlink:href', 'poster', 'data', 'action', 'formaction'];

/** All addresses in a file, except canonical ones. */
function* addressesIn(text: string, document: Document | undefined): Generator<string> {
  for (const [, found = ''] of text.matchAll(/url\(\s*["']?([^"')]+)/g)) yield found;
  for (const [, found = ''] of text.matchAll(/@import\s+["']([^"']+)/g)) yield found;
  for (const element of document?.querySelectorAll('*') ?? []) {
    if (element.getAttribute('rel') === 'canonical') continue;
    for (const name of single) {
      const value = element.getAttribute(name);
      if (value !== null) yield value;
    }
    for (const source of element.getAttribute('srcset')?.split(',') ?? []) yield source.trim().split(' ')[0] ?? '';
    const [, refresh] = element.getAttribute('content')?.split('url=') ?? [];
    if (refresh !== undefined && element.hasAttribute('http-equiv')) yield refresh;
  }
}

const editions = { main: 'content', solo: 'tests/editions/solo', trio: 'tests/editions/trio' };

describe.each(Object.entries(editions))('offline copy of %s', (name, content) => {
  const edition = editionIn(content);
  const { address } = edition.site;
  const { files } = copyOf(built(name), edition, address, builtOn);
  const textOf = (file: string) => Buffer.from(files.get(file) ?? '').toString();
  const pages = new Map(
    [...files.keys()].filter((file) => file.endsWith('.html')).map((file) => [file, parseHTML(textOf(file)).document]),
  );
  const filesIn = (pattern: string) =>
    globSync(pattern, { cwd: built(name) }).map((file) => file.replaceAll('\\', '/'));

  test('has every page of the site except the list and the translation board', () => {
    const expected = filesIn('**/index.html').filter(
      (file) => !/^(?:[\w-]+\/)?(?:list|translations)\/index\.html$/.test(file),
    );
    expect(expected.filter((file) => !pages.has(`site/${file}`))).toEqual([]);
    expect(expected.length).toBeGreaterThan(10);
  });

  test('has all calendars, data and Markdown', () => {
    const expected = filesIn('**/*.{ics,json,csv,geojson,md}').filter(
      (file) => !/^pagefind\/|search\/box\.json$/.test(file),
    );
    expect(expected.filter((file) => !files.has(`site/${file}`))).toEqual([]);
  });

  test('no address is dead, points to the website, or needs a server', () => {
    const { host } = new URL(address);
    const ids = new Map([...pages.keys()].map((file) => [file, new Set(textOf(file).match(/(?<=\sid=")[^"]+/g))]));
    const wrong: string[] = [];
    let checked = 0;
    for (const file of files.keys()) {
      if (!/\.(?:html|svg|css)$/.test(file)) continue;
      const text = textOf(file);
      for (const found of addressesIn(
        text,
        pages.get(file) ?? (file.endsWith('.svg') ? parseHTML(text).document : undefined),
      )) {
        // Other websites, and addresses such as mailto: and data:.
        if (/^[a-z]+:/.test(found) && URL.parse(found.replace(/^webcal:/, 'https:'))?.host !== host) continue;
        // The cover page says where the copy is from.
        if (file === 'index.html' && found === address) continue;
        checked++;
        const [path = '', fragment] = found.split('#');
        const target = path === '' ? file : posix.join(posix.dirname(file), decodeURIComponent(path));
        const isThere = !found.startsWith('/') && !found.includes('?') && files.has(target);
        const isIn = !fragment || !ids.has(target) || ids.get(target)?.has(decodeURIComponent(fragment));
        if (!isThere || !isIn) wrong.push(`${file}: ${found}`);
      }
    }
    expect(wrong).toEqual([]);
    // The menu and the footer alone have that many.
    expect(checked).toBeGreaterThan(10 * pages.size);
  });

  test('no page has a script, or anything that needs one', () => {
    const needy = [
      'script:not([type="application/ld+json"])',
      'style',
      'form',
      'dialog',
      'button:not([popovertarget])',
      'use:not([href^="#"])',
      '[data-load]',
    ];
    const found = [...pages].flatMap(([file, document]) =>
      needy.filter((selector) => document.querySelector(selector)).map((selector) => `${file}: ${selector}`),
    );
    expect(found).toEqual([]);
  });

  test('its cover page says what it is, when it was made and where it is from, in each language', () => {
    const document = pages.get('index.html') as Document;
    const text = document.body.textContent ?? '';
    expect(text.split(edition.site.name).length - 1).toBeGreaterThanOrEqual(edition.site.languages.length);
    expect(text.split(address).length - 1).toBe(edition.site.languages.length);
    expect(text).toContain('2026');
    for (const { code } of edition.site.languages)
      expect([...document.querySelectorAll('a')].map((link) => link.getAttribute('href'))).toContain(
        code === edition.site.languages[0]?.code ? 'site/index.html' : `site/${code}/index.html`,
      );
  });
});

describe('the command', () => {
  let copy: string;
  let browser: Browser;
  beforeAll(async () => {
    copy = await unpackCopy(built('main'));
    browser = await startBrowser();
  });
  afterAll(() => browser?.close());

  test('writes a byte-identical file each time, in any time zone and locale', async () => {
    const before = readFileSync(`${copyFolder}/copy.zip`);
    expect(
      (await makeCopy(built('main'), 'again.zip', { TZ: 'America/New_York', LANG: 'pl_PL.UTF-8' })).equals(before),
    ).toBe(true);
  });

  test.runIf(isThisEdition).each(Object.entries(offlineScenarios))('%s', async (_, scenario) => {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    const said: string[] = [];
    page.on('console', (message) => said.push(message.text()));
    page.on('requestfailed', (request) => {
      // A request is aborted when the scenario leaves a page that is still loading.
      if (request.failure()?.errorText !== 'net::ERR_ABORTED') said.push(request.url());
    });
    page.on('request', (request) => {
      if (!/^(?:file|data):/.test(request.url())) said.push(request.url());
    });
    await scenario(chromiumWindow(page), copy);
    expect(said).toEqual([]);
    await page.close();
  });
});
