/**
 * The text of an entry for a page: Markdown by our own renderer, MDX by Astro's compiler.
 * The one file here that needs Astro: pictures and MDX come through Vite.
 */
import type { AstroComponentFactory } from 'astro/runtime/server/index.js';
import type { ImageMetadata } from 'astro';
import { getImage } from 'astro:assets';
import { formatPublished } from '../calendar/moments.ts';
import type { Page } from '../i18n/page.ts';
import { translator } from '../i18n/translate.ts';
import { readBody } from '../model/body.ts';
import type { Spoken } from '../model/edition.ts';
import { note, unknowable } from '../model/parts.ts';
import { renderMarkdown, type Picture } from './render.ts';

const pictures = import.meta.glob<{ default: ImageMetadata }>(
  '@content/**/*.{jpg,jpeg,png,webp,avif,gif,svg,JPG,JPEG,PNG}',
);
const compiled = import.meta.glob<{ default: AstroComponentFactory }>('@content/**/*.mdx');

/** Widths that a picture is made in, in pixels; none is wider than the picture itself. */
const widths = [400, 800, 1200];

export interface Prose {
  html: string;
  Content?: AstroComponentFactory;
}

export async function proseOf(page: Page, spoken: Spoken): Promise<Prose> {
  const { words, lang } = spoken;
  if (words.extension === 'mdx') {
    // A program may show anything.
    note(unknowable);
    const load = byPath(compiled, words.file);
    if (!load) throw new Error(`${words.file} wasn't compiled`);
    const { default: Content } = await load();
    return { html: '', Content };
  }
  const made = new Map<string, Picture>();
  for (const { target } of words.body.includes('![') ? readBody(words.body).pictures : []) {
    // The file of a picture is no part of the edition; whoever shows one is made again each time.
    note(unknowable);
    const picture = await makePicture(words.file, target);
    if (picture) made.set(target, picture);
  }
  const t = translator(page.edition, lang);
  const html = renderMarkdown(words.body, {
    lang,
    sources: page.edition.sources,
    link: page.link,
    picture: (target) => made.get(target),
    footnotes: {
      title: t('footnotes.title'),
      back: (reference) => t('footnotes.back', { reference }),
      published: (date) => formatPublished(lang, date),
    },
  });
  return { html };
}

async function makePicture(file: string, target: string): Promise<Picture | undefined> {
  const folder = file.includes('/') ? `${file.slice(0, file.lastIndexOf('/'))}/` : '';
  const load = byPath(pictures, `${folder}${decodeURI(target).replace(/^\.\//, '')}`);
  if (!load) return undefined;
  const { default: source } = await load();
  if (source.format === 'svg') return { src: source.src, width: source.width, height: source.height };
  const image = await getImage({
    src: source,
    widths: widths.filter((width) => width < source.width).concat(Math.min(source.width, 1600)),
    format: 'webp',
  });
  return { src: image.src, srcset: image.srcSet.attribute, width: source.width, height: source.height };
}

/** Vite names what it found by a path of its own making; it ends in the path from the content folder. */
function byPath<T>(found: Record<string, T>, path: string): T | undefined {
  const key = Object.keys(found).find((name) => name.endsWith(`/${path}`));
  return key === undefined ? undefined : found[key];
}
