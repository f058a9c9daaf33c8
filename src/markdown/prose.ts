/**
 * The text of an entry for a page: Markdown from our own renderer, MDX from Astro's compiler.
 * This is the only module in this folder that needs Astro, because Vite compiles MDX.
 */
import type { AstroComponentFactory } from 'astro/runtime/server/index.js';
import { formatPublished } from '../calendar/dates-and-times.ts';
import type { PageContext } from '../i18n/page-context.ts';
import { translator } from '../i18n/translate.ts';
import { readBody } from '../model/body.ts';
import type { Localized } from '../model/edition.ts';
import { picturePath } from '../model/pictures.ts';
import { figureOf } from '../images/figure.ts';
import { variantsFor, type PreparedImage } from '../images/make.ts';
import { contentDir } from '../settings.ts';
import { loadMdx } from './mdx-positions.ts';
import { renderMarkdown } from './render.ts';

const compiled = import.meta.glob<{ default: AstroComponentFactory }>('@content/**/*.mdx');

export interface Prose {
  html: string;
  Content?: AstroComponentFactory;
}

export async function proseOf(page: PageContext, localized: Localized): Promise<Prose> {
  const { words, lang } = localized;
  if (words.extension === 'mdx') {
    const load = byPath(compiled, words.file);
    if (!load) throw new Error(`${words.file} wasn't compiled`);
    return { html: '', Content: await loadMdx(words.file, load) };
  }
  const images = new Map<string, PreparedImage>();
  if (words.body.includes('!['))
    for (const { target } of readBody(words.body).pictures) {
      const path = picturePath(words.file, target);
      const picture = await variantsFor(contentDir(), path);
      if (picture) images.set(path, picture);
    }
  let first = true;
  const t = translator(page.edition, lang);
  const html = renderMarkdown(words.body, {
    lang,
    sources: page.edition.sources,
    link: page.link,
    picture: (target, alt, credit) => {
      const picture = images.get(picturePath(words.file, target));
      const figure = picture && figureOf(picture, { lang, alt, credit }, first);
      first = false;
      return figure;
    },
    footnotes: {
      title: t('footnotes.title'),
      back: (reference) => t('footnotes.back', { reference }),
      published: (date) => formatPublished(lang, date),
    },
  });
  return { html };
}

/** A module by its path relative to the content folder, which is the end of Vite's key. */
function byPath<T>(modules: Record<string, T>, path: string): T | undefined {
  const key = Object.keys(modules).find((name) => name.endsWith(`/${path}`));
  return key === undefined ? undefined : modules[key];
}
