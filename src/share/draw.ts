/** Draws share pictures. Each is cached under a hash of its content. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { Renderer, type Node } from '@takumi-rs/core';
import pLimit from 'p-limit';
import sharp from 'sharp';
import { cached, cacheFolder, versionOf } from '../cache.ts';
import type { Edition } from '../model/edition.ts';
import { displayWidth } from '../model/schema/characters.ts';
import { colours, iconDrawing, type Card } from './card.ts';
import { shareFonts } from './fonts.ts';

export const size = { width: 1200, height: 630 } as const;

/** Everything besides the card that affects the pictures: a new version of any of it invalidates the cache. */
const tools = (): string[] => [
  ...['@takumi-rs/core', 'sharp'].map(versionOf),
  ...new Set(shareFonts().map(({ origin }) => origin)),
];

/** The name of a card's picture: a hash of the complete design. */
export function pictureName(card: Card): string {
  return createHash('sha256')
    .update(JSON.stringify([tools(), design(card)]))
    .digest('hex')
    .slice(0, 16);
}

/** A card's picture as PNG, 1200 × 630. */
export const pictureOf = (card: Card): Promise<Buffer> =>
  cached(cacheFolder('share'), `${pictureName(card)}.png`, () => draw(card));

async function draw(card: Card): Promise<Buffer> {
  const pixels = await (await renderer()).render(design(card), { ...size, format: 'raw', lang: card.lang });
  // With few colours, a palette takes a third of the bytes.
  return sharp(pixels, { raw: { ...size, channels: 4 } })
    .removeAlpha()
    .png({ palette: true, colours: 64, effort: 1, dither: 0, compressionLevel: 9 })
    .toBuffer();
}

/** Draws the pictures that aren't cached, two at a time: one is compressed while another is drawn. */
export async function drawAll(cards: Iterable<Card>): Promise<void> {
  await pLimit(2).map(cards, pictureOf);
}

/** The site's icon as PNG. @param pixels width and height */
export async function iconPicture(edition: Edition, pixels: number, maskable: boolean): Promise<Buffer> {
  const node: Node = {
    type: 'image',
    src: `data:image/svg+xml,${encodeURIComponent(iconDrawing(edition, maskable))}`,
    width: pixels,
    height: pixels,
  };
  return (await renderer()).render(node, { width: pixels, height: pixels, format: 'png' });
}

let ready: Promise<Renderer> | undefined;
const renderer = (): Promise<Renderer> => (ready ??= prepare());

async function prepare(): Promise<Renderer> {
  const made = new Renderer();
  for (const { family, file, ranges } of shareFonts())
    if (existsSync(file)) await made.registerFont({ name: family, data: readFileSync(file), unicodeRange: ranges });
  return made;
}

/** Total space on both sides of the text. */
const padding = 104;

/** Font size of the title in pixels, so that it fits into four lines, and its longest word into the width. */
function titleSize(title: string, width: number): number {
  const steps = [
    [18, 96],
    [34, 80],
    [52, 66],
    [80, 56],
  ] as const;
  const fitting = steps.find(([letters]) => displayWidth(title) <= letters)?.[1] ?? 46;
  // East Asian titles break after any character.
  const words = title.split(/[\s-]|(?<=[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Hangul}])/u);
  const longest = Math.max(...words.map(displayWidth));
  // A letter is a little more than half as wide as the font size.
  return Math.min(fitting, Math.floor(width / (longest * 0.58)));
}

/** A card: its texts beside its picture or, if no font has the title's letters, mainly the picture, at full width. */
function design(card: Card): Node {
  const { lang, rtl, title } = card;
  const families = [...new Set(shareFonts().map(({ family }) => `'${family}'`))].join(', ');
  return {
    type: 'container',
    lang,
    style: {
      ...size,
      display: 'flex',
      flexDirection: title === undefined ? 'column' : 'row',
      backgroundColor: colours.paper,
      color: colours.ink,
      direction: rtl ? 'rtl' : 'ltr',
      fontFamily: families,
    },
    children: title === undefined ? untitled(card) : titled(card, title),
  };
}

const text = (content: string, style: Record<string, unknown>): Node => ({
  type: 'text',
  text: content,
  style: { width: '100%', textAlign: 'start', ...style },
});

const image = (svg: string, width: number, height: number): Node => ({
  type: 'image',
  src: `data:image/svg+xml,${encodeURIComponent(svg)}`,
  width,
  height,
});

/** The middle of a picture, as wide as the card. */
function cut({ svg, width }: Card['picture'], height: number): Node {
  const whole = (size.height * size.width) / width;
  const style = { position: 'absolute', top: (height - whole) / 2, left: 0 } as const;
  return {
    type: 'container',
    style: { position: 'relative', overflow: 'hidden', width: size.width, height },
    children: [{ ...image(svg, size.width, whole), style }],
  };
}

/** The picture, above the site's name, place and date, if the fonts have their letters. */
function untitled({ picture, site, about }: Card): Node[] {
  const line = [site, about].filter((one) => one !== '').join(' · ');
  if (line === '') return [cut(picture, size.height)];
  const strip = 110;
  return [
    cut(picture, size.height - strip),
    text(line, { fontSize: 34, fontWeight: 600, height: strip, padding: '30px 64px' }),
  ];
}

function titled({ rtl, kicker, about, site, picture }: Card, title: string): Node[] {
  return [
    {
      type: 'container',
      style: {
        width: size.width - picture.width,
        height: size.height,
        padding: '60px 40px 56px 64px',
        ...(rtl && { padding: '60px 64px 56px 40px' }),
        display: 'flex',
        flexDirection: 'column',
        justifyContent: 'space-between',
      },
      children: [
        text(site, { fontSize: 28, fontWeight: 600 }),
        {
          type: 'container',
          style: { width: '100%', display: 'flex', flexDirection: 'column', gap: 18 },
          children: [
            ...(kicker === '' ? [] : [text(kicker, { fontSize: 27, lineHeight: 1.25, color: colours.soft })]),
            text(title, {
              fontSize: titleSize(title, size.width - picture.width - padding),
              lineHeight: 1.06,
              // Letter spacing would separate the joined letters of Arabic script.
              letterSpacing: rtl ? 0 : '-0.02em',
              fontWeight: 500,
              textWrap: 'balance',
            }),
          ],
        },
        text(about, { fontSize: 29, lineHeight: 1.25, borderTop: `2px solid ${colours.rule}`, paddingTop: '20px' }),
      ],
    },
    image(picture.svg, picture.width, size.height),
  ];
}
