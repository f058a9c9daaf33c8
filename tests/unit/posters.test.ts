import { readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { posterDocument } from '../../src/artwork/posters/document.ts';
import { poster, type PosterField, type PosterOptions } from '../../src/artwork/posters/poster.ts';
import type { Edition } from '../../src/model/edition.ts';
import { motifs, type Motif } from '../../src/model/schema/fields.ts';
import { oklchToHex } from '../../src/theme/oklch.ts';
import { colourSteps } from '../../src/theme/colour-steps.ts';

const hues = [260, 15, 45, 80, 260, 145, 310];
const field = (motif: Motif): PosterField => ({ motif, colour: `f${motifs.indexOf(motif) + 1}` });
const all = motifs.map(field);
const options: PosterOptions = {
  seed: 'events a-festival a-city',
  id: 'c-a-festival',
  fields: [field('rings')],
  ratio: 1.5,
};
const withFields = (...names: Motif[]) => ({ ...options, fields: names.map(field) });

/** An edition with a field for each motif. */
const edition = {
  entries: {
    fields: motifs.map((motif, order) => ({
      kind: 'fields',
      slug: motif,
      facts: { order, motif, hue: hues[order], chroma: motif === 'frames' ? 0.03 : 0.13, sources: [] },
    })),
  },
} as unknown as Edition;

/** Realistic fields, days and text lengths of 60 events: most have one field, some several. */
const sixty = Array.from({ length: 60 }, (_, index): PosterOptions => {
  const several = [1, 1, 1, 1, 2, 1, 1, 2, 3, 1, 1, 7][index % 12] ?? 1;
  const fields = Array.from({ length: several }, (_, next) => all[(index + next * 3) % all.length] as PosterField);
  return {
    seed: `events event-${index} city-${index % 2}`,
    id: `c-event-${index}`,
    fields,
    ratio: 1.5,
    count: [1, 1, 1, 4, 2][index % 5],
    detail: (index % 4) / 4,
    leansBack: index % 2 === 1,
  };
});

describe('a poster', () => {
  test('is always the same for the same entry, and different for every other one', () => {
    expect(poster(options)).toBe(poster({ ...options }));
    const drawn = sixty.map((one) => poster({ ...one, id: 'x' }));
    expect(new Set(drawn).size).toBe(60);
    expect(drawn).toEqual(sixty.map((one) => poster({ ...one, id: 'x' })));
  });

  const counts = [1, 2, 4, 7];
  test.each([1, 1.5, 2, 3.2])('with any fields and days is valid, decorative SVG at a ratio of %f', (ratio) => {
    const fields = [
      ...all.map((one) => [one]),
      all.slice(0, 2),
      all.slice(4, 7),
      all.slice(2, 6),
      all,
      [...all, ...all],
    ];
    for (const some of fields)
      for (const count of counts)
        for (const detail of [0, 1]) {
          const svg = poster({ ...options, fields: some, ratio, count, detail, leansBack: count === 2 });
          expect(svg).toMatch(/^<svg [^>]*aria-hidden="true"/);
          expect(svg).not.toMatch(/NaN|undefined|style=|Infinity|<text|e-\d/);
          const ids = [...svg.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
          expect(new Set(ids).size).toBe(ids.length);
          for (const [, id] of svg.matchAll(/(?:href="|url\()#([^")]+)/g)) expect(ids).toContain(id);
        }
  });

  test('shows all its fields: up to three separated by curves, or more as stripes', () => {
    const shown = (svg: string) => [...svg.matchAll(/<g class="(f\d)"/g)].map(([, name]) => name);
    expect(shown(poster({ ...options, fields: all }))).toEqual(all.map(({ colour }) => colour));
    expect(poster({ ...options, fields: all }).match(/<svg x=/g)).toHaveLength(7);
    const three = poster(withFields('staves', 'frames', 'pixels'));
    expect(shown(three)).toHaveLength(3);
    expect(three.match(/clip-path=/g)).toHaveLength(2);
  });

  test('has as many large elements as its event has days', () => {
    for (const count of [1, 2, 4]) {
      expect(poster({ ...withFields('rings'), count }).match(/class="t3" (transform|href)/g)).toHaveLength(count);
      // The middle line of each stave is one stroke.
      expect(
        poster({ ...withFields('staves'), count }).match(
          /class="l1" stroke-width="\d+(\.\d+)?" d="[^"]+" fill="none"\/><path class="l3"/g,
        ),
        String(count),
      ).toHaveLength(count * 3);
    }
    const strips = (count: number) =>
      /class="g3"[^>]* d="([^"]+)"/.exec(poster({ ...withFields('frames'), count }))?.[1]?.match(/M/g)?.length;
    expect([1, 2, 4].map(strips)).toEqual([1, 2, 4]);
  });

  test('is small: six posters with one to seven fields each come to less than 3 kB', () => {
    const six = sixty.slice(6, 12).map(poster);
    expect(six.join('').match(/<g class="f/g)?.length).toBeGreaterThan(12);
    expect(brotliCompressSync(six.join('')).length).toBeLessThan(3000);
  });

  test('has more small elements if the text is longer', () => {
    const notes = (detail: number) =>
      Array.from({ length: 20 }, (_, index) => poster({ ...withFields('staves'), seed: `a ${index}`, detail }).length);
    const sum = (lengths: number[]) => lengths.reduce((total, length) => total + length);
    expect(sum(notes(1))).toBeGreaterThan(sum(notes(0)));
  });
});

/** The just noticeable difference between two plain areas (ΔE 1976). */
const noticeable = 2.3;

/** A picture as seen from afar: 36 × 24 pixels in CIE L*a*b*, in which distances correspond to perception. */
const fromAfar = (picture: Buffer): Promise<Buffer> =>
  sharp(picture).removeAlpha().resize(36, 24, { fit: 'fill' }).toColourspace('lab').raw({ depth: 'float' }).toBuffer();

/** Mean distance between corresponding pixels of two pictures. */
function distance(a: Buffer, b: Buffer): number {
  const [one, two] = [a, b].map((buffer) => new Float32Array(new Uint8Array(buffer).buffer)) as [
    Float32Array,
    Float32Array,
  ];
  let sum = 0;
  for (let at = 0; at < one.length; at += 3)
    sum += Math.hypot(...[0, 1, 2].map((part) => (one[at + part] as number) - (two[at + part] as number)));
  return sum / (one.length / 3);
}
const rasterised = (one: PosterOptions, width: number) =>
  sharp(Buffer.from(posterDocument(edition, poster(one), '#1a1613')), { density: 300 })
    .resize(width)
    .png()
    .toBuffer();

describe('60 posters of an edition', () => {
  /** Posters this close count as alike: twice the noticeable difference, on average, background included. */
  const alike = 2 * noticeable;

  test('look different from each other', async () => {
    const pictures = await Promise.all(sixty.map(async (one) => fromAfar(await rasterised(one, 360))));
    const close = pictures.flatMap((a, index) =>
      pictures.slice(index + 1).flatMap((b, after) => {
        const apart = distance(a, b);
        return apart <= alike ? [`${index} and ${index + 1 + after}: ${apart.toFixed(1)}`] : [];
      }),
    );
    expect(close).toEqual([]);
  });

  test('look the same as their own small, compressed copies', async () => {
    for (const one of sixty.slice(0, 14)) {
      const large = await rasterised(one, 360);
      const small = await sharp(await rasterised(one, 288))
        .jpeg({ quality: 90, chromaSubsampling: '4:4:4' })
        .toBuffer();
      expect(distance(await fromAfar(large), await fromAfar(small))).toBeLessThan(noticeable);
    }
  });
});

describe('the colours of posters', () => {
  const css = readFileSync('src/theme/poster.css', 'utf8').replace(/\s+/g, ' ');

  test('share pictures have the colour steps of the pages’ light theme', () => {
    for (const [lightness, part] of Object.values(colourSteps))
      expect(css).toContain(`light-dark( oklch(${lightness} calc(var(--chroma, 0) * ${part}) var(--hue, 0))`);
  });

  const luminance = (hex: string) => {
    const [r = 0, g = 0, b = 0] = [1, 3, 5]
      .map((at) => parseInt(hex.slice(at, at + 2), 16) / 255)
      .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (a: string, b: string) => {
    const [dark = 0, bright = 0] = [luminance(a), luminance(b)].toSorted((x, y) => x - y);
    return (bright + 0.05) / (dark + 0.05);
  };

  test.each([
    ['light', '#1a1613'],
    ['dark', '#f3ede2'],
  ])(
    '%s: with any hue, text in ink on the background meets AA, and the strong step contrasts with it',
    (theme, ink) => {
      const found = [...css.matchAll(/oklch\(([\d.]+) calc\(var\(--chroma, 0\) \* ([\d.]+)\)/g)];
      const of = (index: number) => found[index * 2 + (theme === 'dark' ? 1 : 0)]?.slice(1).map(Number) ?? [];
      expect(found).toHaveLength(6);
      for (let hue = 0; hue < 360; hue += 5)
        for (const chroma of [0, 0.03, 0.13, 0.2]) {
          const [ground, , strong] = [0, 1, 2].map((index) => {
            const [lightness = 0, part = 0] = of(index);
            return oklchToHex(lightness, chroma * part, hue);
          });
          expect(contrast(ink, ground ?? ''), `ink on ${hue}`).toBeGreaterThanOrEqual(4.5);
          expect(contrast(strong ?? '', ground ?? ''), `strong on ${hue}`).toBeGreaterThanOrEqual(3);
        }
    },
  );
});
