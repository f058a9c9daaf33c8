import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { sizeBudget, loadedFiles, starButtonsScript, cachedCompressedSize } from '../../scripts/lib/page-size.ts';
import { built, builtOn, starter } from '../helpers/build.ts';
import { editionIn } from '../helpers/editions.ts';
import { least, isThisEdition } from '../helpers/this-edition.ts';
import { pagesIn, type BuiltPage } from '../helpers/pages.ts';

const kB = 1000;
/** The star buttons' module, which every page with stars must reference. */
function starButtonsIn(page: BuiltPage, dir: string): string {
  const file = starButtonsScript(page.html);
  expect(file, page.address).toBeDefined();
  return readFileSync(join(dir, file as string), 'utf8');
}

const editions = { main: 'content', solo: 'tests/editions/solo', trio: 'tests/editions/trio', starter };

describe.each(Object.entries(editions))('%s: weight', (name, content) => {
  const dir = built(name);
  const { languages } = editionIn(content).site;
  const others = languages.slice(1).map(({ code }) => code);
  const compressedSize = cachedCompressedSize();

  test('the HTML, CSS and JavaScript of each page are within its budget', () => {
    const tooHeavy = pagesIn(dir).flatMap((page) => {
      let weight = compressedSize(page.html);
      for (const file of loadedFiles(page.html, page.document))
        weight += compressedSize(readFileSync(join(dir, file), 'utf8'));
      const budget = sizeBudget(page.address, others);
      return weight > budget ? [`${page.address}: ${weight} bytes, ${weight - budget} too many`] : [];
    });
    expect(tooHeavy).toEqual([]);
  });

  // The smallest edition has no programme.
  test.skipIf(name === 'starter')(
    'the only script element with a src is the clock’s, and only until the meeting is over; inline code is small',
    () => {
      const [meeting] = editionIn(content).entries.meeting;
      const over = (meeting?.facts.ends ?? meeting?.facts.starts ?? '') < builtOn;
      for (const page of pagesIn(dir)) {
        const scripts = [...page.document.querySelectorAll('script[src]')].map(
          (script) => script.getAttribute('src') ?? '',
        );
        const [, lang = ''] = page.address.split('/');
        const bare = others.includes(lang) ? page.address.slice(lang.length + 1) : page.address;
        const timed = /^\/$|^\/programme\/|^\/events\/./.test(bare);
        const most = !over && timed ? 1 : 0;
        if (isThisEdition || name !== 'main') expect(scripts.length, page.address).toBe(most);
        // Without times in the programme there is no clock either.
        else expect(scripts.length, page.address).toBeLessThanOrEqual(most);
        for (const script of scripts)
          expect(compressedSize(readFileSync(join(dir, script), 'utf8')), page.address).toBeLessThan(kB);
        const lines = [...page.html.matchAll(/<script>([\s\S]*?)<\/script>/g)].map(([, code = '']) => code);
        expect(lines, page.address).toHaveLength(1);
        expect(compressedSize(lines[0] ?? ''), page.address).toBeLessThan(700);
      }
    },
  );

  test.skipIf(name === 'starter')(
    'the star buttons’ script is at most 2 kB, and every page with star buttons or My list has it',
    () => {
      const starred = pagesIn(dir).filter(({ document }) => document.querySelector('[data-star],[data-my-list]'));
      expect(starred.length).toBeGreaterThan(least(3, name));
      for (const page of starred)
        expect(compressedSize(starButtonsIn(page, dir)), page.address).toBeLessThanOrEqual(2 * kB);
    },
  );

  test('the fonts that a page can load are at most 40 kB', () => {
    for (const page of pagesIn(dir)) {
      const fonts = new Set([...page.html.matchAll(/url\((\/fonts\/[^)]+)\)/g)].map(([, file = '']) => file));
      const weight = [...fonts].reduce((sum, file) => sum + readFileSync(join(dir, file)).length, 0);
      expect(fonts.size, page.address).toBeGreaterThan(0);
      expect(weight, page.address).toBeLessThanOrEqual(40 * kB);
    }
  });

  test('the site has no search files except those that the search box loads', () => {
    expect(globSync('pagefind/*-ui.*', { cwd: dir })).toEqual([]);
  });
});
