import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { pageContext } from '../../src/i18n/page-context.ts';
import { readContent } from '../../src/model/read/content.ts';
import { readSite } from '../../src/model/read/settings-files.ts';
import { type Card, cardOf } from '../../src/share/card.ts';
import { missingLetters } from '../../src/share/fonts.ts';
import { pictureOf } from '../../src/share/draw.ts';
import { built, buildSite } from '../helpers/build.ts';
import { attribute, realPages, type BuiltPage } from '../helpers/pages.ts';

const origins = {
  main: readSite('content')?.address,
  solo: 'https://solo.example',
  trio: 'https://trio.example',
};
const cache = 'node_modules/.cache/share';
const meta = (page: BuiltPage, name: string) => attribute(page, `meta[property="og:${name}"]`, 'content');

describe.each(Object.entries(origins))('%s: share pictures', (name, origin) => {
  const dir = built(name);
  const pages = realPages(dir);

  test('every page has one that exists, with the right dimensions, a small file and alternative text', async () => {
    for (const page of pages) {
      const address = new URL(meta(page, 'image') ?? '');
      expect(address.origin, page.file).toBe(origin);
      const file = join(dir, address.pathname);
      const { width, height, format } = await sharp(file).metadata();
      expect({ width, height, format }, page.file).toEqual({ width: 1200, height: 630, format: 'png' });
      expect([meta(page, 'image:width'), meta(page, 'image:height')], page.file).toEqual(['1200', '630']);
      expect(statSync(file).size, page.file).toBeLessThan(60_000);
      expect(meta(page, 'image:alt')?.length, page.file).toBeGreaterThan(15);
      expect(page.document.title, page.file).toContain(meta(page, 'title') ?? 'a title');
      expect(attribute(page, 'meta[name="twitter:card"]', 'content'), page.file).toBe('summary_large_image');
    }
  });

  test('every page has its own picture, and there are no unused ones', () => {
    const used = pages.map((page) => new URL(meta(page, 'image') ?? '').pathname);
    expect(new Set(used).size).toBe(used.length);
    expect(
      readdirSync(join(dir, 'share'))
        .map((file) => `/share/${file}`)
        .sort(),
    ).toEqual([...used].sort());
  });
});

const card: Card = {
  lang: 'en',
  rtl: false,
  kicker: '',
  title: 'x',
  about: '',
  site: '',
  picture: { svg: '<svg xmlns="http://www.w3.org/2000/svg" width="540" height="630"/>', width: 540 },
};
/** The columns of a card's first and last dark pixel, and the number of dark pixels. */
async function inkOf(changes: Partial<Card>): Promise<{ from: number; to: number; count: number }> {
  const { data, info } = await sharp(await pictureOf({ ...card, ...changes }))
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true });
  // Leaves out the line below the text and everything under it.
  const columns = [...data.subarray(0, info.width * 480).entries()]
    .filter(([, grey]) => grey < 90)
    .map(([at]) => at % info.width);
  return { from: Math.min(...columns), to: Math.max(...columns), count: columns.length };
}

test('without a title the picture fills the card', async () => {
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" width="630" height="630"><path d="M0 0h2v630h-2zM628 0h2v630h-2z"/></svg>';
  const { from, to } = await inkOf({ title: undefined, picture: { svg, width: 630 } });
  expect([from, to]).toEqual([0, 1199]);
});

describe('letters', () => {
  test('Polish and French letters are drawn, and differ from plain ones', async () => {
    expect(missingLetters('Żółć, œuvre, gęś, Ňandú')).toEqual([]);
    for (const [plain, own] of [
      ['l', 'ł'],
      ['o', 'ó'],
      ['z', 'ż'],
      ['oe', 'œ'],
    ] as const)
      expect(await inkOf({ title: own }), own).not.toEqual(await inkOf({ title: plain }));
  });

  test('Arabic letters are joined and set from right to left', async () => {
    const arabic = { lang: 'ar', rtl: true };
    const joined = await inkOf({ ...arabic, title: 'بيت' });
    const apart = await inkOf({ ...arabic, title: 'ب\u200cي\u200cت' });
    expect(joined.count).toBeGreaterThan(0);
    expect(apart.to - apart.from).toBeGreaterThan(joined.to - joined.from);
    expect(joined.from).toBeGreaterThan(600);
    expect((await inkOf({ title: 'bit' })).to).toBeLessThan(600);
  });

  test('a title with letters that are in no font is left out', () => {
    expect(missingLetters('京都 1994')).toEqual(['京', '都']);
    const { edition } = readContent('tests/editions/solo');
    const event = edition?.entries.events[0];
    if (!edition || !event) throw new Error();
    const words = event.translations['es'];
    const japanese = { ...event, translations: { es: { ...words, title: '京都' } } } as typeof event;
    expect(cardOf(pageContext(edition, 'es', '/events/x/', event)).title).toBe(words?.title);
    expect(cardOf(pageContext(edition, 'es', '/events/x/', japanese)).title).toBeUndefined();
  });
});

test('after a change, a build draws only the changed entry’s picture', async () => {
  const content = mkdtempSync(join(tmpdir(), 'share-'));
  cpSync('tests/editions/solo', content, { recursive: true });
  const file = join(content, 'events/noche-del-vidrio.es.md');
  const before = new Set(readdirSync(cache));
  // A new title, which isn't in the cache of earlier runs.
  const title = `La noche ${Date.now()}`;
  writeFileSync(file, readFileSync(file, 'utf8').replace('La noche del vidrio', title));
  try {
    const dir = await buildSite('changed', { CONTENT_DIR: content });
    const drawn = readdirSync(cache).filter((name) => !before.has(name));
    const page = realPages(dir).find(({ address }) => address === '/events/noche-del-vidrio/') as BuiltPage;
    expect(page.document.querySelector('h1')?.textContent).toContain(title);
    expect(drawn.map((name) => `/share/${name}`)).toEqual([new URL(meta(page, 'image') ?? '').pathname]);
    for (const name of drawn) rmSync(join(cache, name));
  } finally {
    rmSync(content, { recursive: true });
  }
});
