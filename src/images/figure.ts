/** Renders a picture as HTML, with its image files, alternative text and credit. */
import { escapeHtml } from '../escape-html.ts';
import { servedAddress } from '../i18n/addresses.ts';
import { typeset } from '../i18n/typography.ts';
import { licenceAddress } from '../model/schema/licence.ts';
import type { PreparedImage } from './make.ts';
import { isUpright, sizesOf } from './variants.ts';

/** The value of a picture import in MDX: its path in the content folder. */
export interface ContentPicture {
  contentPicture: string;
}

export interface Words {
  /** The language of the texts, for typography. */
  lang: string;
  alt: string;
  credit: string;
}

export const pictureAddress = (name: string): string => servedAddress(`/pictures/${name}`);

/** @param first true for a picture that may be in the first viewport; others are loaded lazily */
export function figureOf({ info, files }: PreparedImage, { lang, alt, credit }: Words, first: boolean): string {
  const fallback = files.at(-1) as PreparedImage['files'][number];
  const sources = (['avif', 'webp'] as const).flatMap((format) => {
    const set = files.filter((file) => file.format === format);
    if (set.length === 0) return [];
    const srcset = set.map(({ name, width }) => `${pictureAddress(name)} ${width}w`).join(', ');
    return `<source type="image/${format}" srcset="${srcset}" sizes="${sizesOf(info)}">`;
  });
  const { width, height } = files.reduce((widest, file) => (file.width > widest.width ? file : widest));
  const image = `<img src="${pictureAddress(fallback.name)}" alt="${escapeHtml(typeset(lang, alt))}" width="${width}" height="${height}"${first ? '' : ' loading="lazy"'} decoding="async">`;
  const shape = ['picture', isUpright(info) && 'upright', info.transparent && 'clear'].filter(Boolean).join(' ');
  const caption = credit === '' ? '' : `<figcaption data-pagefind-ignore>${creditHtml(lang, credit)}</figcaption>`;
  return `<figure class="${shape}">${sources.length > 0 ? `<picture>${sources.join('')}${image}</picture>` : image}${caption}</figure>`;
}

/** Names of Creative Commons licences, as people write them, and web addresses. */
const linked = /\bCC (BY(?:-(?:NC|ND|SA))*) (\d\.\d)\b|\bCC0(?: 1\.0)?\b|https?:\/\/[^\s<>"()]*[^\s<>"().,;:!?]/g;

/** The credit as HTML, with links to web addresses and, as licences require, to the licences. */
export function creditHtml(lang: string, credit: string): string {
  let html = '';
  let end = 0;
  for (const match of credit.matchAll(linked)) {
    const [text, terms, version] = match;
    const address = text.startsWith('http')
      ? text
      : licenceAddress(terms === undefined ? 'CC0-1.0' : `CC-${terms}-${version}`);
    const words = text.startsWith('http') ? text.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '') : text;
    html += escapeHtml(typeset(lang, credit.slice(end, match.index)));
    html += `<a href="${escapeHtml(address ?? '')}"${text.startsWith('http') ? '' : ' rel="license"'}>${escapeHtml(words)}</a>`;
    end = match.index + text.length;
  }
  return html + escapeHtml(typeset(lang, credit.slice(end)));
}
