import { describe, expect, test } from 'vitest';
import { localize } from '../../src/model/edition.ts';
import { readContent } from '../../src/model/read/content.ts';
import { visiting } from '../helpers/browser.ts';
import { isThisEdition } from '../helpers/this-edition.ts';

const { edition } = readContent('content');
if (!edition) throw new Error('content has errors; npm run check lists them');
const { entries } = edition;

/** The names that a filter should show, computed from the content, for people with and without a file. */
function expected(group: string, value: string): string[] {
  const titleOf = (slug: string) => {
    const person = entries.people.find((one) => one.slug === slug);
    return edition && person && localize(edition, person, 'en').words.title;
  };
  return [
    ...new Set(
      [...entries.meeting, ...entries.events, ...entries.sessions].flatMap((occasion) =>
        (occasion.facts.people ?? [])
          .filter(({ field }) => {
            const fields = field ? [field] : 'fields' in occasion.facts ? (occasion.facts.fields ?? []) : [];
            return value === '' || (group === 'event' ? occasion.slug === value : fields.includes(value));
          })
          .map(({ who, name }) => name ?? titleOf(who ?? '')),
      ),
    ),
  ].sort() as string[];
}

/** The visible names, and any letter headings that are visible without a name. */
function look() {
  const shows = (element: Element) => element.checkVisibility({ visibilityProperty: true });
  return {
    names: [...document.querySelectorAll('[data-entry]')]
      .filter(shows)
      .map((entry) => {
        const name = entry.querySelector('p')?.cloneNode(true) as Element;
        name.querySelector('.meta')?.remove();
        return (name.textContent ?? '').trim();
      })
      .sort(),
    empty: [...document.querySelectorAll('.people section')]
      .filter((letter) => shows(letter) && ![...letter.querySelectorAll('[data-entry]')].some(shows))
      .map((letter) => letter.textContent),
  };
}

describe.runIf(isThisEdition)('filtering people', () => {
  const visit = visiting('main');

  test('each value shows the right names, with and without JavaScript, and is in the address', async () => {
    const values = await visit('/people/', { javaScriptEnabled: false }, async ({ page }) => {
      const radios = await page
        .locator('[data-filters] input')
        .evaluateAll((inputs) => (inputs as HTMLInputElement[]).map(({ name, value }) => [name, value] as const));
      for (const [group, value] of radios) {
        await page.goto(new URL(value === '' ? '/people/' : `/people/#${group}-${value}`, page.url()).href);
        expect(await page.evaluate(look), value).toEqual({ names: expected(group, value), empty: [] });
      }
      return radios.filter(([, value]) => value !== '');
    });
    expect(new Set(values.map(([group]) => group))).toEqual(new Set(['event', 'field']));
    const all = expected('', '').length;
    await visit('/people/?event=milosz-festival', {}, async ({ page, faults }) => {
      await page.waitForFunction(() => document.querySelector('[data-left]')?.textContent);
      for (const [group, value] of values) {
        await page.click('[data-reset]');
        await page.click(`label[for="${group}-${value}"]`);
        expect(new URL(page.url()).search).toBe(`?${group}=${value}`);
        const { names, empty } = await page.evaluate(look);
        expect({ names, empty }, value).toEqual({ names: expected(group, value), empty: [] });
        expect(await page.textContent('[data-left]')).toMatch(new RegExp(`^${names.length} .* ${all}$`));
      }
      await page.goBack();
      await expect.poll(async () => (await page.evaluate(look)).names).toEqual(expected('', ''));
      expect(faults).toEqual([]);
    });
  });
});
