import { describe, expect, test } from 'vitest';
import { visiting, type Visit } from '../helpers/browser.ts';
import { examples, isThisEdition, second, third } from '../helpers/this-edition.ts';

const sideways = ({ page }: Visit) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

describe('the layout', () => {
  const visit = visiting('main');
  const kinds = [
    '/',
    `${second}/about/`,
    ...examples('events', 'electrokilar').map((address) => third + address),
    '/past-hosts/',
    `${third}/network/`,
    '/fields/',
    '/search/',
  ];

  test.each([768, 1000, 1280, 1920])('home does not scroll sideways at %i px', async (width) => {
    await visit('/', { viewport: { width, height: 900 } }, async (there) =>
      expect(await sideways(there)).toBeLessThanOrEqual(0),
    );
  });

  test.each(kinds)('%s has room for text at twice the size', async (address) => {
    await visit(address, {}, async (there) => {
      await there.page.evaluate(() => {
        document.documentElement.style.fontSize = '200%';
      });
      expect(await sideways(there)).toBeLessThanOrEqual(0);
    });
  });

  // Without the web fonts: whether they arrive before the first paint, and which fonts replace them, depends on the
  // machine.
  test.each(kinds)('%s has no layout shift while it loads', async (address) => {
    await visit('/404.html', { viewport: { width: 390, height: 800 } }, async ({ page }) => {
      await page.route('**/*.woff2', (route) => route.abort());
      await page.goto(new URL(address, page.url()).href);
      await page.evaluate(() => document.fonts.ready.then(() => undefined));
      const shift = await page.evaluate(
        () =>
          new Promise<number>((resolve) => {
            let sum = 0;
            new PerformanceObserver((list) => {
              for (const entry of list.getEntries()) sum += (entry as unknown as { value: number }).value;
            }).observe({ type: 'layout-shift', buffered: true });
            requestAnimationFrame(() => setTimeout(() => resolve(sum), 50));
          }),
      );
      expect(shift).toBe(0);
    });
  });

  test('on a phone the menu can be opened with a button and closed with Escape, by keyboard alone', async () => {
    await visit('/events/', { viewport: { width: 390, height: 800 } }, async ({ page, faults }) => {
      expect(await page.isVisible('#menu')).toBe(false);
      await page.focus('.menu-open');
      await page.keyboard.press('Enter');
      expect(await page.isVisible('#menu a')).toBe(true);
      await page.keyboard.press('Tab');
      expect(await page.evaluate(() => document.activeElement?.closest('#menu')?.id)).toBe('menu');
      await page.keyboard.press('Escape');
      expect(await page.isVisible('#menu')).toBe(false);
      expect(await page.evaluate(() => document.activeElement?.className)).toBe('menu-open');
      expect(faults).toEqual([]);
    });
  });

  test('the menu also opens without JavaScript, and is always open on wide screens', async () => {
    await visit('/', { javaScriptEnabled: false, viewport: { width: 390, height: 800 } }, async ({ page }) => {
      await page.click('.menu-open');
      expect(await page.isVisible('#menu a')).toBe(true);
    });
    await visit('/', {}, async ({ page }) => {
      expect(await page.isVisible('#menu a')).toBe(true);
      expect(await page.isVisible('.menu-open')).toBe(false);
    });
  });

  test('nothing is animated with prefers-reduced-motion', async () => {
    const animations = ({ page }: Visit) => page.evaluate(() => document.getAnimations().length);
    await visit('/', { reducedMotion: 'reduce' }, async (there) => expect(await animations(there)).toBe(0));
    await visit('/', { reducedMotion: 'no-preference' }, async (there) => expect(await animations(there)).toBe(1));
  });

  test('with forced colours the dots of the weave use system colours', async () => {
    await visit('/', { forcedColors: 'active', colorScheme: 'dark' }, async ({ page }) => {
      const fill = await page.evaluate(() => getComputedStyle(document.querySelector('.weave circle') as Element).fill);
      const text = await page.evaluate(() => getComputedStyle(document.body).color);
      expect(fill).toBe(text);
    });
  });

  test('with prefers-contrast: more, muted text has full contrast', async () => {
    const soft = async (contrast: 'more' | 'no-preference') =>
      visit('/', { contrast }, async ({ page }) =>
        page.evaluate(() => [
          getComputedStyle(document.querySelector('.kicker') as Element).color,
          getComputedStyle(document.body).color,
        ]),
      );
    const [kicker, body] = await soft('more');
    expect(kicker).toBe(body);
    const [usual, ink] = await soft('no-preference');
    expect(usual).not.toBe(ink);
  });
});

describe.runIf(isThisEdition)('printed', () => {
  const visit = visiting('main');
  const pagesOf = (pdf: Buffer) => pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;

  test.each([
    '/host-cities/krakow/',
    '/pl/host-cities/krakow/',
    '/fr/host-cities/katowice/',
    '/fr/host-cities/krakow/',
  ])('%s fits on two sheets, with the addresses of its links', async (address) => {
    await visit(address, {}, async ({ page }) => {
      const sheets = pagesOf(await page.pdf({ format: 'A4', preferCSSPageSize: true }));
      expect(sheets).toBeGreaterThan(0);
      expect(sheets).toBeLessThanOrEqual(2);
      const sourcesShow = () => page.evaluate(() => document.querySelector('.sources li')?.checkVisibility());
      expect(await sourcesShow()).toBe(false);
      await page.emulateMedia({ media: 'print' });
      expect(await sourcesShow()).toBe(true);
      const after = await page.evaluate(
        () => getComputedStyle(document.querySelector('.prose p a[href^="/"]') as Element, '::after').content,
      );
      expect(after).toContain('/');
      expect(await page.isVisible('.site-head nav')).toBe(false);
    });
  });
});
