import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, describe, expect, test } from 'vitest';
import { readContent } from '../../src/model/read/content.ts';
import { formatProblem } from '../../src/model/problem.ts';
import { creditHtml, figureOf } from '../../src/images/figure.ts';
import { inspectImage } from '../../src/images/inspect.ts';
import { bytesOf, variantsFor } from '../../src/images/make.ts';
import { pictureProblems } from '../../src/images/problems.ts';
import { maxSide, variantsOf } from '../../src/images/variants.ts';
import { plainSvg, unsafeInSvg } from '../../src/images/svg.ts';
import { copyWithChanges } from '../content-errors/copy-with-changes.ts';
import { phonePhoto } from '../helpers/photo.ts';

const dir = mkdtempSync(join(tmpdir(), 'pictures-'));
afterAll(() => rmSync(dir, { recursive: true }));
const put = (name: string, bytes: Buffer | string): string => {
  writeFileSync(join(dir, name), bytes);
  return name;
};
const plain = (width: number, height: number, background = '#a05020') =>
  sharp({ create: { width, height, channels: 4, background } });

describe('image information', () => {
  test('a portrait photo stored sideways is upright', async () => {
    put('phone.jpg', await phonePhoto({ width: 400, height: 300 }));
    expect(await inspectImage(join(dir, 'phone.jpg'), true)).toEqual({
      info: { format: 'jpeg', width: 300, height: 400, transparent: false },
    });
  });

  test('formats and transparency are read from the file’s content', async () => {
    put('named.jpg', await plain(80, 60).png().toBuffer());
    put('photo.avif', await plain(80, 60).removeAlpha().avif().toBuffer());
    put('drawing.svg', '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 200"><path d="M0 0h9"/></svg>');
    put('still.gif', await plain(80, 60).gif().toBuffer());
    expect(await inspectImage(join(dir, 'named.jpg'))).toMatchObject({ info: { format: 'png', transparent: true } });
    expect(await inspectImage(join(dir, 'photo.avif'))).toMatchObject({ info: { format: 'avif', transparent: false } });
    expect(await inspectImage(join(dir, 'drawing.svg'))).toMatchObject({
      info: { format: 'svg', width: 300, height: 200 },
    });
    expect(await inspectImage(join(dir, 'still.gif'))).toMatchObject({ info: { format: 'gif' } });
  });
});

describe('a faulty picture is reported with its name and what to do', () => {
  test('only a few pictures are in memory at once', async () => {
    put('dot.png', await plain(1, 1).png().toBuffer());
    let [open, most] = [0, 0];
    const inspector = async () => {
      most = Math.max(most, (open += 1));
      await new Promise((resolve) => setImmediate(resolve));
      open -= 1;
      return { fault: 'x' };
    };
    const problems = await pictureProblems(
      dir,
      Array.from({ length: 50 }, () => 'dot.png'),
      inspector,
    );
    expect(problems).toHaveLength(50);
    expect(most).toBeLessThan(10);
  });

  const problemOf = async (name: string) => (await pictureProblems(dir, [name])).map(formatProblem);

  test('truncated, damaged in the middle, or not a picture at all', async () => {
    const photo = await phonePhoto({ width: 1200, height: 900 });
    put('cut.jpg', photo.subarray(0, photo.length * 0.6));
    // An end marker in the middle, whatever the photo's noise is.
    const middle = photo.length >> 1;
    put('damaged.jpg', Buffer.from(photo).fill(Buffer.from([0xff, 0xd9]), middle, middle + 300));
    put('cut.png', (await plain(600, 600).png().toBuffer()).subarray(0, 200));
    put('text.jpg', '\xff\xd8\xff and so on');
    for (const name of ['cut.jpg', 'damaged.jpg', 'cut.png', 'text.jpg'])
      expect(await problemOf(name), name).toEqual([
        `${name}:1  this picture is damaged or incomplete; copy or export it again`,
      ]);
  });

  test('an animation', async () => {
    const frames = await Promise.all(['#f00', '#00f'].map((colour) => plain(40, 40, colour).png().toBuffer()));
    put(
      'moves.gif',
      await sharp(frames, { join: { animated: true } })
        .gif()
        .toBuffer(),
    );
    expect(await problemOf('moves.gif')).toEqual([
      expect.stringMatching(/^moves\.gif:1 {2}animated pictures aren’t allowed; .* \.png$/),
    ]);
  });

  test('a picture that the build can’t encode, and only that', async () => {
    const tall = async (height: number) =>
      join(dir, put(`${height}.png`, await plain(8, height).removeAlpha().png().toBuffer()));
    const fine = await tall(maxSide);
    const inspection = await inspectImage(fine);
    const variants = 'info' in inspection ? variantsOf(inspection.info) : [];
    expect(variants).toHaveLength(3);
    for (const variant of variants) expect((await bytesOf(fine, variant, join(dir, 'tall'))).length).toBeGreaterThan(0);
    expect(await inspectImage(await tall(maxSide + 1))).toEqual({
      fault: expect.stringMatching(/^this picture is 8 × 16384 pixels, too tall/) as unknown,
    });
  });

  test('a photo that is too small causes a note; a small drawing doesn’t', async () => {
    put('small.jpg', await plain(300, 200).jpeg().toBuffer());
    put('small.png', await plain(300, 200).png().toBuffer());
    expect(await problemOf('small.jpg')).toEqual([expect.stringContaining('note: this photo is only 300 pixels wide')]);
    expect(await problemOf('small.png')).toEqual([]);
  });

  test('a screenshot that is too long for its formats', async () => {
    put('long.jpg', await plain(1080, 16_400).jpeg().toBuffer());
    expect(await problemOf('long.jpg')).toEqual([expect.stringContaining('1080 × 16400')]);
  });

  test('a format that no browser supports, with the extension of another', async () => {
    put('scan.jpg', await plain(40, 40).tiff().toBuffer());
    expect(await problemOf('scan.jpg')).toEqual([
      expect.stringContaining('tiff pictures aren’t supported; save the picture as .jpg or .png'),
    ]);
  });

  test.each([
    ['a script', '<svg>\n<script>alert(1)</script></svg>', '<script> (line 2)'],
    ['a script with a prefix', '<svg xmlns:s="http://www.w3.org/2000/svg"><s:script/></svg>', '<s:script> (line 1)'],
    ['a handler', '<svg onload="alert(1)"/>', 'the attribute "onload"'],
    ['a link that is a script', '<svg><use href="&#106;avascript:alert(1)"/></svg>', 'the address in "href"'],
    ['HTML', '<svg><foreignObject><p/></foreignObject></svg>', '<foreignObject> (line 1), <p> (line 1)'],
    ['a photo', '<svg><image href="data:image/jpeg;base64,/9j/"/></svg>', '<image>'],
    ['a photo in a filter', '<svg><filter><feImage href="#a"/></filter></svg>', '<feImage>'],
    ['an animation', '<svg><rect><animate attributeName="x"/></rect></svg>', '<animate>'],
    ['an animation in CSS', '<svg><style>@keyframes a {}</style></svg>', '@keyframes'],
    ['CSS from another site', '<svg><style>@import "https://example.org/x.css"</style></svg>', 'an address in <style>'],
    ['a picture in CSS', '<svg><style><![CDATA[g { fill: url(//example.org/a.svg#b) }]]></style></svg>', '<style>'],
    ['a picture in an attribute', '<svg><g style="mask: url(/a.svg#b)"/></svg>', 'the address in "style"'],
    ['a link to another site', '<svg><use xlink:href="//example.org/x.svg#a"/></svg>', 'the address in "xlink:href"'],
    ['a style sheet', '<?xml-stylesheet href="/x.css"?><svg/>', '<?xml-stylesheet?>'],
    ['entities', '<!DOCTYPE svg [<!ENTITY a "b">]><svg/>', '<!ENTITY>'],
    ['an unknown namespace', '<svg xmlns:x="https://x.example"><x:y/></svg>', '<x:y>'],
  ])('a drawing with %s', async (_, svg, part) => {
    const message = await unsafeInSvg(svg);
    expect(message).toMatch(/^this drawing contains .*; save it as a plain SVG without these$/);
    expect(message).toContain(part);
  });

  test('a plain drawing is accepted, without its editor’s metadata', async () => {
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" xmlns:sodipodi="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd" viewBox="0 0 9 9" sodipodi:docname="Secret.svg"><!-- Secret --><metadata>Secret</metadata><sodipodi:namedview pagecolor="#fff"/><style>path { fill: url(#a) }</style><path d="M0 0h9"/></svg>`;
    expect(await unsafeInSvg(svg)).toBeUndefined();
    const made = await plainSvg(svg);
    expect(made).not.toContain('Secret');
    expect(made).toContain('viewBox="0 0 9 9"');
    expect(made).toContain('M0 0h9');
  });
});

describe('image variants', () => {
  const named = (format: 'jpeg' | 'png' | 'svg', width: number, transparent = false) =>
    variantsOf({ format, width, height: width, transparent }).map((variant) => `${variant.format} ${variant.width}`);

  test('modern formats in the widths for the text column, then one fallback file', () => {
    expect(named('jpeg', 4032)).toEqual([
      ...[400, 608, 912, 1216].map((width) => `avif ${width}`),
      ...[400, 608, 912, 1216].map((width) => `webp ${width}`),
      'jpeg 912',
    ]);
  });
  test('none is wider than the picture, and none almost as wide as another', () => {
    expect(named('jpeg', 640)).toEqual(['avif 400', 'avif 640', 'webp 400', 'webp 640', 'jpeg 640']);
    expect(named('png', 90)).toEqual(['avif 90', 'webp 90', 'png 90']);
  });
  test('PNG and transparent pictures stay PNG, drawings stay SVG', () => {
    expect(named('jpeg', 300, true).at(-1)).toBe('png 300');
    expect(named('png', 300).at(-1)).toBe('png 300');
    expect(named('svg', 300)).toEqual(['svg 300']);
  });

  test('a file is made once and then cached', async () => {
    const cache = join(dir, 'cache');
    const source = join(dir, put('once.png', await plain(120, 80).png().toBuffer()));
    const variant = { format: 'webp', width: 60, height: 40 } as const;
    const first = await bytesOf(source, variant, cache);
    expect(await sharp(first).metadata()).toMatchObject({ format: 'webp', width: 60, height: 40 });
    const [kept = ''] = readdirSync(cache);
    writeFileSync(join(cache, kept), 'kept');
    expect((await bytesOf(source, variant, cache)).toString()).toBe('kept');
    put('once.png', await plain(120, 80, '#00f').png().toBuffer());
    expect((await bytesOf(source, variant, cache)).toString()).not.toBe('kept');
  });

  test('a picture that can’t be decoded fails with a message that names it, and leaves nothing behind', async () => {
    const cache = join(dir, 'cache-of-none');
    put('half.jpg', (await plain(900, 900).jpeg().toBuffer()).subarray(0, 3000));
    const made = bytesOf(join(dir, 'half.jpg'), { format: 'avif', width: 400, height: 400 }, cache);
    await expect(made).rejects.toThrow("half.jpg: this picture can't be decoded; copy or export it again");
    expect(existsSync(cache)).toBe(false);
    expect(await variantsFor(dir, 'nowhere.jpg')).toBeUndefined();
    expect(await variantsFor(dir, '../outside.jpg')).toBeUndefined();
  });

  test('file names stay readable, and have only characters that addresses may have', async () => {
    put('Zdjęcie 1 (Łódź).JPG', await plain(90, 60).jpeg().toBuffer());
    const made = await variantsFor(dir, 'Zdjęcie 1 (Łódź).JPG');
    expect(made?.files.map(({ name }) => name).at(-1)).toMatch(/^zdjecie-1-lodz-[0-9a-f]{12}-90\.jpg$/);
  });
});

describe('the figure of a picture', () => {
  test('escapes what editors write, and uses its language’s typography', async () => {
    put('any.jpg', await plain(1600, 900).removeAlpha().jpeg().toBuffer());
    const made = await variantsFor(dir, 'any.jpg');
    if (!made) throw new Error('no picture');
    const html = figureOf(made, { lang: 'fr', alt: 'Un "toit" <b> & nuit ?', credit: 'Photo : A & B' }, true);
    expect(html).toContain('alt="Un &quot;toit&quot; &lt;b&gt; &amp; nuit\u202f?"');
    expect(html).toContain('Photo\u00a0: A &amp; B</figcaption>');
    expect(html).toContain('width="1216" height="684"');
    expect(html).not.toMatch(/loading=|style=/);
    expect(figureOf(made, { lang: 'fr', alt: 'x', credit: 'y' }, false)).toContain(' loading="lazy"');
  });

  test.each([
    [
      'A. Hand, CC BY-NC-SA 4.0.',
      '<a href="https://creativecommons.org/licenses/by-nc-sa/4.0/" rel="license">CC BY-NC-SA 4.0</a>.',
    ],
    ['A. Hand, CC0', '<a href="https://creativecommons.org/publicdomain/zero/1.0/" rel="license">CC0</a>'],
    [
      'A. Hand (https://www.example.org/a?b=1&c=2)',
      '(<a href="https://www.example.org/a?b=1&amp;c=2">example.org/a?b=1&amp;c=2</a>)',
    ],
    ['A. Hand, all rights reserved', 'A. Hand, all rights reserved'],
  ])('%s', (credit, html) => {
    expect(creditHtml('en', credit)).toContain(html);
  });
});

describe('notes on pictures', () => {
  const notes = (changes: Parameters<typeof copyWithChanges>[0]) => {
    const { dir: content, remove } = copyWithChanges(changes);
    const { problems } = readContent(content);
    remove();
    return problems.map(formatProblem).filter((line) => !/there is no translation|interface word/.test(line));
  };
  const photo = Buffer.from('\xff\xd8\xff', 'latin1');

  test('the valid edition has none', () => {
    expect(notes({})).toEqual([]);
  });
  test('a picture that no text shows', () => {
    expect(notes({ 'events/other.jpg': photo })).toEqual([
      'events/other.jpg:1  note: no text shows this picture; show it or delete it',
    ]);
  });
  test('a translation that lacks a picture, or has the original’s alternative text', () => {
    expect(
      notes({ 'events/lantern.ar.md': { replace: '![فانوس](./lantern.png', with: '![A lantern](./lantern.png' } }),
    ).toEqual([
      'events/lantern.ar.md:16  note: the alternative text "A lantern" is the same as in the original; translate it',
    ]);
    const line = '![فانوس](./lantern.png "رسم: نقابة صنّاع المصابيح، CC BY 4.0")\n';
    expect(notes({ 'events/lantern.ar.md': { replace: line, with: '' } })).toEqual([
      'events/lantern.ar.md:9  note: the picture "./lantern.png" of the original is missing here; add it',
    ]);
  });
  test('one picture with two credits', () => {
    expect(
      notes({
        'pages/visit.en.md': {
          replace: '\n---\n\n',
          with: '\n---\n\n![A lamp](../events/lantern.png "Drawing: Somebody")\n\n',
        },
      }),
    ).toEqual([
      expect.stringContaining(
        'the credit "Drawing: Somebody" of "../events/lantern.png" differs from the one in events/lantern.en.md',
      ),
    ]);
  });
});
