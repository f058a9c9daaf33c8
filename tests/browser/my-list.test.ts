import { readFileSync } from 'node:fs';
import ICAL from 'ical.js';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { shippedWords } from '../../src/model/read/shipped-words.ts';
import type { InterfaceWord } from '../../src/model/schema/interface-words.ts';
import { editionIn } from '../helpers/editions.ts';
import { visiting } from '../helpers/browser.ts';
import { isThisEdition } from '../helpers/this-edition.ts';
import { axe } from '../helpers/axe.ts';

const word = (key: InterfaceWord) => shippedWords('en')?.[key] ?? key;

const origin = (page: Page) => new URL(page.url()).origin;
const star = (id: string) => `[data-star="${id}"]`;
/** The text without its bidi isolates. */
const sentences = (page: Page, selector: string) =>
  page.$$eval(selector, (nodes) => nodes.map((node) => (node.textContent ?? '').replace(/[\u2068\u2069]/g, '')));
const pressed = (page: Page, id: string) => page.getAttribute(star(id), 'aria-pressed');
const listed = (page: Page) =>
  page.$$eval('[data-entry-id]:not([hidden])', (rows) => rows.map((row) => (row as HTMLElement).dataset['entryId']));
/** Stores ids as the star buttons would, and opens the list. */
async function withIds(page: Page, ids: string[], address = '/list/'): Promise<void> {
  await page.evaluate((list) => localStorage.setItem('list', JSON.stringify(list)), ids);
  await page.goto(origin(page) + address);
  await page.waitForSelector('[data-my-list]:not([hidden])');
}
/** Scripts that block storage, entirely or only for writing. */
const refusals = {
  'all access': () =>
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        throw new DOMException('refused', 'SecurityError');
      },
    }),
  'all writes': () => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  },
};

describe.runIf(isThisEdition)('star buttons', () => {
  const visit = visiting('main');

  test('keep an event after a reload, in lists, on its page, in every language and in another tab', async () => {
    await visit('/events/', {}, async ({ page, faults }) => {
      await page.click(star('events/electrokilar'));
      expect(await pressed(page, 'events/electrokilar')).toBe('true');
      expect(await pressed(page, 'events/days-of-bread')).toBe('false');
      await page.reload();
      await page.waitForSelector('[data-my-list-ready]');
      expect(await pressed(page, 'events/electrokilar')).toBe('true');
      expect(await page.textContent('[data-count]')).toBe('(1)');

      const tab = await page.context().newPage();
      await tab.goto(`${origin(page)}/pl/events/electrokilar/`);
      await tab.waitForSelector(`${star('events/electrokilar')}[aria-pressed=true]`);
      await tab.click(star('events/electrokilar'));
      await page.waitForSelector(`${star('events/electrokilar')}[aria-pressed=false]`);
      expect(await page.textContent('[data-count]')).toBe('');
      expect(faults).toEqual([]);
    });
  });

  test('have a name, a large enough target and a visible focus, and cause no layout shift when they appear', async () => {
    await visit('/events/', { viewport: { width: 390, height: 800 } }, async ({ page }) => {
      await page.waitForSelector('[data-my-list-ready]');
      const button = page.getByRole('button', { name: /Add ElectroKilar.* to my list/ });
      const box = await button.boundingBox();
      expect(box?.width).toBeGreaterThanOrEqual(24);
      expect(box?.height).toBeGreaterThanOrEqual(24);
      await button.focus();
      await page.keyboard.press('Space');
      expect(await button.getAttribute('aria-pressed')).toBe('true');
      expect(await button.evaluate((node) => getComputedStyle(node).outlineStyle)).not.toBe('none');
      const height = () => page.evaluate(() => document.documentElement.scrollHeight);
      const after = await height();
      await page.evaluate(() => delete document.documentElement.dataset['myListReady']);
      expect(await button.isVisible()).toBe(false);
      expect(await height()).toBe(after);
    });
  });

  test.each(Object.entries(refusals))(
    'work until the page is closed if the browser blocks %s, and say so once',
    async (_, refuse) => {
      await visit('/', {}, async ({ page, faults }) => {
        await page.addInitScript(refuse);
        await page.goto(`${origin(page)}/events/`);
        await page.waitForSelector('[data-my-list-ready]');
        const said = page.getByText('Your browser blocks storage');
        await page.click(star('events/electrokilar'));
        expect(await said.count()).toBe(1);
        await page.click(star('events/days-of-bread'));
        expect(await pressed(page, 'events/electrokilar')).toBe('true');
        expect(await pressed(page, 'events/days-of-bread')).toBe('true');
        await page.click(star('events/days-of-bread'));
        expect(await pressed(page, 'events/days-of-bread')).toBe('false');
        expect(await said.count()).toBe(0);
        expect(faults).toEqual([]);
      });
    },
  );

  test('without JavaScript there are no star buttons, and the list says what works instead', async () => {
    await visit('/events/', { javaScriptEnabled: false }, async ({ page }) => {
      for (const address of ['/events/', '/events/electrokilar/', '/programme/', '/host-cities/katowice/']) {
        await page.goto(origin(page) + address);
        expect(await page.locator('.star-button').count(), address).toBeGreaterThan(0);
        for (const part of await page.locator('.star-button, .my-list-link').all())
          expect(await part.isVisible(), address).toBe(false);
      }
      await page.goto(`${origin(page)}/list/`);
      expect(await page.getByText('The list needs JavaScript').isVisible()).toBe(true);
      await page.click('.calendar-links summary');
      expect(await page.isVisible('.calendar-links a[href="/calendar.ics"]')).toBe(true);
      expect(await page.isVisible('[data-my-list]')).toBe(false);
      expect(await page.locator('button:visible, dialog:visible').count()).toBe(0);
    });
  });

  test('when its script never loads, the list says so after a while', async () => {
    await visit('/', {}, async ({ page }) => {
      await page.route('**/_astro/stars-*', (route) => route.abort());
      await page.goto(`${origin(page)}/list/`);
      expect(await page.getByText('The list needs JavaScript').isVisible()).toBe(false);
      await page.getByText('The list needs JavaScript').waitFor({ state: 'visible' });
    });
  });
});

describe('the list', () => {
  const visit = visiting('trio');

  test('replaces its placeholder without layout shift, however late its scripts arrive', async () => {
    await visit('/list/', { viewport: { width: 412, height: 823 } }, async ({ page }) => {
      await page.route('**/*.js', async (route) => {
        await new Promise((late) => setTimeout(late, 300));
        await route.continue();
      });
      // The layout shift caused by web fonts depends on the machine, not on the list.
      await page.route('**/fonts/**', (route) => route.abort());
      await page.addInitScript(() => {
        (globalThis as { moved?: number }).moved = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries())
            (globalThis as unknown as { moved: number }).moved += (entry as unknown as { value: number }).value;
        }).observe({ type: 'layout-shift', buffered: true });
      });
      await page.reload();
      await page.waitForSelector('[data-my-list]:not([hidden])');
      await page.waitForTimeout(100);
      expect(await page.evaluate(() => (globalThis as { moved?: number }).moved)).toBe(0);
    });
  });

  test('shows its entries by day; removing one and emptying the list can be undone', async () => {
    await visit('/', {}, async ({ page, faults }) => {
      await withIds(page, ['events/lantern', 'programme/open-still', 'events/panel-market', 'events/gone']);
      expect(await listed(page)).toEqual(['events/panel-market', 'events/lantern', 'programme/open-still']);
      expect(await page.locator('[data-group]:visible h2').allTextContents()).toEqual([
        'Over several days',
        'Wednesday 2 March',
        'Thursday 3 March',
      ]);
      await page.getByRole('button', { name: 'Remove Night of Lanterns' }).click();
      expect(await listed(page)).toEqual(['events/panel-market', 'programme/open-still']);
      expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(
        'Remove The open still',
      );
      await page.click('[data-undo]');
      expect(await listed(page)).toHaveLength(3);
      await page.click('[data-clear]');
      expect(await listed(page)).toEqual([]);
      expect(await page.isVisible('[data-empty]')).toBe(true);
      expect(await page.isVisible('[data-tools]')).toBe(false);
      await page.click('[data-undo]');
      await page.reload();
      await page.waitForSelector('[data-my-list]:not([hidden])');
      expect(await listed(page)).toHaveLength(3);
      expect(faults).toEqual([]);
    });
  });

  test('recognises an entry by its old address: in storage, on the star, in the count and in a link', async () => {
    await visit('/', {}, async ({ page }) => {
      await page.evaluate(() => localStorage.setItem('list', '["events/lamp-night","programme/gone"]'));
      await page.goto(`${origin(page)}/events/lantern/`);
      await page.waitForSelector(`${star('events/lantern')}[aria-pressed=true]`);
      expect(await page.textContent('[data-count]')).toBe('(1)');
      expect(await page.evaluate(() => localStorage.getItem('list'))).toBe('["events/lantern"]');
      await page.goto(`${origin(page)}/list/#v1/events/lamp-night`);
      await page.getByText(word('list.same')).waitFor();
      expect(await listed(page)).toEqual(['events/lantern']);
    });
  });

  test('undoes only its own change, not what another tab has changed since', async () => {
    await visit('/', {}, async ({ page }) => {
      await withIds(page, ['events/lantern', 'programme/open-still']);
      await page.getByRole('button', { name: 'Remove Night of Lanterns' }).click();
      const tab = await page.context().newPage();
      await tab.goto(`${origin(page)}/events/`);
      await tab.waitForSelector('[data-my-list-ready]');
      await tab.click(star('events/panel-market'));
      await expect.poll(() => listed(page)).toEqual(['events/panel-market', 'programme/open-still']);
      await page.click('[data-undo]');
      expect(await listed(page)).toEqual(['events/panel-market', 'events/lantern', 'programme/open-still']);
    });
  });

  test('works in a right-to-left language', async () => {
    await visit('/', {}, async ({ page }) => {
      await withIds(page, ['events/lantern'], '/ar/list/');
      expect(await page.getAttribute('html', 'dir')).toBe('rtl');
      expect(await page.textContent('[data-entry-id="events/lantern"] a')).toBe('ليلة الفوانيس');
    });
  });

  test('can be sent as a link to another browser, which asks before it adds or replaces', async () => {
    const link = await visit('/', {}, async ({ page }) => {
      await withIds(page, ['events/lantern', 'programme/open-still']);
      return page.inputValue('[data-link]');
    });
    const { hash } = new URL(link);
    expect(hash).toBe('#v1/events/lantern/programme/open-still');

    await visit(`/list/${hash}`, {}, async ({ page, faults }) => {
      await page.waitForSelector('dialog[open]');
      expect(await sentences(page, '[data-offered]')).toEqual(['This link contains a list of 2 entries.']);
      expect(await page.isVisible('[data-replace]')).toBe(false);
      expect(await page.evaluate(() => localStorage.getItem('list'))).toBeNull();
      expect(page.url()).not.toContain('#');
      await page.click('button[value=add]');
      await expect.poll(() => listed(page)).toEqual(['events/lantern', 'programme/open-still']);
      await page.reload();
      await page.waitForSelector('[data-tools]:not([hidden])');
      expect(await listed(page)).toHaveLength(2);
      expect(await page.locator('dialog[open]').count()).toBe(0);
      expect(faults).toEqual([]);
    });

    const receive = (answer: string) =>
      visit('/', {}, async ({ page }) => {
        await withIds(page, ['events/panel-market']);
        await page.goto(`${origin(page)}/list/${hash}`);
        await page.waitForSelector('dialog[open]');
        if (answer === 'Escape') await page.keyboard.press('Escape');
        else await page.click(`button[value=${answer}]`);
        // The dialog's close event comes a moment later; a reload shows what was stored.
        await page.waitForSelector('dialog:not([open])', { state: 'attached' });
        await page.reload();
        await page.waitForSelector('[data-tools]:not([hidden])');
        return listed(page);
      });
    expect(await receive('add')).toEqual(['events/panel-market', 'events/lantern', 'programme/open-still']);
    expect(await receive('replace')).toEqual(['events/lantern', 'programme/open-still']);
    expect(await receive('leave')).toEqual(['events/panel-market']);
    expect(await receive('Escape')).toEqual(['events/panel-market']);
  });

  test('says how many entries from a link aren’t in the programme, and if all are on the list already', async () => {
    await visit('/list/#v1/events/gone,lantern', {}, async ({ page }) => {
      await page.waitForSelector('dialog[open]');
      expect(await sentences(page, '[data-offered]')).toEqual([
        'This link contains a list of 1 entry. 1 entry from this link isn’t in this programme.',
      ]);
      await page.click('button[value=add]');
      await expect.poll(() => listed(page)).toEqual(['events/lantern']);
      await page.evaluate(() => (location.hash = '#v1/events/lantern'));
      await page.getByText(word('list.same')).waitFor();
    });
  });

  test.each([
    '#v1/events/lantern,',
    '#v9/events/lantern',
    '#<img src=x onerror="document.title=1">',
    '#v1/events/%3Cimg%20src=x%20onerror=%22document.title=1%22%3E',
    '#v1/events/javascript:document.title=1',
    '#%E0%A4%A',
    `#v1/events/${'a'.repeat(50_000)}!`,
  ])('says that %s can’t be read, and runs nothing', async (fragment) => {
    await visit('/', {}, async ({ page, faults }) => {
      await withIds(page, ['events/panel-market']);
      const title = await page.title();
      await page.goto(`${origin(page)}/list/`);
      await page.goto(`${origin(page)}/list/${fragment}`);
      await page.reload();
      await page.evaluate((hash) => (location.hash = hash), fragment);
      await page.getByText(word('list.broken')).waitFor();
      expect(await page.textContent('[data-said]')).toBe(word('list.broken'));
      expect(await page.locator('dialog[open]').count()).toBe(0);
      expect(await page.locator('[data-my-list] img, [data-my-list] script').count()).toBe(0);
      expect(await page.title()).toBe(title);
      expect(await listed(page)).toEqual(['events/panel-market']);
      expect(faults).toEqual([]);
    });
  });

  test('offers a calendar file with the dated entries, in the page’s language', async () => {
    await visit('/', {}, async ({ page, faults }) => {
      await withIds(page, ['events/lantern', 'programme/open-still'], '/ar/list/');
      const waiting = page.waitForEvent('download');
      await page.click('[data-save]');
      const download = await waiting;
      expect(download.suggestedFilename()).toBe('list.ics');
      const calendar = new ICAL.Component(ICAL.parse(readFileSync(await download.path(), 'utf8')) as unknown[]);
      const events = calendar.getAllSubcomponents('vevent');
      expect(events.map((event) => event.getFirstPropertyValue('summary'))).toEqual([
        'ليلة الفوانيس',
        'The open still',
      ]);
      expect(calendar.getFirstSubcomponent('vtimezone')?.getFirstPropertyValue('tzid')).toBe(
        editionIn('tests/editions/trio').site.timeZone,
      );
      expect(faults).toEqual([]);
    });
  });

  test('says when its calendar can’t be fetched', async () => {
    await visit('/', {}, async ({ page }) => {
      await withIds(page, ['events/lantern']);
      await page.route('**/calendar.ics', (route) => route.abort());
      await page.click('[data-save]');
      await page.getByText(word('list.failed')).waitFor();
    });
  });

  test('warns of overlaps, and of transfers that take longer than the gap between entries', async () => {
    await visit('/', {}, async ({ page }) => {
      await withIds(page, ['programme/opening-round', 'programme/ink-hour', 'events/lantern', 'events/panel-market']);
      expect(await sentences(page, '[data-clash-list] li')).toEqual([
        'Between Opening round and The ink hour there is less time than the journey from Tizrouane to Bir Salwan takes (118 minutes).',
      ]);
      await withIds(page, ['programme/ink-hour', 'programme/paper-talk']);
      expect(await sentences(page, '[data-clash-list] li')).toEqual(['The ink hour and A talk on paper overlap.']);
      await page.getByRole('button', { name: 'Remove A talk on paper' }).click();
      expect(await page.isVisible('[data-clashes]')).toBe(false);
    });
  });

  test.each(Object.entries(refusals))(
    'lasts until the page is closed if the browser blocks %s, and accepts a link',
    async (_, refuse) => {
      await visit('/', {}, async ({ page, faults }) => {
        await page.addInitScript(refuse);
        await page.goto(`${origin(page)}/list/#v1/events/lantern/programme/open-still`);
        await page.click('button[value=add]');
        expect(await listed(page)).toEqual(['events/lantern', 'programme/open-still']);
        await page.getByRole('button', { name: 'Remove Night of Lanterns' }).click();
        expect(await listed(page)).toEqual(['programme/open-still']);
        expect(faults).toEqual([]);
      });
    },
  );

  test('has no buttons when printed', async () => {
    await visit('/', {}, async ({ page }) => {
      await withIds(page, ['events/lantern']);
      await page.emulateMedia({ media: 'print' });
      expect(await page.isVisible('[data-entry-id="events/lantern"]')).toBe(true);
      expect(await page.locator('main button:visible, main input:visible').count()).toBe(0);
    });
  });

  test.each([
    ['light', 1280, '/list/'],
    ['dark', 320, '/list/'],
    ['light', 320, '/ar/list/'],
  ] as const)(
    'passes axe and does not scroll sideways when filled: %s, %i px, %s',
    async (colorScheme, width, address) => {
      await visit('/', { colorScheme, viewport: { width, height: 800 } }, async (there) => {
        const { page } = there;
        await withIds(
          page,
          ['programme/opening-round', 'programme/ink-hour', 'programme/paper-talk', 'events/panel-market'],
          address,
        );
        expect(await axe(there)).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
        await page.locator('[data-remove]:visible').first().click();
        expect(await axe(there)).toEqual([]);
        await page.evaluate(() => (location.hash = '#v1/events/lantern'));
        await page.waitForSelector('dialog[open]');
        expect(await axe(there)).toEqual([]);
      });
    },
  );
});
