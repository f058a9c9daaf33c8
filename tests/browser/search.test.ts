import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { axe } from '../helpers/axe.ts';
import { visiting } from '../helpers/browser.ts';
import { least, isThisEdition, prefixes, second, third } from '../helpers/this-edition.ts';

const visit = visiting('main');
const results = '[data-search-results] a';
const field = 'dialog input';
const status = '.search-status';

const path = (page: Page, href: string | null) => new URL(href ?? '', page.url()).pathname;

/** Waits until all results for the last query are shown. */
const settled = (page: Page) =>
  page.waitForFunction(() => document.querySelector('[data-search-results]')?.ariaBusy === 'false');

async function open(page: Page, question = '', within = field): Promise<void> {
  await page.click('[data-search-open]');
  await page.waitForSelector('.search-start a');
  if (question === '') return;
  await page.fill(within, question);
  await settled(page);
}

/** Tests of queries and results in this edition's texts. */
const known = test.runIf(isThisEdition);

describe('search', () => {
  known.each([
    ['/', 'bread', '/events/days-of-bread/'],
    ['/pl/', 'chleb', '/pl/events/days-of-bread/'],
    ['/fr/', 'pain', '/fr/events/days-of-bread/'],
  ])('on %s "%s" finds %s first', async (address, query, expected) => {
    await visit(address, {}, async ({ page, faults }) => {
      await open(page, query);
      expect(path(page, await page.getAttribute(results, 'href'))).toBe(expected);
      expect(await page.textContent(status)).toMatch(/\d/);
      const meta = await page.textContent('[data-search-results] .meta');
      expect(meta?.split(' · ').length).toBe(2);
      expect(faults).toEqual([]);
    });
  });

  test.each(['/', 'Control+k', 'Meta+k'])(
    'the key %s opens it, Escape closes it and restores the focus',
    async (key) => {
      await visit(`${second}/about/`, {}, async ({ page }) => {
        await page.focus('main a');
        await page.keyboard.press(key);
        await page.waitForSelector('dialog[open]');
        expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('INPUT');
        await page.keyboard.press('Escape');
        await page.waitForSelector('dialog[open]', { state: 'hidden' });
        expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('A');
      });
    },
  );

  test('a slash typed into a field is just text', async () => {
    await visit('/search/', {}, async ({ page }) => {
      await page.focus('#q');
      await page.keyboard.type('a/b');
      expect(await page.inputValue('#q')).toBe('a/b');
    });
  });

  test('none of its files is loaded before it is opened', async () => {
    await visit('/', {}, async ({ page }) => {
      const loaded: string[] = [];
      page.on('request', (request) => loaded.push(new URL(request.url()).pathname));
      await page.reload({ waitUntil: 'networkidle' });
      // Until the meeting is over, its pages load the clock's script.
      const search = isThisEdition ? /\.js$|pagefind/ : /\/search[^/]*\.js$|pagefind/;
      expect(loaded.filter((path) => search.test(path))).toEqual([]);
      expect(loaded).toContain('/');
    });
  });

  known('an address with a query shows its results and can be shared', async () => {
    await visit('/fr/search/?q=Kilar', {}, async ({ page, faults }) => {
      await page.waitForSelector(results);
      expect(await page.inputValue('#q')).toBe('Kilar');
      expect(new URL((await page.getAttribute(results, 'href')) ?? '', page.url()).pathname).toBe(
        '/fr/events/electrokilar/',
      );
      await page.fill('#q', 'musique');
      await page.waitForURL(/q=musique/);
      expect(faults).toEqual([]);
    });
  });

  known('if a query has no results, the page says what to do', async () => {
    await visit('/search/?q=ňňň', {}, async ({ page }) => {
      await page.waitForFunction(() => (document.querySelector('.search-status')?.textContent ?? '') !== '');
      expect(await page.locator(results).count()).toBe(0);
      expect(await page.textContent(status)).toContain('A to Z');
      expect(await page.isVisible('[data-site-index]')).toBe(true);
    });
  });

  test('hostile queries are shown as text', async () => {
    await visit(`/search/?q=${encodeURIComponent('"><img src=x onerror=alert(1)>')}`, {}, async ({ page, faults }) => {
      await page.waitForFunction(() => (document.querySelector('.search-status')?.textContent ?? '') !== '');
      expect(await page.locator('img').count()).toBe(0);
      expect(faults).toEqual([]);
    });
  });

  known('when the engine can’t be loaded, one plain message says so', async () => {
    await visit('/', {}, async ({ page }) => {
      await page.route('**/pagefind/**', (route) => route.abort());
      await page.click('[data-search-open]');
      await page.fill('dialog input', 'bread');
      await page.waitForFunction(() =>
        /couldn’t be loaded/.test(document.querySelector('.search-status')?.textContent ?? ''),
      );
    });
  });

  known('after a failure it works as soon as the engine can be loaded', async () => {
    await visit('/', {}, async ({ page }) => {
      await page.route('**/pagefind/**', (route) => route.abort());
      await open(page, 'bread');
      expect(await page.textContent(status)).toContain('couldn’t be loaded');
      await page.unroute('**/pagefind/**');
      await page.fill(field, 'breads');
      await page.waitForSelector(results);
    });
  });

  test('when its module can’t be loaded, the box links to the index, and Enter leads to the search page', async () => {
    await visit(`${second}/`, {}, async ({ page }) => {
      await page.route('**/_astro/search*.js', (route) => route.abort());
      await page.click('[data-search-open]');
      const failed = (await page.getAttribute(status, 'data-failed')) ?? '';
      await page.locator(status, { hasText: failed }).waitFor();
      expect(path(page, await page.getAttribute('.search-wait a', 'href'))).toBe(`${second}/search/`);
      await page.fill(field, 'bread');
      await page.press(field, 'Enter');
      await page.waitForURL(({ pathname, search }) => pathname + search === `${second}/search/?q=bread`);
    });
  });

  test('it opens synchronously on click; on a slow network it says “Searching” and keeps what is typed', async () => {
    await visit('/', {}, async ({ page }) => {
      const { promise: arrived, resolve: arrive } = Promise.withResolvers<undefined>();
      await page.route('**/_astro/search*.js', async (route) => {
        await arrived;
        await route.continue();
      });
      const focused = await page.evaluate(() => {
        document.querySelector<HTMLElement>('[data-search-open]')?.click();
        return document.activeElement?.matches('dialog[open] input');
      });
      expect(focused).toBe(true);
      await page.keyboard.type('Krak');
      expect(await page.textContent(status)).toContain(await page.getAttribute(status, 'data-searching'));
      await page.locator(status).waitFor();
      arrive(undefined);
      await page.keyboard.type('ów');
      await settled(page);
      expect(await page.inputValue(field)).toBe('Kraków');
      if (isThisEdition) expect(await page.locator(results).count()).toBeGreaterThan(0);
    });
  });

  test('Back closes it, and Back from a result restores the query', async () => {
    await visit(`${second}/programme/?audience=public`, {}, async ({ page, faults }) => {
      const address = page.url();
      await page.route('**/_astro/search*.js', () => undefined);
      await page.click('[data-search-open]');
      await page.goBack();
      await page.waitForSelector('dialog[open]', { state: 'hidden' });
      expect(page.url()).toBe(address);
      await page.unroute('**/_astro/search*.js');
      await page.reload();
      await open(page);
      const name = (await page.textContent('.search-start li a')) ?? '';
      await page.fill(field, name);
      await settled(page);
      await page.locator(results).first().click();
      await page.waitForURL((url) => url.href !== address);
      await page.goBack();
      await page.waitForSelector(`dialog[open] ${results}`);
      expect([page.url(), await page.inputValue(field)]).toEqual([address, name]);
      // Closing it removes its history entry.
      await page.click('dialog form[method=dialog] button');
      await expect.poll(() => page.evaluate(() => history.state as unknown)).toBeNull();
      expect(page.url()).toBe(address);
      expect(faults).toEqual([]);
    });
  });

  known('a result on the same page closes it', async () => {
    await visit('/events/days-of-bread/', {}, async ({ page }) => {
      await open(page);
      await page.evaluate(() => {
        const link = document.querySelector('.search-start a') as HTMLAnchorElement;
        link.href = '#main';
        link.click();
      });
      await page.waitForSelector('dialog[open]', { state: 'hidden' });
      expect(new URL(page.url()).hash).toBe('#main');
    });
  });

  known('a typo is corrected, and the correction can be undone', async () => {
    await visit('/pl/', {}, async ({ page }) => {
      await open(page, 'Katowcie');
      expect(path(page, await page.getAttribute(results, 'href'))).toBe('/pl/host-cities/katowice/');
      expect(await page.textContent(status)).toContain('„Katowice”');
      await page.click('.search-aside button');
      await settled(page);
      expect(await page.textContent(status)).toContain('„Katowcie”');
      expect(await page.locator(results).count()).toBe(0);
      expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('INPUT');
    });
  });

  known('when there are few results, those in other languages are offered, marked with their language', async () => {
    await visit('/', {}, async ({ page, faults }) => {
      await open(page, 'koncertów');
      const item = page.locator('.search-elsewhere .results > li').first();
      expect(await item.getAttribute('lang')).toBe('pl');
      expect(await item.locator('a').first().getAttribute('href')).toMatch(/^\/pl\//);
      expect(await page.textContent(status)).toContain('Polski');
      await page.click('.search-elsewhere h2 a');
      await page.waitForSelector(results);
      expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe('/pl/search/?q=koncert%C3%B3w');
      expect(faults).toEqual([]);
    });
  });

  known('a result leads to the best matching section', async () => {
    await visit('/', {}, async ({ page }) => {
      await open(page, 'Padoła');
      const section = page.locator('[data-search-results] .section').first();
      const href = await section.getAttribute('href');
      expect(href).toMatch(/#./);
      const title = await section.textContent();
      await section.click();
      await page.waitForURL(/#/);
      expect(await page.textContent(`${decodeURIComponent(new URL(page.url()).hash)}`)).toBe(title);
    });
  });

  known('kind, city and field narrow the results together, with correct counts', async () => {
    await visit('/', {}, async ({ page }) => {
      await open(page, 'katowice');
      const count = async () => Number(/\d+/.exec((await page.textContent(status)) ?? '')?.[0]);
      const all = await count();
      const promised = async (facet: string, value: string) =>
        Number(/\((\d+)\)/.exec((await page.textContent(`select[name=${facet}] option[value=${value}]`)) ?? '')?.[1]);
      const cities = await promised('city', 'katowice');
      await page.selectOption('select[name=city]', 'katowice');
      await expect.poll(count).toBe(cities);
      expect(cities).toBeLessThan(all);
      const events = await promised('type', 'events');
      await page.focus('select[name=type]');
      await page.selectOption('select[name=type]', 'events');
      await expect.poll(count).toBe(events);
      expect(await page.locator('[data-search-results] > li').count()).toBe(Math.min(8, events));
      for (const meta of await page.locator('[data-search-results] .meta').allTextContents())
        expect(meta).toBe('Public event · Katowice');
      expect(await page.evaluate(() => (document.activeElement as HTMLSelectElement).name)).toBe('type');
    });
  });

  known('filters that leave no results can be removed', async () => {
    await visit('/search/?q=katowice&type=events&city=katowice', {}, async ({ page }) => {
      await page.waitForSelector(results);
      await page.fill('#q', 'Chengdu');
      await settled(page);
      expect(await page.locator(results).count()).toBe(0);
      await page.click('.search-below button');
      await page.waitForSelector(results);
      expect(new URL(page.url()).search).toBe('?q=Chengdu');
    });
  });

  known('more results are added below, and the first of them gets the focus', async () => {
    await visit('/', {}, async ({ page }) => {
      await open(page, 'Kraków');
      const before = await page.locator('[data-search-results] > li').count();
      const first = await page.locator('[data-search-results] > li a:first-child').allTextContents();
      await page.click('.search-more');
      await expect.poll(() => page.locator('[data-search-results] > li').count()).toBeGreaterThan(before);
      const now = await page.locator('[data-search-results] > li > a:first-child').allTextContents();
      expect(now.slice(0, before)).toEqual(first.filter((title) => now.includes(title)).slice(0, before));
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(now[before]);
    });
  });

  known('by keyboard alone: open, type, go down and up, open a result', async () => {
    await visit('/fr/about/', {}, async ({ page }) => {
      await page.keyboard.press('/');
      await page.waitForSelector('.search-start a');
      await page.keyboard.type('musique');
      await page.waitForSelector(results);
      await settled(page);
      const focused = () =>
        page.evaluate(() => document.activeElement?.getAttribute('href') ?? document.activeElement?.tagName);
      await page.keyboard.press('ArrowDown');
      expect(await focused()).toBe('/fr/fields/music/');
      await page.keyboard.press('ArrowUp');
      expect(await focused()).toBe('INPUT');
      // The focus never leaves the box.
      for (let presses = 0; presses < 40; presses++) {
        await page.keyboard.press('Tab');
        const inside = await page.evaluate(
          () => document.activeElement === document.body || document.activeElement?.closest('dialog') !== null,
        );
        expect(inside).toBe(true);
      }
      await page.focus(field);
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/fr\/fields\/music\/$/);
    });
  });

  known('Enter waits for the results of the current query', async () => {
    await visit('/', {}, async ({ page }) => {
      await open(page);
      await page.fill(field, 'bread');
      await page.press(field, 'Enter');
      await page.waitForURL(/\/events\/days-of-bread\/$/);
    });
  });

  known('results are announced once they are shown, politely, and without layout shift', async () => {
    await visit('/', {}, async ({ page }) => {
      await open(page);
      await page.evaluate(() => {
        const said: string[] = [];
        const heights = new Set<number>();
        Object.assign(window, { said, heights });
        const box = document.querySelector('dialog') as HTMLElement;
        const live = document.querySelector('.search-status') as HTMLElement;
        new MutationObserver(() => {
          said.push(live.textContent);
          heights.add(box.getBoundingClientRect().height);
          heights.add(box.getBoundingClientRect().height);
        }).observe(box, { childList: true, subtree: true, characterData: true });
      });
      expect(await page.getAttribute(status, 'role')).toBe('status');
      for (const question of ['literature', 'bread', 'zzqqxx', 'music']) {
        await page.fill(field, question);
        await settled(page);
      }
      const { said, heights } = await page.evaluate(() => {
        const seen = window as unknown as { said: string[]; heights: Set<number> };
        return { said: [...new Set(seen.said)], heights: [...seen.heights] };
      });
      expect(heights).toHaveLength(1);
      expect(said.filter((text) => text.includes('literature') || text.includes('bread'))).toHaveLength(2);
      expect(said.at(-1)).toMatch(/^\d+ results for “music”$/);
    });
  });

  test.each([
    ['light', 1280, '/', 'Katovce'],
    ['dark', 1280, '/', 'koncertów'],
    ['light', 320, `${second}/`, 'muzyka'],
    ['dark', 320, `${third}/`, 'zzqqxx'],
  ] as const)('the box passes axe: %s, %i px, %s', async (colorScheme, width, address, question) => {
    await visit(address, { colorScheme, viewport: { width, height: 700 } }, async (there) => {
      const { page, faults } = there;
      await open(page);
      expect(await axe(there)).toEqual([]);
      await page.fill(field, question);
      await settled(page);
      expect(await axe(there)).toEqual([]);
      const wide = await page.evaluate(() => {
        const panel = document.querySelector('dialog .search-panel') as HTMLElement;
        return [panel.scrollWidth - panel.clientWidth, document.documentElement.scrollWidth - innerWidth];
      });
      expect(Math.max(...wide)).toBeLessThanOrEqual(0);
      expect(faults).toEqual([]);
    });
  });

  known.each(['light', 'dark'] as const)('the search page with results passes axe, %s', async (colorScheme) => {
    await visit('/pl/search/?q=Katowcie', { colorScheme }, async (there) => {
      await there.page.waitForSelector(results);
      await settled(there.page);
      expect(await there.page.isVisible('[data-site-index]')).toBe(false);
      expect(await axe(there)).toEqual([]);
    });
  });

  known('on the search page the shortcuts focus its own field', async () => {
    await visit('/search/', {}, async ({ page }) => {
      await page.keyboard.press('/');
      await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('q');
      expect(await page.locator('dialog[open]').count()).toBe(0);
      await page.keyboard.type('bread');
      await page.waitForSelector(results);
      await page.fill('#q', '');
      await expect.poll(() => page.isVisible('[data-site-index]')).toBe(true);
      expect(new URL(page.url()).search).toBe('');
    });
  });

  test('each language has an OpenSearch description', async () => {
    for (const prefix of prefixes)
      await visit(`${prefix}/`, {}, async ({ page }) => {
        const link = page.locator('link[rel=search]');
        expect(await link.getAttribute('href')).toBe(`${prefix}/opensearch.xml`);
        const answer = await page.request.get(new URL(`${prefix}/opensearch.xml`, page.url()).href);
        expect(answer.headers()['content-type']).toBe(await link.getAttribute('type'));
        const fault = await page.evaluate(
          (xml) => new DOMParser().parseFromString(xml, 'text/xml').querySelector('parsererror')?.textContent,
          await answer.text(),
        );
        expect(fault).toBeUndefined();
        expect(await answer.text()).toContain(`${prefix}/search/?q={searchTerms}`);
      });
  });

  test('without JavaScript the button leads to the index', async () => {
    await visit(`${second}/`, { javaScriptEnabled: false }, async ({ page }) => {
      await page.click('[data-search-open]');
      expect(new URL(page.url()).pathname).toBe(`${second}/search/`);
      expect(await page.locator('[data-site-index] a').count()).toBeGreaterThan(least(50));
    });
  });
});

describe('search in another edition', () => {
  const trio = visiting('trio');
  const solo = visiting('solo');

  test('in Arabic, a name is found with and without vowel marks, and the box passes axe', async () => {
    await trio('/ar/', { viewport: { width: 390, height: 800 } }, async (there) => {
      const { page, faults } = there;
      await open(page);
      const name = (await page.textContent('.search-start li a')) ?? '';
      for (const question of [name, [...name].map((letter) => `${letter}\u064e`).join('')]) {
        await page.fill(field, question);
        await settled(page);
        expect(await page.textContent(results)).toBe(name);
      }
      expect(await page.evaluate(() => getComputedStyle(document.querySelector('dialog') as Element).direction)).toBe(
        'rtl',
      );
      expect(await axe(there)).toEqual([]);
      expect(faults).toEqual([]);
    });
  });

  test('an untranslated page is found by title, and its result is marked with its language', async () => {
    await trio('/ar/', {}, async ({ page }) => {
      await open(page, 'Panel');
      const link = page.locator(results).first();
      expect(path(page, await link.getAttribute('href'))).toBe('/ar/events/panel-market/');
      expect(await link.getAttribute('lang')).toBe('en');
    });
  });

  test('nonsense finds nothing in any language', async () => {
    for (const address of ['/', '/ar/', '/pt-BR/'])
      await trio(address, {}, async ({ page }) => {
        await open(page, 'zzqqxx');
        expect(await page.locator('.search-panel .results a').count()).toBe(0);
      });
  });

  test('with one host and one language, no city filter and no other languages are offered', async () => {
    await solo('/', {}, async ({ page, faults }) => {
      await open(page, 'relojes de arena');
      expect(path(page, await page.getAttribute(results, 'href'))).toBe('/events/relojes-de-arena/');
      expect(await page.locator('select[name=city]').count()).toBe(0);
      await page.fill(field, 'zzqqxx');
      await settled(page);
      expect(await page.locator('.search-elsewhere').count()).toBe(0);
      expect(faults).toEqual([]);
    });
  });
});
