import { beforeAll, describe, expect, test } from 'vitest';
import { shippedLanguages, shippedWords } from '../../src/model/read/shipped-words.ts';
import { axe } from '../helpers/axe.ts';
import { visiting } from '../helpers/browser.ts';
import { buildSite, built } from '../helpers/build.ts';
import { manyLanguages, texts, writeManyLanguages } from '../helpers/many-languages.ts';
import { pagesIn, textOf } from '../helpers/pages.ts';

const languages = shippedLanguages();
/** The default language has no prefix. */
const prefix = (lang: string) => (lang === languages[0] ? '' : `/${lang}`);

beforeAll(async () => {
  writeManyLanguages();
  await buildSite('languages', { CONTENT_DIR: manyLanguages, SITE_DATE: '2033-02-20' });
});

/** The text between a message's placeholders, except short pieces, which several languages may share. */
const literals = (message: string): string[] =>
  message
    .split(/\{\w+(?:, \w+,)?|\w+ \{|[{}#]/)
    .map((text) => text.trim())
    .filter((text) => /\p{L}{3}/u.test(text) && text.length > 7);

describe.each(languages)('in %s', (lang) => {
  const visit = visiting('languages');
  const { event, questions } = texts[lang] as (typeof texts)[string];

  test('no page shows interface words of another language', () => {
    const own = Object.values(shippedWords(lang) ?? {}).join('\n');
    // Words that would show if the page fell back to the default language or to English.
    const foreign = [languages[0] as string, 'en']
      .filter((other) => other !== lang)
      .flatMap((other) => Object.values(shippedWords(other) ?? {}).flatMap(literals))
      .filter((text) => !own.includes(text));
    const pages = pagesIn(built('languages')).filter((page) => page.lang === lang);
    expect(pages.length).toBeGreaterThan(10);
    for (const page of pages) {
      const shown = textOf(page);
      expect(
        foreign.filter((text) => shown.includes(text)),
        page.address,
      ).toEqual([]);
    }
  });

  test('the event is found by each of its words', async () => {
    await visit(`${prefix(lang)}/search/`, {}, async ({ page, faults }) => {
      for (const question of [event, ...questions]) {
        const results = page.locator('[data-search-results] a');
        await page.getByRole('searchbox').fill('');
        await expect.poll(() => results.count()).toBe(0);
        await page.getByRole('searchbox').fill(question);
        await expect.poll(() => results.first().textContent(), { message: question }).toBe(event);
      }
      expect(faults).toEqual([]);
    });
  });

  test('pages pass axe, and none scrolls sideways', async () => {
    for (const address of ['/', '/events/lanterns/'])
      await visit(prefix(lang) + address, { viewport: { width: 320, height: 700 } }, async (there) => {
        const { page } = there;
        const root = page.locator('html');
        expect([await root.getAttribute('lang'), await root.getAttribute('dir')]).toEqual([
          lang,
          lang === 'ar' ? 'rtl' : null,
        ]);
        expect(await axe(there), address).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth), address).toBe(320);
        expect(there.faults).toEqual([]);
      });
  });
});
