/**
 * No page sends a request to another host, sets a cookie, or stores anything without the reader's action. Every page
 * is loaded here, so these tests also check that each fits the narrowest screen.
 */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { visiting } from '../helpers/browser.ts';
import { built } from '../helpers/build.ts';
import { least, isThisEdition } from '../helpers/this-edition.ts';
import { pagesIn } from '../helpers/pages.ts';

/** Collects all requests to other hosts: from the page, its workers and the windows that it opens. */
function requestsElsewhere(page: Page): string[] {
  const { origin } = new URL(page.url());
  const found: string[] = [];
  page.context().on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(`${origin}/`) && !url.startsWith('data:')) found.push(url);
  });
  page.on('websocket', (socket) => found.push(socket.url()));
  return found;
}

/** What the browser has stored after a visit. */
async function storedData(page: Page): Promise<string[]> {
  const cookies = (await page.context().cookies()).map(({ name }) => `cookie ${name}`);
  const stored = await page.evaluate(async () => [
    ...Object.keys(localStorage),
    ...Object.keys(sessionStorage),
    ...(await indexedDB.databases()).map(({ name }) => `database ${name}`),
  ]);
  return [...cookies, ...stored];
}

/** Pages of each edition, by language. */
const editions = (['main', 'trio', 'solo'] as const).map(
  (name) =>
    [
      name,
      Map.groupBy(
        pagesIn(built(name)).filter(({ file }) => !file.endsWith('404.html')),
        ({ lang }) => lang,
      ),
    ] as const,
);

describe.each(editions)('%s', (name, pages) => {
  const visit = visiting(name);

  test.each([...pages.keys()])(
    'every page in %s loads only this site’s files, violates no policy and fits 320 px (1280 px at 400%)',
    async (lang) => {
      const addresses = (pages.get(lang) ?? []).map(({ address }) => address);
      expect(addresses.length).toBeGreaterThan(least(5, name));
      await visit('/', { viewport: { width: 320, height: 256 } }, async ({ page, faults }) => {
        const { origin } = new URL(page.url());
        const others = requestsElsewhere(page);
        for (const address of addresses) {
          await page.goto(origin + address);
          expect(faults, address).toEqual([]);
          const sideways = await page.evaluate(
            () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
          );
          expect(sideways, address).toBeLessThanOrEqual(0);
        }
        expect(others).toEqual([]);
        expect(await storedData(page)).toEqual([]);
      });
    },
  );
});

describe('requests', () => {
  const visit = visiting('main');

  test.runIf(isThisEdition).each(['', '/pl', '/fr'])(
    'no action at %s/ sends a request to another host',
    async (prefix) => {
      await visit(`${prefix}/`, {}, async ({ page, faults }) => {
        const { origin } = new URL(page.url());
        const others = requestsElsewhere(page);
        // Search: the box, results, their filters, the search page.
        await page.click('[data-search-open]');
        await page.fill('dialog input', 'jazz');
        await page.waitForSelector('[data-search-results] a');
        await page.keyboard.press('Escape');
        await page.goto(`${origin}${prefix}/search/?q=jazz`);
        await page.waitForSelector('main [data-search-results] a');
        // Theme, stars, the list and its calendar.
        await page.check('input[value=dark]');
        await page.goto(`${origin}${prefix}/events/`);
        await page.click('[data-star="events/electrokilar"]');
        await page.goto(`${origin}${prefix}/list/`);
        await page.waitForSelector('[data-entry-id]:not([hidden])');
        // Filters of the programme, the maps, another language.
        await page.goto(`${origin}${prefix}/programme/?audience=public`);
        await page.goto(`${origin}${prefix}/network/`);
        await page.click('.languages a');
        await page.waitForLoadState('networkidle');
        expect(others).toEqual([]);
        expect(faults).toEqual([]);
        expect((await storedData(page)).sort()).toEqual(['list', 'theme']);
      });
    },
  );
});
