import { describe, expect, test } from 'vitest';
import { visiting } from '../helpers/browser.ts';

const visit = visiting('main');
const results = '[data-search-results] a';

describe('search', () => {
  test.each([
    ['/', 'bread', '/events/days-of-bread/'],
    ['/pl/', 'chleb', '/pl/events/days-of-bread/'],
    ['/fr/', 'pain', '/fr/events/days-of-bread/'],
  ])('on %s "%s" finds %s first', async (address, query, expected) => {
    await visit(address, {}, async ({ page, faults }) => {
      await page.click('[data-search-open]');
      await page.fill('dialog input', query);
      await page.waitForSelector(results);
      expect(new URL((await page.getAttribute(results, 'href')) ?? '', page.url()).pathname).toBe(expected);
      expect(await page.textContent('[role=status]')).toMatch(/\d/);
      const meta = await page.textContent('[data-search-results] .meta');
      expect(meta?.split(' · ').length).toBe(2);
      expect(faults).toEqual([]);
    });
  });

  test.each(['/', 'Control+k', 'Meta+k'])(
    'the key %s opens it, Escape closes it and gives the focus back',
    async (key) => {
      await visit('/pl/about/', {}, async ({ page }) => {
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

  test('a slash that is typed into a field stays a slash', async () => {
    await visit('/search/', {}, async ({ page }) => {
      await page.focus('#q');
      await page.keyboard.type('a/b');
      expect(await page.inputValue('#q')).toBe('a/b');
    });
  });

  test('nothing of it is loaded before it is asked for', async () => {
    await visit('/', {}, async ({ page }) => {
      const loaded: string[] = [];
      page.on('request', (request) => loaded.push(new URL(request.url()).pathname));
      await page.reload({ waitUntil: 'networkidle' });
      expect(loaded.filter((path) => /\.js$|pagefind/.test(path))).toEqual([]);
      expect(loaded).toContain('/');
    });
  });

  test('an address with a question answers it and can be shared', async () => {
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

  test('what nobody wrote finds nothing, and the box says what to do', async () => {
    await visit('/search/?q=ňňň', {}, async ({ page }) => {
      await page.waitForFunction(() => (document.querySelector('[role=status]')?.textContent ?? '') !== '');
      expect(await page.locator(results).count()).toBe(0);
      expect(await page.textContent('[role=status]')).toContain('A to Z');
    });
  });

  test('hostile questions are shown as text', async () => {
    await visit(`/search/?q=${encodeURIComponent('"><img src=x onerror=alert(1)>')}`, {}, async ({ page, faults }) => {
      await page.waitForFunction(() => (document.querySelector('[role=status]')?.textContent ?? '') !== '');
      expect(await page.locator('img').count()).toBe(0);
      expect(faults).toEqual([]);
    });
  });

  test('when the engine can’t be loaded, one plain sentence says so', async () => {
    await visit('/', {}, async ({ page }) => {
      await page.route('**/pagefind/**', (route) => route.abort());
      await page.click('[data-search-open]');
      await page.fill('dialog input', 'bread');
      await page.waitForFunction(() =>
        /couldn’t be loaded/.test(document.querySelector('[role=status]')?.textContent ?? ''),
      );
    });
  });

  test('without JavaScript the button leads to an index of everything', async () => {
    await visit('/pl/', { javaScriptEnabled: false }, async ({ page }) => {
      await page.click('[data-search-open]');
      expect(new URL(page.url()).pathname).toBe('/pl/search/');
      expect(await page.locator('[data-site-index] a').count()).toBeGreaterThan(50);
    });
  });
});
