import { globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { copyWithChanges } from '../content-errors/copy-with-changes.ts';
import { buildSite } from '../helpers/build.ts';
import { pagesIn } from '../helpers/pages.ts';
import { phonePhoto, planted } from '../helpers/photo.ts';

const svg = `<svg xmlns="http://www.w3.org/2000/svg" xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" width="300" height="200" viewBox="0 0 300 200" inkscape:export-filename="/home/${planted.owner}/plan.png"><!-- ${planted.comment} --><metadata>${planted.xmp}</metadata><path fill="none" stroke="#000" d="M0 0L300 200"/></svg>`;

const mdx = `---
title: "Visit"
summary: "How to reach the three towns, with a plan of the ways between them and a view of the hall."
order: 1
---

A sum of {1 + 1} words.

![A plan of the ways](./plan.svg "Drawing: A. Hand, CC0")

![The hall again](../events/IMG_1234.JPG "Photo: A. Hand, CC BY-SA 4.0, https://example.org/hall")
`;

let dir = '';
let site = '';
let remove = (): void => undefined;

beforeAll(async () => {
  const photo = await phonePhoto();
  expect(photo.length).toBeGreaterThan(1_000_000);
  ({ dir, remove } = copyWithChanges({
    'events/IMG_1234.JPG': photo,
    'events/lantern.en.md': {
      replace: '## The order',
      with: '![The hall, seen from the gate](./IMG_1234.JPG "Photo: A. Hand, CC BY-SA 4.0, https://example.org/hall")\n\n## The order',
    },
    // No text shows these.
    'events/not-shown.jpg': photo,
    'events/_aside/kept.jpg': photo,
    'pages/visit.en.md': null,
    'pages/visit.en.mdx': mdx,
    'pages/plan.svg': svg,
  }));
  site = await buildSite('pictures', { CONTENT_DIR: dir });
});
afterAll(() => remove());

const filesOf = () => globSync('**/*', { cwd: site }).filter((file) => statSync(join(site, file)).isFile());
const isPicture = (file: string) => /\.(jpe?g|png|webp|avif|gif|svg)$/i.test(file);
const pictures = () => filesOf().filter((file) => isPicture(file) && /^pictures\//.test(file));
const figures = (address: string) => [
  ...(pagesIn(site)
    .find((page) => page.address === address)
    ?.document.querySelectorAll('.prose figure.picture') ?? []),
];

describe('a 12-megapixel photo with GPS and camera data', () => {
  test('has this metadata in the content folder; without it, the tests below would prove nothing', async () => {
    const source = readFileSync(join(dir, 'events/IMG_1234.JPG'));
    const { exif, xmp, iptc, icc, orientation, width, height } = await sharp(source).metadata();
    expect([exif, xmp, iptc, icc].map(Boolean)).toEqual([true, true, true, true]);
    expect([orientation, width, height]).toEqual([6, 4032, 3024]);
    // The pointer to the GPS data, tag 0x8825 with one LONG.
    expect(exif?.includes(Buffer.from('2588040001000000', 'hex'))).toBe(true);
    expect(source.includes('GPSLatitude')).toBe(true);
    for (const word of Object.values(planted)) expect(source.includes(word), word).toBe(true);
  });

  test('no picture on the site has metadata', async () => {
    const files = filesOf().filter(isPicture);
    expect(pictures().length).toBeGreaterThan(10);
    for (const file of files) {
      const found = await sharp(join(site, file)).metadata();
      for (const part of ['exif', 'xmp', 'xmpAsString', 'iptc', 'tifftagPhotoshop', 'comments', 'orientation'] as const)
        expect(found[part], `${part} of ${file}`).toBeUndefined();
      if (pictures().includes(file)) expect(found.icc, `profile of ${file}`).toBeUndefined();
    }
  });

  test('no file on the site contains the camera’s data or is the original photo', () => {
    const source = readFileSync(join(dir, 'events/IMG_1234.JPG'));
    for (const file of filesOf()) {
      const bytes = readFileSync(join(site, file));
      expect(bytes.equals(source), file).toBe(false);
      expect(bytes.includes('Planted'), file).toBe(false);
      if (isPicture(file))
        for (const word of ['Exif\0', 'GPSLatitude', '<x:xmpmeta', 'Photoshop'])
          expect(bytes.includes(word), `${word} in ${file}`).toBe(false);
    }
  });

  test('only pictures that a text shows are published', () => {
    expect(filesOf().filter((file) => /not-shown|kept/i.test(file))).toEqual([]);
    expect(globSync('_astro/*.{jpg,JPG,jpeg,png,webp,avif,svg}', { cwd: site })).toEqual([]);
    const shown = new Set(
      pagesIn(site).flatMap(({ html }) => [...html.matchAll(/\/(pictures\/[^\s",]+)/g)].map(([, file]) => file)),
    );
    expect([...shown].sort()).toEqual(pictures().sort());
  });

  test('is upright, as AVIF, WebP and JPEG, in the widths for the text column, with width and height', async () => {
    const figure = figures('/events/lantern/')[1] as Element;
    const formats = [...figure.querySelectorAll('source')].map((source) => source.getAttribute('type'));
    expect(formats).toEqual(['image/avif', 'image/webp']);
    const image = figure.querySelector('img') as Element;
    expect(image.getAttribute('src')).toMatch(/^\/pictures\/img-1234-[0-9a-f]{12}-912\.jpg$/);
    const [width, height] = ['width', 'height'].map((name) => Number(image.getAttribute(name)));
    expect([width, height]).toEqual([1216, 1621]);
    for (const source of figure.querySelectorAll('source')) {
      const set = (source.getAttribute('srcset') ?? '').split(', ').map((each) => each.split(' ') as [string, string]);
      expect(set.map(([, wide]) => wide)).toEqual(['400w', '608w', '912w', '1216w']);
      expect(source.getAttribute('sizes')).toMatch(/rem, 92vw$/);
      for (const [file, wide] of set) {
        const { data, info } = await sharp(join(site, file)).removeAlpha().raw().toBuffer({ resolveWithObject: true });
        expect(`${info.width}w`, file).toBe(wide);
        expect(info.height / info.width, file).toBeCloseTo(4032 / 3024, 2);
        const at = (x: number, y: number) => {
          const from = (Math.floor(y * info.height) * info.width + Math.floor(x * info.width)) * info.channels;
          return [...data.subarray(from, from + 3)] as [number, number, number];
        };
        const isRed = ([r, g, b]: [number, number, number]) => r > 150 && g < 90 && b < 90;
        const corners: [number, number][] = [
          [0.25, 0.25],
          [0.75, 0.25],
          [0.25, 0.75],
          [0.75, 0.75],
        ];
        expect(
          corners.map(([x, y]) => isRed(at(x, y))),
          file,
        ).toEqual([true, false, false, false]);
      }
    }
  });

  test('has its alternative text, credit and licence; later pictures load lazily', () => {
    const [drawing, photo] = figures('/events/lantern/');
    expect(photo?.querySelector('img')?.getAttribute('alt')).toBe('The hall, seen from the gate');
    expect(photo?.querySelector('figcaption')?.textContent).toBe('Photo: A. Hand, CC BY-SA 4.0, example.org/hall');
    expect(
      [...(photo?.querySelectorAll('figcaption a') ?? [])].map((link) => [
        link.getAttribute('href'),
        link.getAttribute('rel'),
      ]),
    ).toEqual([
      ['https://creativecommons.org/licenses/by-sa/4.0/', 'license'],
      ['https://example.org/hall', null],
    ]);
    expect(drawing?.querySelector('img')?.getAttribute('loading')).toBeNull();
    expect(photo?.querySelector('img')?.getAttribute('loading')).toBe('lazy');
    expect(photo?.closest('p')).toBeNull();
  });

  test('is small: no file over 400 kB, the narrowest AVIF below 40 kB', () => {
    for (const file of pictures()) expect(statSync(join(site, file)).size, file).toBeLessThan(400_000);
    const narrow = pictures().find((file) => /img-1234.*-400\.avif$/.test(file)) as string;
    expect(statSync(join(site, narrow)).size).toBeLessThan(40_000);
  });
});

test('MDX shows pictures the same way', () => {
  const [plan, hall] = figures('/visit/');
  expect(plan?.querySelector('img')?.getAttribute('src')).toMatch(/^\/pictures\/plan-[0-9a-f]{12}\.svg$/);
  expect(plan?.querySelector('figcaption a')?.getAttribute('href')).toBe(
    'https://creativecommons.org/publicdomain/zero/1.0/',
  );
  expect(hall?.querySelectorAll('source')).toHaveLength(2);
  expect(hall?.querySelector('img')?.getAttribute('width')).toBe('1216');
  expect(figures('/visit/').some((figure) => figure.closest('p'))).toBe(false);
});

test('the Markdown of a page has a picture’s texts, but not its file', () => {
  const text = readFileSync(join(site, 'events/lantern/index.md'), 'utf8');
  expect(text).toContain('*The hall, seen from the gate* (Photo: A. Hand, CC BY-SA 4.0, https://example.org/hall)');
  expect(text).not.toMatch(/IMG_1234|\/pictures\//i);
});
