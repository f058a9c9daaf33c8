import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { readContent } from '../../src/model/read/content.ts';
import type { Edition } from '../../src/model/edition.ts';
import { built, builtOn } from '../helpers/build.ts';
import { least } from '../helpers/this-edition.ts';
import { pagesIn } from '../helpers/pages.ts';

const editions = { main: 'content', solo: 'tests/editions/solo', trio: 'tests/editions/trio' };

describe.each(['main', 'solo', 'trio'] as const)('%s: maps', (name) => {
  const dir = built(name);
  const edition = readContent(editions[name]).edition as Edition;
  const page = (address: string) => pagesIn(dir).find((one) => one.address === address)?.document as Document;
  const all = (root: ParentNode, selector: string) => [...root.querySelectorAll(selector)];

  test('every base map is a small file with a unique name, and browsers cache it', () => {
    const used = new Set(
      pagesIn(dir).flatMap(({ document }) =>
        [...all(document, '.map-panel img'), ...all(document, '.map-panel source')].map(
          (image) => image.getAttribute('src') ?? image.getAttribute('srcset') ?? '',
        ),
      ),
    );
    expect(used.size).toBeGreaterThan(0);
    expect([...used].sort()).toEqual(
      globSync('maps/*', { cwd: dir })
        .map((file) => `/${file}`)
        .sort(),
    );
    for (const file of used) {
      expect(existsSync(join(dir, file)), file).toBe(true);
      expect(brotliCompressSync(readFileSync(join(dir, file))).length, file).toBeLessThan(13_000);
    }
    expect(readFileSync(join(dir, '_headers'), 'utf8')).toMatch(/\/maps\/\*\.svg\n {2}Cache-Control: [^\n]*immutable/);
  });

  test('a wide base map has a smaller version for phones, with the same proportions', () => {
    const wide = pagesIn(dir)
      .flatMap(({ document }) => all(document, '.map-panel picture'))
      .filter((picture) => Number(picture.querySelector('img')?.getAttribute('width')) > 1000);
    expect(wide.length).toBeGreaterThanOrEqual(least(1, name));
    const drawn = (file: string) => readFileSync(join(dir, file), 'utf8');
    const shape = (svg: string) => /<svg [^>]*?(width="\d+" height="\d+")/.exec(svg)?.[1];
    for (const picture of wide) {
      const [full, slim] = [
        picture.querySelector('img')?.getAttribute('src'),
        picture.querySelector('source')?.getAttribute('srcset'),
      ].map((file) => drawn(file ?? '')) as [string, string];
      expect(shape(slim)).toBe(shape(full));
      expect(brotliCompressSync(slim).length).toBeLessThan(0.6 * brotliCompressSync(full).length);
    }
  });

  test('the route map links to every meeting in the list below it, in each language', () => {
    for (const { code } of edition.site.languages) {
      const document = page(code === edition.site.languages[0]?.code ? '/past-hosts/' : `/${code}/past-hosts/`);
      const hrefs = (selector: string) => [
        ...new Set(all(document, selector).map((link) => link.getAttribute('href') ?? '')),
      ];
      if (edition.entries['past-hosts'].length === 0) continue;
      expect(hrefs('.timeline h2 a').length).toBe(edition.entries['past-hosts'].length + 1);
      expect(hrefs('.route-map a').sort()).toEqual(hrefs('.timeline h2 a').sort());
      for (const link of all(document, '.route-map a')) expect(link.getAttribute('aria-label')).toMatch(/\S/);
      const shown = all(document, '.route-map .map-key li').length;
      const isOver = (edition.entries.meeting[0]?.facts.starts ?? '') < builtOn;
      const statuses = edition.entries['past-hosts'].map(({ facts }) => facts.status);
      expect(shown).toBe(new Set([...statuses, isOver ? 'held' : 'announced']).size);
    }
  });

  test('all member cities are in the table, and on the map in their field’s group', () => {
    if (edition.cities.length === 0) return;
    const document = page('/network/');
    const [whole] = all(document, '.network-map .map-panel');
    expect(all(whole as Element, 'use').length).toBe(edition.cities.length);
    expect(all(document, '.cities tbody tr').length).toBe(edition.cities.length);
    const fields = [...edition.entries.fields].sort((a, b) => a.facts.order - b.facts.order);
    fields.forEach((field, index) => {
      const own = edition.cities.filter((city) => city.field === field.slug).length;
      expect(all(whole as Element, `g.f${index + 1} > use`).length, field.slug).toBe(own);
    });
    // Each field can be chosen by name, and has the same symbol in the key and on the map.
    expect(all(document, '.map-key input').length).toBe(fields.length + 1);
    for (const sign of all(document, '.map-key use'))
      expect(document.querySelector(`[id="${(sign.getAttribute('href') ?? '').slice(1)}"]`)).not.toBeNull();
    expect(document.querySelector('.network-map figcaption')?.textContent).toContain('GeoNames');
  });

  test('the hosts are on their map, with the transfers from the table', () => {
    const document = page('/host-cities/');
    const near = all(document, '.hosts-map .map-panel').at(-1) as Element;
    const texts = all(near, '.stop text').map((text) => text.textContent);
    const [lang] = edition.site.languages;
    expect(texts.sort()).toEqual(
      edition.entries['host-cities'].map(({ translations }) => translations[lang?.code ?? '']?.title).sort(),
    );
    const distances = all(near, '.distance')
      .map(({ textContent }) => textContent)
      .join(' ');
    const rows = all(document, '[aria-labelledby=transfers] tbody tr');
    expect(rows.length).toBe(edition.entries.meeting[0]?.facts.transfers?.length ?? 0);
    for (const row of rows)
      for (const cell of all(row, 'td').slice(0, 3)) expect(distances).toContain(cell.textContent.trim());
  });

  test('a drawing has an accessible name or is aria-hidden, and every figure has a caption', () => {
    const figures = pagesIn(dir).flatMap(({ document }) => all(document, 'figure.map'));
    expect(figures.length).toBeGreaterThan(0);
    for (const figure of figures) {
      expect(figure.querySelector('figcaption')?.textContent).toMatch(/Natural Earth/);
      const drawings = all(figure, '.map-panel > svg');
      for (const drawing of drawings)
        expect(drawing.getAttribute('aria-hidden') === 'true' || Boolean(drawing.getAttribute('aria-label'))).toBe(
          true,
        );
      expect(drawings.some((drawing) => drawing.getAttribute('aria-label'))).toBe(true);
    }
  });
});
