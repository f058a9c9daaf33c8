import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { visiting } from '../helpers/browser.ts';
import { built, buildSite } from '../helpers/build.ts';
import { isThisEdition } from '../helpers/this-edition.ts';
import { pagesIn } from '../helpers/pages.ts';

const scheduleChanges = {
  'events/days-of-bread': 'status: "cancelled"',
  'sessions/stasiuk-haydamaky-concert': 'status: "postponed"',
  'events/electrokilar': 'previously: "2018-06-14 20:00"',
};

/** The project's edition, also built as of two earlier dates; the May build has schedule changes. */
beforeAll(async () => {
  if (!isThisEdition) return;
  const content = 'tests/.built/editions/schedule-changes';
  rmSync(content, { recursive: true, force: true });
  cpSync('content', content, { recursive: true });
  for (const [file, line] of Object.entries(scheduleChanges)) {
    const path = join(content, `${file}.en.md`);
    writeFileSync(path, readFileSync(path, 'utf8').replace('\n---\n', `\n${line}\n---\n`));
  }
  await buildSite('may', { SITE_DATE: '2018-05-01', CONTENT_DIR: content });
  await buildSite('eve', { SITE_DATE: '2018-06-13T20:00' });
}, 600_000);

const pageOf = (name: string, address: string) => {
  const page = pagesIn(built(name)).find((one) => one.address === address);
  if (!page) throw new Error(`the build “${name}” has no page at ${address}`);
  return page.document;
};
const normalized = (text: string | null | undefined) => (text ?? '').replace(/\s+/g, ' ').trim();
const status = (document: Document) => normalized(document.querySelector('.phase')?.textContent);
/** The visible scheduled items: state and title. */
const shown = (document: Document) =>
  [...document.querySelectorAll('.now-and-next li:not([hidden])')].map((item) => [
    item.getAttribute('data-state'),
    normalized(item.querySelector('h3')?.textContent),
  ]);
const collapsed = (document: Document) =>
  [...document.querySelectorAll('details[data-day]:not([open])')].map((day) => day.getAttribute('data-day'));

/** The parts of the phase section on the home page, in order. */
const parts = (document: Document) =>
  [...document.querySelectorAll('.meeting-status > :is(.calendar-links, .now-and-next, .after-meeting)')].map(
    ({ className }) => className,
  );

test.runIf(isThisEdition)(
  'home offers the calendar first while there are upcoming items, and not when everything is over',
  () => {
    expect(parts(pageOf('may', '/'))).toEqual(['calendar-links', 'now-and-next']);
    expect(parts(pageOf('main', '/'))).toEqual(['after-meeting']);
  },
);

describe.runIf(isThisEdition).each(['/', '/programme/'])('%s by build time', (address) => {
  test('before the meeting it shows the number of days left and upcoming items', () => {
    const document = pageOf('may', address);
    expect(status(document)).toBe('42 days to go');
    expect(normalized(document.querySelector('.now-and-next h2 :not([hidden])')?.textContent)).toBe('Coming up');
    expect(shown(document)).toEqual([
      ['next', 'Miłosz Festival'],
      ['next', 'Wisława Szymborska Award gala'],
      ['next', 'Meet the Szymborska Award laureate'],
    ]);
    expect(collapsed(document)).toEqual([]);
    expect(document.querySelector('.after-meeting')).toBeNull();
  });

  test('during the meeting it shows current and next items; past days are collapsed, and today is marked', () => {
    const document = pageOf('eve', address);
    expect(status(document)).toBe('On now');
    expect(shown(document)).toEqual([
      ['now', 'Meetings of the creative fields'],
      ['now', 'Mayor’s reception and tartan show'],
      ['next', 'ElectroKilar concert'],
      ['next', 'Final day of the Annual Meeting'],
      ['next', 'Creative Cities and Industries Conference'],
    ]);
    if (address === '/programme/') {
      expect(collapsed(document)).toEqual(
        [7, 8, 9, 10, 11, 12].map((day) => `2018-06-${String(day).padStart(2, '0')}`),
      );
      expect(document.querySelectorAll('details[data-day][open]')).toHaveLength(4);
      expect(document.querySelector('[aria-current=date]')?.getAttribute('href')).toBe('#d2018-06-13');
    }
  });

  test('after the meeting it links to its results and the next host; nothing is collapsed and no clock loads', () => {
    const document = pageOf('main', address);
    expect(status(document)).toBe('Held on 12–15 June 2018');
    expect([...document.querySelectorAll('.after-meeting a')].map((link) => link.getAttribute('href'))).toEqual([
      ...(address === '/' ? ['/programme/'] : []),
      '/about/',
      '/past-hosts/fabriano-2019/',
    ]);
    const outcomes = [...document.querySelectorAll('.after-meeting li li')].map(({ textContent }) => textContent);
    expect(outcomes).toHaveLength(address === '/' ? 3 : 0);
    if (address === '/') expect(outcomes[0]).toContain('Declaration');
    expect(document.querySelectorAll('.now-and-next, details[data-day], script[src]')).toHaveLength(0);
  });
});

describe.runIf(isThisEdition)('by the reader’s clock', () => {
  const eve = visiting('eve');
  const may = visiting('may');
  const statusOf = (page: Page) => page.innerText('.phase');
  const scheduled = (page: Page) =>
    page
      .locator('.now-and-next li:visible')
      .evaluateAll((items) => items.map((item) => (item as HTMLElement).innerText.split('\n')));
  const warsaw = { timezoneId: 'Europe/Warsaw' };

  test.each(['/', '/programme/', '/pl/', '/fr/programme/'])(
    '%s, built the day before, shows at 21:05 what started at 21:00',
    async (address) => {
      await eve(address, { ...warsaw, now: '2018-06-14T21:05:00+02:00' }, async ({ page, faults }) => {
        await expect.poll(async () => (await scheduled(page))[0]?.join(' ')).toMatch(/ElectroKilar/);
        const [first = []] = await scheduled(page);
        expect(normalized(first[0])).toMatch(/^(Now started at|Teraz początek o|Maintenant commencé à) 21:00$/);
        expect(faults).toEqual([]);
      });
      await eve(address, { ...warsaw, now: '2018-06-14T20:55:00+02:00' }, async ({ page }) => {
        await expect.poll(async () => (await scheduled(page))[0]?.join(' ')).toMatch(/ElectroKilar/);
        expect((await scheduled(page))[0]?.[0]).not.toMatch(/Now|Teraz|Maintenant/);
      });
    },
  );

  test('days to go, collapsed days and the current day are updated; years later the meeting is over', async () => {
    await may('/programme/', { ...warsaw, now: '2018-06-11T10:00:00+02:00' }, async ({ page }) => {
      await expect.poll(() => statusOf(page)).toBe('1 day to go');
      expect((await scheduled(page))[0]?.[0]).toBe('Now until 12:30');
    });
    await may('/pl/', { ...warsaw, now: '2018-06-10T10:00:00+02:00' }, async ({ page }) => {
      await expect.poll(() => statusOf(page)).toBe('Zostały 2 dni');
    });
    await may('/', { ...warsaw, now: '2018-06-12T08:00:00+02:00' }, async ({ page }) => {
      await expect.poll(() => statusOf(page)).toBe('On now');
      expect(await page.innerText('.now-and-next h2')).toBe('Now and next');
    });
    await eve('/programme/', { ...warsaw, now: '2018-06-15T10:00:00+02:00' }, async ({ page }) => {
      await expect.poll(() => page.locator('details[data-day][open]').count()).toBe(2);
      expect(await page.getAttribute('[aria-current=date]', 'href')).toBe('#d2018-06-15');
    });
    await eve('/programme/', { ...warsaw, now: '2019-01-01T10:00:00+01:00' }, async ({ page }) => {
      await expect.poll(() => statusOf(page)).toBe('Held on 12–15 June 2018');
      expect(await scheduled(page)).toEqual([]);
      expect(await page.locator('details[data-day]:not([open])').count()).toBe(0);
    });
  });

  test('cancelled or postponed events are marked and never “on now”; a moved event is “on now” at its new time', async () => {
    await may('/programme/', { ...warsaw, now: '2018-06-08T20:30:00+02:00' }, async ({ page }) => {
      await expect.poll(async () => (await scheduled(page)).flat()).toContain('Miłosz Festival');
      expect((await scheduled(page)).flat().join()).not.toMatch(/Bread|Stasiuk/);
      const labels = (slug: string) =>
        page.locator(`[data-entry]:has(a[href="${slug}"]) .status-label`).allInnerTexts();
      expect(await labels('/events/days-of-bread/')).toContain('Cancelled');
      expect(await labels('/programme/stasiuk-haydamaky-concert/')).toContain('Postponed');
      expect(await labels('/events/electrokilar/')).toContain('Rescheduled');
    });
    await may('/', { ...warsaw, now: '2018-06-14T20:30:00+02:00' }, async ({ page }) => {
      await expect.poll(async () => (await scheduled(page))[0]?.join(' ')).toMatch(/ElectroKilar/);
      expect((await scheduled(page))[0]?.[0]).not.toMatch(/^Now/);
    });
    await may('/', { ...warsaw, now: '2018-06-14T21:05:00+02:00' }, async ({ page }) => {
      await expect.poll(async () => (await scheduled(page))[0]?.join(' ')).toMatch(/^Now .*ElectroKilar/);
    });
  });

  // With the styles for schedule changes there is one style more than the policy has room for.
  test('a style whose hash doesn’t fit in the policy is in its own file', async () => {
    const linked = pagesIn(built('may')).filter(({ document }) => document.querySelector('link[href*="/style-"]'));
    expect(linked.length).toBeGreaterThan(0);
    for (const { address } of linked)
      await may(address, {}, async ({ page, faults }) => {
        expect(await page.locator('.none').isVisible()).toBe(false);
        expect(faults).toEqual([]);
      });
  });

  test('a collapsed day opens when a filter shows one of its entries', async () => {
    await eve('/programme/?field=music', { ...warsaw, now: '2018-06-14T10:00:00+02:00' }, async ({ page }) => {
      await page.waitForURL(/field=music/);
      await expect.poll(() => page.locator('[data-entry]:visible', { hasText: 'Stasiuk' }).count()).toBe(1);
    });
    // As in browsers without ::details-content, such as Firefox before 143.
    await eve('/programme/', { ...warsaw, now: '2018-06-14T10:00:00+02:00' }, async ({ page }) => {
      const collapsedDays = page.locator('details[data-day]:not([open])');
      await expect.poll(() => collapsedDays.count()).toBeGreaterThan(0);
      await page.evaluate(() => (CSS.supports = () => false));
      await page.click('label[for=field-music]');
      await expect.poll(() => collapsedDays.count()).toBe(0);
    });
  });

  test('the reader’s local time is shown next to the meeting’s only if it differs', async () => {
    const localTimes = (page: Page) => page.locator('.entry .yours').allInnerTexts();
    await may('/programme/', { timezoneId: 'America/New_York', now: '2018-05-02T10:00:00Z' }, async ({ page }) => {
      await expect.poll(() => localTimes(page)).toContain('15:00 your time');
      expect(await localTimes(page)).toContain('04:00–06:30 your time');
      expect(await page.locator('.now-and-next .yours').allTextContents()).toContain('04:00–06:30 your time');
    });
    await may(
      '/events/electrokilar/',
      { timezoneId: 'America/New_York', now: '2018-05-02T10:00:00Z' },
      async ({ page }) => {
        expect(await page.innerText('.facts .yours')).toBe('15:00 your time');
        expect(await page.innerText('.facts')).toContain('Central European Summer Time');
      },
    );
    await may('/programme/', { timezoneId: 'Pacific/Auckland', now: '2018-05-02T10:00:00Z' }, async ({ page }) => {
      await expect.poll(() => localTimes(page)).toContain('Fri 07:00 your time');
    });
    // The meeting's zone, and another with the same time.
    for (const timezoneId of ['Europe/Warsaw', 'Europe/Paris'])
      await may('/programme/', { timezoneId, now: '2018-05-03T10:00:00Z' }, async ({ page }) => {
        await expect.poll(() => statusOf(page)).toBe('40 days to go');
        expect(await localTimes(page)).toEqual([]);
      });
  });

  test('without JavaScript the page is as it was built', async () => {
    await eve('/', { javaScriptEnabled: false }, async ({ page }) => {
      expect(await statusOf(page)).toBe('On now');
      expect((await scheduled(page))[0]?.join(' ')).toContain('until 13 June');
    });
  });
});
