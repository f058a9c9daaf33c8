import { beforeAll, describe, expect, test } from 'vitest';
import { visiting, type Visit } from '../helpers/browser.ts';
import { buildSite, built } from '../helpers/build.ts';
import { longWords, writeLongWords } from '../helpers/long-words.ts';
import { pagesIn } from '../helpers/pages.ts';

beforeAll(async () => {
  writeLongWords();
  await buildSite('long', { CONTENT_DIR: longWords });
});

/** If the page scrolls sideways: the elements outside the viewport that aren't within a scrolling element. */
const sticksOut = ({ page }: Visit) =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const wide = [...document.querySelectorAll('body *')].filter((node) => {
      const { left, right } = node.getBoundingClientRect();
      return (right > clientWidth + 1 || left < -1) && !node.parentElement?.closest('.scroll, svg, .skip');
    });
    return [
      `${scrollWidth} px`,
      ...wide.map((node) => `${node.tagName} ${node.className} ${node.textContent.trim().slice(0, 30)}`),
    ];
  });

describe('long words', () => {
  const visit = visiting('long');

  test.each(['en', 'ar'])(
    'in %s, no page scrolls sideways at 320 px, nor at 390 px with text at twice the size',
    async (lang) => {
      const addresses = pagesIn(built('long')).filter((page) => page.lang === lang);
      expect(addresses.length).toBeGreaterThan(30);
      await visit('/', { viewport: { width: 320, height: 700 } }, async (there) => {
        const { page } = there;
        const { origin } = new URL(page.url());
        for (const { address } of addresses) {
          await page.setViewportSize({ width: 320, height: 700 });
          await page.goto(origin + address);
          expect(await sticksOut(there), `${address} at 320 px`).toEqual([]);
          await page.setViewportSize({ width: 390, height: 700 });
          await page.evaluate(() => {
            const sheet = new CSSStyleSheet();
            sheet.replaceSync('html { font-size: 200% }');
            document.adoptedStyleSheets.push(sheet);
          });
          expect(await sticksOut(there), `${address} at 390 px, text at 200%`).toEqual([]);
        }
      });
    },
  );

  test('a wide table scrolls within its container, by keyboard too', async () => {
    await visit('/events/lantern/', { viewport: { width: 390, height: 700 } }, async ({ page }) => {
      const table = page.locator('.prose .scroll').last();
      expect(await table.evaluate((node) => node.scrollWidth > node.clientWidth)).toBe(true);
      await table.focus();
      await page.keyboard.press('ArrowRight');
      await expect.poll(() => table.evaluate((node) => node.scrollLeft)).toBeGreaterThan(0);
    });
  });
});
