import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { visiting, type Visit } from '../helpers/browser.ts';
import { examples, least, isThisEdition, prefixes } from '../helpers/this-edition.ts';

/** Names on a map that overlap or extend beyond it when a browser renders them. */
const badlyPlaced = ({ page }: Visit, selector: string) =>
  page.evaluate((chosen) => {
    const bad: string[] = [];
    let seen = 0;
    for (const panel of document.querySelectorAll('.map-panel')) {
      const edge = panel.getBoundingClientRect();
      const texts = [...panel.querySelectorAll(chosen)].filter(
        (text) => text.getClientRects().length > 0 && getComputedStyle(text).visibility === 'visible',
      );
      seen += texts.length;
      texts.forEach((text, index) => {
        const a = text.getBoundingClientRect();
        if (a.left < edge.left - 1 || a.right > edge.right + 1 || a.bottom > edge.bottom + 2)
          bad.push(`${text.textContent} extends beyond the map`);
        for (const other of texts.slice(index + 1)) {
          const b = other.getBoundingClientRect();
          // Text boxes have some space above and below the letters.
          const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
          const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
          if (across > 1 && down > 4) bad.push(`${text.textContent} overlaps ${other.textContent}`);
        }
      });
    }
    return { bad, seen };
  }, selector);

describe.each([...prefixes.map((prefix) => ['main', prefix] as const), ['trio', '/ar']] as const)(
  'names on the maps of %s%s',
  (name, prefix) => {
    const visit = visiting(name);

    test.each([320, 390, 600, 1024, 1440])('don’t overlap at %i px', async (width) => {
      for (const [address, selector] of [
        ['/past-hosts/', '.stop text'],
        ['/host-cities/', '.stop text, .distance text'],
      ] as const)
        await visit(`${prefix}${address}`, { viewport: { width, height: 800 } }, async (there) => {
          const { bad, seen } = await badlyPlaced(there, selector);
          expect(bad, address).toEqual([]);
          expect(seen, address).toBeGreaterThanOrEqual(least(3, name));
        });
    });
  },
);

describe('choosing a field', () => {
  const hasCities = existsSync('content/member-cities.csv');
  const visit = visiting('main');

  test.runIf(isThisEdition)(
    'shows the names of its cities and fades the others, by keyboard and without scripts',
    async () => {
      await visit('/network/', { javaScriptEnabled: false }, async ({ page }) => {
        const shown = () => page.locator('.names text:visible').count();
        expect(await shown()).toBe(0);
        // The list of countries isn't part of the map, so it stays visible.
        expect(await page.isVisible('[aria-labelledby=by-country] li')).toBe(true);
        await page.focus('.map-key input:checked');
        await page.keyboard.press('ArrowDown');
        expect(await shown()).toBeGreaterThan(5);
        const opacity = (field: number) =>
          page
            .locator(`.map-panel g.f${field}`)
            .first()
            .evaluate((group) => Number(getComputedStyle(group).opacity));
        expect(await opacity(1)).toBe(1);
        expect(await opacity(2)).toBeLessThan(0.3);
      });
    },
  );

  test.runIf(hasCities).each([390, 1280])('names don’t overlap at %i px, whichever field is chosen', async (width) => {
    await visit('/network/', { viewport: { width, height: 900 } }, async (there) => {
      const inputs = there.page.locator('.map-key input');
      for (let field = 1; field < (await inputs.count()); field += 1) {
        await inputs.nth(field).check();
        const { bad, seen } = await badlyPlaced(there, '.name text, .host text');
        expect(bad).toEqual([]);
        expect(seen).toBeGreaterThan(least(4));
      }
    });
  });

  test.runIf(examples('past-hosts', 'istanbul-2023').length > 0)(
    'a meeting on the map can be reached by keyboard, and has a visible focus',
    async () => {
      await visit('/past-hosts/', {}, async ({ page }) => {
        await page.focus('.route-map a');
        await page.keyboard.press('Tab');
        const focus = await page.evaluate(() => {
          const active = document.activeElement as Element;
          return { label: active.getAttribute('aria-label'), outline: getComputedStyle(active).outlineStyle };
        });
        expect(focus.label).toMatch(/\d{4}/);
        expect(focus.outline).not.toBe('none');
        await page.keyboard.press('Enter');
        await page.waitForURL(/past-hosts\/[^/]+\/$/);
      });
    },
  );

  test('at twice the text size, names that would overlap are shown only in the list', async () => {
    await visit('/past-hosts/', { viewport: { width: 390, height: 800 } }, async (there) => {
      await there.page.evaluate(() => (document.documentElement.style.fontSize = '32px'));
      expect((await badlyPlaced(there, '.stop text')).bad).toEqual([]);
    });
  });
});
