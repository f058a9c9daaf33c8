import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { readContent } from '../../src/model/read/content.ts';
import { visiting } from '../helpers/browser.ts';
import { isThisEdition } from '../helpers/this-edition.ts';

/** The filter groups on the page, each with its values. */
const groupsOf = (page: Page) =>
  page.evaluate(() => {
    const groups: Record<string, string[]> = {};
    for (const { name, value } of document.querySelectorAll<HTMLInputElement>('[data-filters] input'))
      (groups[name] ??= []).push(value);
    return groups;
  });
type Groups = Record<string, string[]>;
type Chosen = Record<string, string>;

/** Every combination of values, one from each group; '' means no choice in a group. */
const combinations = (groups: Groups): Chosen[] =>
  Object.entries(groups).reduce<Chosen[]>(
    (found, [name, values]) => found.flatMap((chosen) => values.map((value) => ({ ...chosen, [name]: value }))),
    [{}],
  );
const queryOf = (chosen: Chosen) =>
  new URLSearchParams(Object.entries(chosen).filter(([, value]) => value !== '')).toString();

/** What is visible: the entries’ addresses, any day sections without entries, and the message “no entries”. */
interface Seen {
  entries: string[];
  empty: string[];
  nothing: boolean;
}
function look(): Seen {
  const shows = (element: Element) => element.checkVisibility({ visibilityProperty: true });
  const links = [...document.querySelectorAll('[data-entry]')]
    .filter(shows)
    .map((entry) => entry.querySelector('a')?.pathname ?? '');
  return {
    entries: links.sort(),
    empty: [...document.querySelectorAll('section.day')]
      .filter((part) => shows(part) && ![...part.querySelectorAll('[data-in]')].some(shows))
      .map((part) => part.textContent ?? ''),
    nothing: shows(document.querySelector('.none') as Element),
  };
}

describe.each([
  ['main', 'content', ''],
  ['trio', 'tests/editions/trio', '/ar'],
])('%s: filtering the programme', (name, content, prefix) => {
  const visit = visiting(name);
  const known = test.runIf(isThisEdition || name !== 'main');
  const { edition } = readContent(content);
  if (!edition) throw new Error(`${content} has errors; CONTENT_DIR=${content} npm run check lists them`);

  /** The addresses of the entries that a choice should show, computed from the content. */
  function expected(chosen: Chosen): string[] {
    const venues = edition?.entries.venues ?? [];
    const days = (facts: { starts?: string | undefined; ends?: string | undefined }) => {
      if (facts.starts === undefined) return undefined;
      const nightly = facts.starts.includes('T') && facts.ends !== undefined && facts.ends.includes('T');
      return [facts.starts.slice(0, 10), (nightly ? facts.starts : (facts.ends ?? facts.starts)).slice(0, 10)] as const;
    };
    return [...(edition?.entries.events ?? []), ...(edition?.entries.sessions ?? [])]
      .filter(({ facts }) => {
        const city = facts.city ?? venues.find(({ slug }) => slug === facts.venue)?.facts.city;
        const audience = 'audience' in facts ? facts.audience : 'public';
        const span = days(facts);
        return (
          (!chosen['city'] || city === chosen['city']) &&
          (!chosen['audience'] || audience === chosen['audience']) &&
          (!chosen['field'] || (facts.fields ?? []).includes(chosen['field'])) &&
          (!chosen['day'] || (span !== undefined && span[0] <= chosen['day'] && chosen['day'] <= span[1]))
        );
      })
      .map(({ kind, slug }) => `${prefix}/${kind === 'events' ? 'events' : 'programme'}/${slug}/`)
      .sort();
  }

  known('each value and combination shows the right entries: without JavaScript, and from the query', async () => {
    const address = `${prefix}/programme/`;
    const byButtons = await visit(address, { javaScriptEnabled: false }, async ({ page }) => {
      const all = combinations(await groupsOf(page));
      expect(all.length).toBeGreaterThan(50);
      // Every value and every pair of values; of larger combinations, every fifth.
      const some = all.filter((chosen, index) => Object.values(chosen).filter(Boolean).length <= 2 || index % 5 === 0);
      const seen: [Chosen, Seen][] = [];
      for (const chosen of some) {
        await page.evaluate((choice) => {
          for (const radio of document.querySelectorAll<HTMLInputElement>('[data-filters] input'))
            radio.checked = choice[radio.name] === radio.value;
        }, chosen);
        seen.push([chosen, await page.evaluate(look)]);
      }
      return seen;
    });
    for (const [chosen, { entries, empty, nothing }] of byButtons) {
      expect(entries, queryOf(chosen)).toEqual(expected(chosen));
      expect(empty, queryOf(chosen)).toEqual([]);
      expect(nothing, queryOf(chosen)).toBe(entries.length === 0);
    }
    await visit(`${address}?city=`, {}, async ({ page, faults }) => {
      await page.waitForFunction(() => document.querySelector('[data-all=link]') === null);
      for (const [chosen, { entries }] of byButtons) {
        await page.evaluate(
          (query) => {
            history.pushState(null, '', query);
            dispatchEvent(new PopStateEvent('popstate'));
          },
          `?${queryOf(chosen)}`,
        );
        expect((await page.evaluate(look)).entries, queryOf(chosen)).toEqual(entries);
        if (queryOf(chosen) !== '')
          expect(await page.textContent('[data-left]'), queryOf(chosen)).toMatch(
            name === 'main' ? new RegExp(`^${entries.length} entr(y|ies) of ${expected({}).length}$`) : /./,
          );
      }
      expect(faults).toEqual([]);
    });
  });

  known('each value has its own link, without JavaScript too', async () => {
    await visit(`${prefix}/programme/`, { javaScriptEnabled: false }, async ({ page }) => {
      const groups = await groupsOf(page);
      for (const [group, values] of Object.entries(groups))
        for (const value of values.filter(Boolean)) {
          await page.goto(new URL(`#${group}-${value}`, page.url()).href);
          expect((await page.evaluate(look)).entries, value).toEqual(expected({ [group]: value }));
        }
      // A radio button in the same group overrides the fragment; one in another group is combined with it.
      const [first = '', second = ''] = (groups['city'] ?? []).filter(Boolean);
      await page.goto(new URL(`#city-${first}`, page.url()).href);
      await page.evaluate(() => document.querySelector('details')?.setAttribute('open', ''));
      await page.click('label[for=audience-public]');
      expect((await page.evaluate(look)).entries).toEqual(expected({ city: first, audience: 'public' }));
      await page.click(`label[for=city-${second}]`);
      expect((await page.evaluate(look)).entries).toEqual(expected({ city: second, audience: 'public' }));
      await page.click('[data-reset]');
      expect((await page.evaluate(look)).entries).toEqual(expected({}));
    });
  });
});

describe.runIf(isThisEdition)('filtering with JavaScript', () => {
  const visit = visiting('main');
  const chosen = (page: Page) =>
    page.evaluate(() =>
      [...document.querySelectorAll<HTMLInputElement>('[data-filters] input:checked')].map(({ value }) => value),
    );
  const query = (page: Page) => new URL(page.url()).search;

  test('the choice is in the address, survives a reload, and follows the back and forward buttons', async () => {
    await visit('/programme/', {}, async ({ page, faults }) => {
      await page.click('label[for=city-katowice]');
      await page.waitForURL(/\?city=katowice$/);
      await page.click('label[for=audience-public]');
      expect(query(page)).toBe('?city=katowice&audience=public');
      const { entries } = await page.evaluate(look);
      expect(entries).toHaveLength(3);
      expect(await page.textContent('[data-left]')).toBe('3 entries of 16');
      await page.reload();
      await page.waitForFunction(() => document.querySelector('[data-left]')?.textContent);
      expect((await page.evaluate(look)).entries).toEqual(entries);
      await page.goBack();
      await expect.poll(() => chosen(page)).toEqual(['katowice', '', '', '']);
      await page.goBack();
      await expect.poll(() => chosen(page)).toEqual(['', '', '', '']);
      expect(query(page)).toBe('');
      await page.goForward();
      await expect.poll(() => chosen(page)).toEqual(['katowice', '', '', '']);
      await page.click('[data-reset]');
      expect(query(page)).toBe('');
      expect((await page.evaluate(look)).entries).toHaveLength(16);
      expect(faults).toEqual([]);
    });
  });

  test('by keyboard: arrow keys choose, and the choice has a visible focus', async () => {
    await visit('/programme/', {}, async ({ page }) => {
      await page.focus('#city-');
      await page.keyboard.press('ArrowRight');
      await page.waitForURL(/city=krakow/);
      expect(
        await page.evaluate(
          () => getComputedStyle(document.querySelector('#city-krakow + label') as Element).outlineStyle,
        ),
      ).toBe('solid');
    });
  });

  test('unknown values in the address are ignored', async () => {
    await visit(
      '/programme/?city=atlantis&field=%3Cimg%20src=x%3E&day=2018-06-31&other=1',
      {},
      async ({ page, faults }) => {
        await page.waitForURL(/\?other=1$/);
        expect((await page.evaluate(look)).entries).toHaveLength(16);
        expect(faults).toEqual([]);
      },
    );
  });

  test('a value in the fragment moves to the query string once another value is chosen', async () => {
    await visit('/programme/#city-katowice', {}, async ({ page }) => {
      expect((await page.evaluate(look)).entries).toHaveLength(4);
      await page.click('label[for=field-film]');
      await page.waitForURL(/\?city=katowice&field=film$/);
      expect((await page.evaluate(look)).entries).toHaveLength(2);
      await page.click('label[for="city-"]');
      expect((await page.evaluate(look)).entries.length).toBeGreaterThan(2);
    });
  });

  test('the script is only loaded on the first choice', async () => {
    await visit('/programme/', {}, async ({ page }) => {
      const loaded: string[] = [];
      page.on('request', (request) => loaded.push(new URL(request.url()).pathname));
      // The script for the star buttons is the only one that loads without a choice.
      const scripts = () => loaded.filter((path) => path.endsWith('.js') && !path.includes('/stars-'));
      await page.reload({ waitUntil: 'networkidle' });
      expect(scripts()).toEqual([]);
      await page.click('label[for=city-katowice]');
      await page.waitForURL(/city=katowice/);
      expect(scripts()).toEqual([expect.stringContaining('filters')]);
    });
  });

  test('after a jump to a day, its heading is below the strip of days, which stays visible', async () => {
    await visit('/programme/#d2018-06-14', { viewport: { width: 390, height: 700 } }, async ({ page }) => {
      const [strip, day] = await page.evaluate(() =>
        ['.strip', '#d2018-06-14 h2'].map((selector) =>
          document.querySelector(selector)?.getBoundingClientRect().toJSON(),
        ),
      );
      expect(strip.top).toBe(0);
      expect(day.top).toBeGreaterThanOrEqual(strip.bottom);
      expect(day.top).toBeLessThan(300);
    });
  });

  test('printed, the programme fits on two A4 pages and shows the chosen filters', async () => {
    const pages = (pdf: Buffer) => pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length;
    await visit('/programme/', {}, async ({ page }) => {
      expect(pages(await page.pdf({ format: 'A4', preferCSSPageSize: true }))).toBeLessThanOrEqual(2);
    });
    await visit('/programme/?city=katowice', {}, async ({ page }) => {
      await page.waitForFunction(() => document.querySelector('[data-left]')?.textContent);
      await page.emulateMedia({ media: 'print' });
      expect(await page.innerText('.filters')).toMatch(/^\s*Katowice\s*$/);
    });
  });

  test('every target is at least 24 px high and wide', async () => {
    for (const width of [320, 1280])
      await visit('/pl/programme/#city-krakow', { viewport: { width, height: 800 } }, async ({ page }) => {
        const small = await page.evaluate(() =>
          [...document.querySelectorAll('.filters label, .filters a, .filters summary, .strip a, .entry a, .running a')]
            .filter((element) => element.checkVisibility())
            .map((element) => ({ text: element.textContent, box: element.getBoundingClientRect() }))
            .filter(({ box }) => box.width < 24 || box.height < 24)
            .map(({ text, box }) => `${text?.trim()} ${box.width}×${box.height}`),
        );
        expect(small, `${width} px`).toEqual([]);
      });
  });
});
