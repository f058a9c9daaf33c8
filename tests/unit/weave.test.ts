import { describe, expect, test } from 'vitest';
import { motifs } from '../../src/model/schema/kinds.ts';
import { crossings, pathOf } from '../../src/artwork/curves.ts';
import { weave, type WeaveOptions } from '../../src/artwork/weave.ts';

const options: WeaveOptions = { slug: 'a-page', form: 'hero', motifs: ['lines', 'staves'], dots: ['f1', 'f2'] };
const seven = ['f1', 'f2', 'f3', 'f4', 'f5', 'f6', 'f7'];

describe('weave', () => {
  test('the same page always has the same weave, and another page has a different one', () => {
    expect(weave(options)).toBe(weave({ ...options }));
    expect(weave({ ...options, slug: 'another-page' })).not.toBe(weave(options));
  });

  test.each(
    (['hero', 'band', 'share', 'icon'] as const).flatMap((form) => motifs.map((motif) => [form, motif] as const)),
  )('as %s, %s crossing any motif gives a valid SVG without styles, hidden from screen readers', (form, motif) => {
    for (const along of motifs) {
      const svg = weave({ ...options, form, motifs: [along, motif] });
      expect(svg).toMatch(/^<svg [^>]*aria-hidden="true"/);
      expect(svg).not.toMatch(/NaN|undefined|style=|Infinity/);
      const ids = [...svg.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
      expect(new Set(ids).size).toBe(ids.length);
      for (const [, id] of svg.matchAll(/href="#([^"]+)"/g)) expect(ids).toContain(id);
    }
  });

  test('no two motifs look alike', () => {
    const strokes = motifs.map((motif) =>
      weave({ ...options, motifs: ['lines', motif] }).replace(/ (id|href|d)="[^"]*"/g, ''),
    );
    expect(new Set(strokes).size).toBe(motifs.length);
  });

  test('a single motif crosses itself; each further motif adds a strand', () => {
    const strands = (svg: string) => (svg.match(/<defs>/g)?.length ?? 0) - 1;
    expect(strands(weave({ ...options, motifs: ['rings'] }))).toBe(2);
    expect(strands(weave({ ...options, motifs: ['rings', 'grid', 'frames', 'pixels'] }))).toBe(3);
  });

  test('an id never contains a character that is special in addresses', () => {
    expect(weave({ ...options, slug: '#a "b"<' })).not.toMatch(/(id="|href="#)[^"]*[#< ]/);
  });

  test('every field has dots in the hero; a page with a field has at least one dot, a page without one has none', () => {
    const hero = weave({ ...options, form: 'hero', dots: seven, rows: 12 });
    for (const field of seven) expect(hero).toContain(`<circle class="${field}"`);
    for (const slug of 'abcdefghijklmnopqrstuvwxyz')
      expect(weave({ ...options, form: 'band', slug, dots: ['f3'] })).toContain('<circle class="f3"');
    expect(weave({ ...options, dots: [] })).not.toContain('<circle');
  });

  test('a hero has the given number of rows', () => {
    const rows = (count: number) => weave({ ...options, form: 'hero', rows: count }).match(/H540/g)?.length;
    expect([rows(7), rows(12)]).toEqual([7, 12]);
  });
});

describe('crossings', () => {
  /** A point on the cubic curve, from its Bernstein form, for comparison. */
  const onCurve = ([a, b, c, d]: [number, number, number, number], t: number) =>
    a * (1 - t) ** 3 + 3 * b * t * (1 - t) ** 2 + 3 * c * t ** 2 * (1 - t) + d * t ** 3;

  test('a vertical strand crosses each row on its curve', () => {
    const found = crossings(
      [
        [10, 0],
        [50, 100],
      ],
      [20, 50, 80],
      true,
    );
    expect(found.map(([, y]) => y)).toEqual([20, 50, 80]);
    for (const [x, y] of found) {
      // The curve starts and ends vertically; its parameter is found by trial.
      const t = Array.from({ length: 1001 }, (_, i) => i / 1000).find((i) => onCurve([0, 50, 50, 100], i) >= y) ?? 0;
      expect(Math.abs(onCurve([10, 10, 50, 50], t) - x)).toBeLessThan(3);
    }
  });

  test('a horizontal strand crosses a row on its way up and down', () => {
    const found = crossings(
      [
        [0, 0],
        [100, 40],
        [200, 0],
      ],
      [10],
      false,
    );
    expect(found).toHaveLength(2);
    const [up = 0, back = 0] = found.map(([x]) => x);
    expect(up).toBeLessThan(100);
    expect(back).toBeGreaterThan(100);
    expect(up + back).toBeCloseTo(200, -1);
  });

  test('a path passes through its points', () => {
    expect(
      pathOf(
        [
          [0, 0],
          [40, 10],
        ],
        true,
      ),
    ).toBe('M0 0c0 5 40 5 40 10');
    expect(
      pathOf(
        [
          [0, 0],
          [40, -10],
        ],
        false,
      ),
    ).toBe('M0 0c20 0 20-10 40-10');
  });
});
