import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { visiting } from '../helpers/browser.ts';
import { built } from '../helpers/build.ts';
import { pagesIn } from '../helpers/pages.ts';
import { isThisEdition } from '../helpers/this-edition.ts';

/** The bytes of the first round trip (RFC 6928: ten packets), minus the response headers. */
const flight = 14_000;

describe.runIf(isThisEdition)('a slow network', () => {
  const visit = visiting('main');
  const dir = built('main');

  test.each(['/', '/pl/', '/fr/', '/programme/', '/pl/programme/', '/fr/programme/'])(
    '%s: the title, date, place and first day are in the first round trip',
    (address) => {
      const page = pagesIn(dir).find((one) => one.address === address);
      const html = page?.html ?? '';
      // The programme up to its second day; the whole home page.
      const days = [...html.matchAll(/<section class="day/g)].map(({ index }) => index);
      expect(days.length > 1).toBe(address.endsWith('/programme/'));
      const begun = html.slice(0, days[1] ?? html.length);
      for (const part of ['<h1', '2018', 'Katowic', ...(days.length > 0 ? ['data-entry'] : [])])
        expect(begun).toContain(part);
      // Servers send it compressed.
      expect(brotliCompressSync(begun).length).toBeLessThan(flight);
      expect(html.indexOf('<title>')).toBeLessThan(html.indexOf('<style'));
      expect(html.indexOf('<style')).toBeLessThan(html.indexOf('<body'));
    },
  );

  test('after the first page, other pages load only their own HTML', async () => {
    await visit('/', {}, async ({ page }) => {
      await page.waitForLoadState('networkidle');
      for (const address of ['/programme/', '/events/days-of-bread/']) {
        await page.goto(new URL(address, page.url()).href);
        await page.waitForLoadState('networkidle');
        const { pages, others } = await page.evaluate(() => {
          const transferred = (type: string) =>
            (performance.getEntriesByType(type) as PerformanceResourceTiming[])
              .filter(({ transferSize }) => transferSize > 0)
              .map(({ name }) => name);
          // Some browsers fetch the icon for their own user interface at any time.
          const icon = document.querySelector<HTMLLinkElement>('link[rel=icon]')?.href ?? '';
          return {
            pages: transferred('navigation'),
            others: transferred('resource').filter((url) => url !== icon),
          };
        });
        expect(pages).toEqual([page.url()]);
        // The star buttons' script is loaded with the first page that has some.
        expect(others.filter((url) => !/\/_astro\/stars-/.test(url))).toEqual([]);
      }
    });
  });

  test('text is shown even if its fonts never load', async () => {
    await visit('/list/', {}, async ({ page }) => {
      await page.route('**/fonts/**', () => undefined);
      await page.goto(new URL('/', page.url()).href, { waitUntil: 'commit' });
      await page.waitForSelector('h1');
      // Only the site's own fonts: the fallback fonts come from the machine, if it has them.
      const { faces, rules } = await page.evaluate(() => {
        const ofSite = [...document.styleSheets]
          .flatMap((sheet) => [...sheet.cssRules])
          .filter((rule) => rule instanceof CSSFontFaceRule)
          .filter(({ cssText }) => cssText.includes('url('));
        const name = (family: string) => family.replaceAll(/["']/g, '');
        const families = new Set(ofSite.map(({ style }) => name(style.getPropertyValue('font-family'))));
        return {
          faces: [...document.fonts].filter(({ family }) => families.has(name(family))).map(({ status }) => status),
          rules: ofSite.map(({ cssText }) => cssText),
        };
      });
      expect(faces.length).toBeGreaterThan(0);
      expect(faces).toHaveLength(rules.length);
      expect(faces).not.toContain('loaded');
      // Text is shown in a fallback font at once, and swapped later.
      for (const rule of rules) expect(rule).toMatch(/font-display: (swap|optional|fallback)/);
      const painted = () => page.evaluate(() => performance.getEntriesByName('first-contentful-paint').length > 0);
      await expect.poll(painted).toBe(true);
    });
  });

  test('there is no service worker', async () => {
    for (const address of ['/', '/programme/', '/list/', '/search/?q=bread'])
      await visit(address, {}, async ({ page }) => {
        expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
      });
    for (const file of globSync('**/*.{html,js,webmanifest}', { cwd: dir }))
      expect(readFileSync(join(dir, file), 'utf8'), file).not.toMatch(/serviceWorker|service_worker|serviceworker/);
  });
});

describe.runIf(isThisEdition)('a page without its styles', () => {
  const visit = visiting('main');

  test.each(['/', '/programme/', '/events/days-of-bread/', '/network/', '/list/', '/search/'])(
    '%s: no drawing fills the window, and hidden elements stay hidden',
    async (address) => {
      await visit(address, { viewport: { width: 390, height: 800 } }, async ({ page }) => {
        await page.evaluate(() => {
          for (const style of document.querySelectorAll('style,link[rel=stylesheet]')) style.remove();
        });
        // Decorations are a line high at most; a map may be taller, as it has text.
        const large = await page.evaluate(() =>
          [...document.querySelectorAll('svg:not(svg svg)')]
            .filter((svg) => svg.getBoundingClientRect().height > (svg.closest('.map-panel') ? 400 : 24))
            .map((svg) => svg.parentElement?.className),
        );
        expect(large).toEqual([]);
        expect(await page.locator('dialog[open]').count()).toBe(0);
        expect(await page.isVisible('h1')).toBe(true);
      });
    },
  );
});
