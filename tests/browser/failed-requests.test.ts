import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page, Route } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { visiting } from '../helpers/browser.ts';
import { built } from '../helpers/build.ts';
import { isThisEdition } from '../helpers/this-edition.ts';

const field = 'dialog.search-box input';
const status = 'dialog.search-box .search-status';
const results = '.search-panel .results a';

/** The interface's message when the search can't be loaded. */
const failureMessages = {
  '/': 'The search couldn’t be loaded. The index from A to Z works without it.',
  '/pl/': 'Nie udało się wczytać wyszukiwarki.',
  '/fr/': 'La recherche n’a pas pu être chargée.',
};

/** Ways to damage a response. */
const damages = {
  missing: (route: Route) => route.fulfill({ status: 404, contentType: 'text/html', body: '<!doctype html><p>404' }),
  'replaced by a page': (route: Route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><p>Welcome' }),
  'cut off': async (route: Route) => {
    try {
      const answer = await route.fetch();
      const body = await answer.body();
      await route.fulfill({ response: answer, body: body.subarray(0, Math.floor(body.length / 2)) });
    } catch {
      // The page has been closed.
    }
  },
};

/** Errors other than the browser's own messages about files that failed to load. */
const pageErrors = (faults: string[]) => faults.filter((fault) => !/Failed to load resource|net::ERR_/.test(fault));

const expectText = (page: Page, selector: string, text: string) =>
  expect.poll(() => page.textContent(selector), { timeout: 15_000 }).toContain(text);

async function search(page: Page, question: string): Promise<void> {
  await page.click('[data-search-open]');
  await page.fill(field, question);
}

describe.runIf(isThisEdition)('the search, when one of its files is missing or damaged', () => {
  const visit = visiting('main');

  // Each file is missing once; files of each type (module, JSON, compressed) are also damaged.
  const missing = (
    [
      'pagefind.js',
      'pagefind-entry.json',
      'words.*.json',
      '*.pagefind',
      '*.pf_meta',
      '*.pf_index',
      '*.pf_fragment',
    ] as const
  ).map((file) => [file, 'missing'] as const);
  const damaged = [
    ['pagefind.js', 'replaced by a page'],
    ['pagefind-entry.json', 'replaced by a page'],
    ['words.*.json', 'cut off'],
    ['*.pagefind', 'cut off'],
    ['*.pf_meta', 'cut off'],
    ['*.pf_index', 'replaced by a page'],
    ['*.pf_index', 'cut off'],
    ['*.pf_fragment', 'cut off'],
  ] as const;

  test.each([...missing, ...damaged])(
    '%s, %s: one plain message, and the search works once the file arrives',
    async (file, damage) => {
      await visit('/', {}, async ({ page }) => {
        const address = `**/pagefind/**/${file}*`;
        await page.route(address, damages[damage]);
        await search(page, 'bread');
        await expectText(page, status, failureMessages['/']);
        expect(await page.locator('.results[aria-busy=true]').count()).toBe(0);
        expect(await page.getAttribute('.search-panel .search-index', 'href')).toContain('/search/#index');
        await page.unroute(address);
        await page.fill(field, 'bread and');
        await page.waitForSelector(results, { timeout: 15_000 });
      });
    },
  );

  test.each(Object.entries(failureMessages))('%s: the message is in the page’s language', (address, text) => {
    expect(readFileSync(join(built('main'), address, 'index.html'), 'utf8')).toContain(`data-failed="${text}`);
  });

  test('offline: each attempt shows a message in the page’s language, and the search works once online again', async () => {
    await visit('/fr/', { viewport: { width: 390, height: 800 } }, async ({ page, faults }) => {
      await page.context().setOffline(true);
      const failing = async () => {
        await page.click('[data-search-open]');
        await expectText(page, status, failureMessages['/fr/']);
        await page.keyboard.press('Escape');
        await page.waitForSelector(field, { state: 'hidden' });
      };
      await failing();
      await failing();
      expect(new URL(page.url()).pathname).toBe('/fr/');
      await page.context().setOffline(false);
      await search(page, 'Katowice');
      await page.waitForSelector(results);
      expect(pageErrors(faults)).toEqual([]);
    });
  });

  test('when the network fails while the box is open, a message says so, and the search works afterwards', async () => {
    await visit('/pl/', {}, async ({ page, faults }) => {
      // Only the module is loaded, and nothing after it, not even the vocabulary.
      await page.route(/\/(pagefind|search)\//, (route) => route.abort());
      await page.click('[data-search-open]');
      await expectText(page, status, failureMessages['/pl/']);
      await page.fill(field, 'Katowice');
      await expectText(page, status, failureMessages['/pl/']);
      await page.unroute(/\/(pagefind|search)\//);
      await page.fill(field, 'Katowic');
      await page.waitForSelector(results);
      expect(pageErrors(faults)).toEqual([]);
    });
  });

  test('when more results can’t be loaded, the page says so, and the console has no errors', async () => {
    await visit('/', {}, async ({ page, faults }) => {
      await search(page, 'city');
      await page.waitForSelector('.search-more:not([hidden])');
      await page.context().setOffline(true);
      await page.click('.search-more');
      await expectText(page, status, failureMessages['/']);
      expect(pageErrors(faults)).toEqual([]);
    });
  });

  test('when the network hangs, the search gives up and says so', async () => {
    await visit('/', {}, async ({ page }) => {
      await page.clock.install();
      await page.route('**/pagefind/**', () => undefined);
      await search(page, 'bread');
      await page.clock.runFor(1000);
      await expectText(page, status, 'Searching');
      // In steps, because the search may start its timer only after the first ones.
      const later = async () => {
        await page.clock.runFor(10_000);
        return page.textContent(status);
      };
      await expect.poll(later, { timeout: 15_000 }).toContain(failureMessages['/']);
    });
  });
});

describe.runIf(isThisEdition)('other files that may fail to load', () => {
  const main = visiting('main');
  const solo = visiting('solo');

  const ways = Object.entries({ 'doesn’t load': (route: Route) => route.abort(), 'is cut off': damages['cut off'] });

  test.each(ways)('the star buttons’ script %s: the programme is complete without it', async (_, damage) => {
    await main('/programme/', {}, async ({ page, faults }) => {
      await page.route('**/_astro/stars-*', damage);
      await page.reload();
      expect(await page.isVisible('[data-star]')).toBe(false);
      expect(await page.isVisible('[data-entry] a')).toBe(true);
      expect(pageErrors(faults)).toEqual([]);
    });
  });

  const scripts = ['stars', 'page'].flatMap((name) => ways.map(([way, damage]) => [name, way, damage] as const));
  test.each(scripts)('the list’s script “%s” %s: the page says what works instead', async (name, _, damage) => {
    await main('/list/', {}, async ({ page, faults }) => {
      await page.route(`**/_astro/${name}-*`, damage);
      await page.reload();
      await expect.poll(() => page.isVisible('.my-list-fallback'), { timeout: 10_000 }).toBe(true);
      expect(await page.isVisible('[data-my-list]')).toBe(false);
      expect(pageErrors(faults)).toEqual([]);
    });
  });

  test('an unreadable stored list counts as empty, and can be filled', async () => {
    for (const stored of ['{"half', '[1,{},"../x"]', '""', 'null'])
      await main('/programme/', {}, async ({ page, faults }) => {
        await page.evaluate((text) => localStorage.setItem('list', text), stored);
        await page.goto(new URL('/list/', page.url()).href);
        await expect.poll(() => page.isVisible('[data-empty]')).toBe(true);
        await page.goto(new URL('/programme/', page.url()).href);
        await page.locator('[data-star]:visible').first().click();
        expect(await page.evaluate(() => (JSON.parse(localStorage['list'] as string) as string[]).length)).toBe(1);
        expect(faults).toEqual([]);
      });
  });

  test.each(ways)('the filters’ script %s: choosing a filter still works', async (_, damage) => {
    await main('/programme/', {}, async ({ page, faults }) => {
      await page.route('**/_astro/filters-*', damage);
      await page.reload();
      const visible = () => page.locator('[data-entry]:visible').count();
      const before = await visible();
      const asking = page.waitForRequest('**/_astro/filters-*');
      await page.locator('[data-filters] input:not([value=""])').first().dispatchEvent('click');
      expect(await visible()).toBeLessThan(before);
      // Once this import by the test has failed, the page's own has failed too.
      await page.evaluate(`import(${JSON.stringify((await asking).url())}).catch(() => undefined)`);
      expect(pageErrors(faults)).toEqual([]);
    });
  });

  test('the clock’s script doesn’t load: the page stays as it was built', async () => {
    await solo('/', {}, async ({ page, faults }) => {
      await page.route('**/_astro/clock-*', (route) => route.abort());
      await page.reload();
      expect(await page.isVisible('.phase')).toBe(true);
      expect(pageErrors(faults)).toEqual([]);
    });
  });

  test.each(ways)('the base map %s: names, dots and description are still shown', async (_, damage) => {
    for (const address of ['/host-cities/', '/network/', '/past-hosts/'])
      await main(address, {}, async ({ page, faults }) => {
        /** The size of each map, its text and the number of its elements. */
        const drawn = () =>
          page.locator('.map-panel > svg').evaluateAll((maps) =>
            maps.map((map) => {
              const { width, height } = map.getBoundingClientRect();
              return [width, height, map.getAttribute('aria-label'), map.textContent, map.querySelectorAll('*').length];
            }),
          );
        const before = await drawn();
        expect(before.length).toBeGreaterThan(0);
        await page.route('**/maps/**', damage);
        await page.reload();
        expect(await drawn()).toEqual(before);
        // A picture that failed to load shows nothing if its alternative text is empty.
        expect(await page.locator('.map-panel img:not([alt=""])').count()).toBe(0);
        expect(pageErrors(faults)).toEqual([]);
      });
  });
});
