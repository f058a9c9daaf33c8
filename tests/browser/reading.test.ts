import { describe, expect, test } from 'vitest';
import { axe } from '../helpers/axe.ts';
import { visiting, type Visit } from '../helpers/browser.ts';
import { examples, isThisEdition, languages, prefixes, second, third } from '../helpers/this-edition.ts';

const sideways = ({ page }: Visit) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** A page of each kind. */
const kinds = [
  '/',
  '/about/',
  '/programme/',
  ...examples('sessions', 'opening-ceremony'),
  '/events/',
  ...examples('events', 'electrokilar', 'reporters-debate'),
  '/host-cities/',
  ...examples('host-cities', 'katowice'),
  '/past-hosts/',
  ...examples('past-hosts', 'istanbul-2023'),
  '/fields/',
  ...examples('fields', 'design'),
  '/network/',
  '/venues/',
  ...examples('venues', 'nospr'),
  '/sources/',
  '/search/',
  '/list/',
  '/translations/',
  ...examples('pages', 'visit'),
  '/nowhere/',
];

describe('reading', () => {
  const visit = visiting('main');

  describe.each([
    ['light', 1280, ''],
    ['dark', 390, second],
    ['light', 390, third],
    ...prefixes.slice(3).map((prefix) => ['light', 390, prefix] as const),
  ] as const)('%s, %i px, at %s/', (colorScheme, width, prefix) => {
    test.each(kinds)('%s passes axe, loads nothing from other hosts and violates no policy', async (address) => {
      await visit(prefix + address, { colorScheme, viewport: { width, height: 800 } }, async (there) => {
        expect(await axe(there)).toEqual([]);
        expect(there.faults.filter((fault) => !(address === '/nowhere/' && fault.includes('404')))).toEqual([]);
      });
    });
  });

  test.runIf(languages.length > 1)('the language switch goes to the same page and back', async () => {
    const [lang, other] = languages;
    const [address = '/about/'] = examples('events', 'electrokilar');
    await visit(address, {}, async ({ page }) => {
      await page.click(`.languages a[hreflang=${other}]`);
      expect(new URL(page.url()).pathname).toBe(second + address);
      expect(await page.getAttribute('html', 'lang')).toBe(other);
      await page.click(`.languages a[hreflang=${lang}]`);
      expect(new URL(page.url()).pathname).toBe(address);
    });
  });

  test.runIf(isThisEdition)(
    'on a wide screen each note is beside its line, between the text and the facts',
    async () => {
      const boxes = () => {
        const box = (element: Element) => element.getBoundingClientRect();
        const notes = [...document.querySelectorAll('.side-note')].filter((note) => box(note).width > 0);
        return {
          notes: notes.map(box).map(({ left, right, top, bottom }) => ({ left, right, top, bottom })),
          lines: notes.map((note) => box(note.previousElementSibling as Element).top),
          text: box(document.querySelector('.prose') as Element).right,
          facts: box(document.querySelector('.margin') as Element).left,
        };
      };
      await visit('/about/', { viewport: { width: 1280, height: 800 } }, async ({ page }) => {
        const { notes, lines, text, facts } = await page.evaluate(boxes);
        expect(notes.length).toBeGreaterThan(0);
        notes.forEach((note, index) => {
          const above = notes[index - 1]?.bottom ?? 0;
          expect(note.left).toBeGreaterThanOrEqual(text);
          expect(note.right).toBeLessThanOrEqual(facts);
          expect(note.top).toBeGreaterThanOrEqual(above);
          // Pushed down only by the note above.
          if ((lines[index] as number) > above) expect(Math.abs(note.top - (lines[index] as number))).toBeLessThan(40);
        });
      });
      await visit('/about/', { viewport: { width: 1000, height: 800 } }, async ({ page }) => {
        expect((await page.evaluate(boxes)).notes).toEqual([]);
      });
    },
  );

  test('by keyboard: the first link leads to the text, and the focus is always visible', async () => {
    await visit('/', {}, async ({ page }) => {
      await page.keyboard.press('Tab');
      expect(await page.evaluate(() => document.activeElement?.className)).toBe('skip');
      await page.keyboard.press('Enter');
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
      const stops = await page.locator('a, button, input').count();
      for (let stop = 0; stop < Math.min(stops, 40); stop += 1) {
        await page.keyboard.press('Tab');
        const outline = await page.evaluate(() => {
          const active = document.activeElement;
          return active && active !== document.body ? getComputedStyle(active).outlineStyle : 'end';
        });
        expect(outline, `stop ${stop}`).not.toBe('none');
      }
    });
  });

  test('the chosen theme also applies on the next page, before its first paint', async () => {
    await visit('/', { colorScheme: 'light' }, async ({ page }) => {
      const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
      const light = await paper();
      await page.check('input[value=dark]');
      const dark = await paper();
      expect(dark).not.toBe(light);
      await page.click('.menu a');
      expect(await paper()).toBe(dark);
      expect(await page.isChecked('input[value=dark]')).toBe(true);
      await page.check('input[value=auto]');
      expect(await paper()).toBe(light);
    });
  });

  test('the page works when storage is blocked', async () => {
    await visit('/', {}, async ({ page, faults }) => {
      await page.addInitScript(() =>
        Object.defineProperty(window, 'localStorage', {
          get: () => {
            throw new DOMException('refused', 'SecurityError');
          },
        }),
      );
      await page.reload();
      await page.check('input[value=dark]');
      await page.keyboard.press('/');
      await page.waitForSelector('dialog[open]');
      expect(faults).toEqual([]);
    });
  });

  test('without JavaScript, nothing is shown that needs it', async () => {
    await visit('/', { javaScriptEnabled: false }, async ({ page }) => {
      expect(await page.isVisible('.theme')).toBe(false);
      expect(await page.isVisible('h1')).toBe(true);
    });
  });
});

describe('the right-to-left edition', () => {
  const visit = visiting('trio');

  test.each(['/ar/', '/ar/about/', '/ar/programme/', '/ar/network/', '/ar/past-hosts/'])(
    '%s passes axe and does not scroll sideways',
    async (address) => {
      await visit(address, { viewport: { width: 320, height: 700 } }, async (there) => {
        expect(await axe(there)).toEqual([]);
        expect(await sideways(there)).toBeLessThanOrEqual(0);
        expect(await there.page.evaluate(() => getComputedStyle(document.body).direction)).toBe('rtl');
      });
    },
  );

  test('an untranslated page says so, and links to the original', async () => {
    await visit('/ar/fields/', {}, async ({ page }) => {
      await page.click('main h2 a');
      expect(await page.isVisible('[data-fallback]')).toBe(true);
      await page.click('[data-fallback] a');
      expect(await page.getAttribute('html', 'lang')).toBe('en');
    });
  });
});
