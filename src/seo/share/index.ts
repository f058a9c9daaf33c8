import { pageIn, type Page } from '../../i18n/page.ts';
import { sectionOf } from '../../model/kinds/index.ts';
import { note, once, type Part } from '../../model/parts.ts';
import { cardOf, shareTitle } from './card.ts';
import { pictureName } from './draw.ts';

export { cardOf, shareTitle } from './card.ts';
export { iconPicture, pictureFile, pictureName, pictureOf, size } from './draw.ts';

/** Every page is shared but "not found", which has no address of its own. */
export const isShared = (page: Page): boolean => page.address !== '/' || page.entry !== undefined;

/**
 * The page whose picture stands for a page: its own, or its section's where the edition is so large that drawing one for
 * each page would take longer than the rest of the build.
 */
function pictured(page: Page): Page {
  const { edition, lang, entry } = page;
  if (edition.site.sharePictures !== 'sections' || !entry || entry.kind === 'meeting') return page;
  const section = sectionOf[entry.kind];
  return section === ''
    ? pageIn(edition, lang, '/', edition.entries.meeting[0])
    : pageIn(edition, lang, `/${section}/`);
}

/** What the picture that stands for a page is called. */
export const pictureTitle = (page: Page): string => shareTitle(pictured(page));

/** Whole address of the picture that stands for a page where it is shared. */
export function pictureUrl(page: Page): string {
  const shown = pictured(page);
  const { lang, address, edition } = shown;
  // A section's stands for hundreds of pages, and each event's is named by lists too.
  const name = once(edition, `picture ${lang} ${address}`, () => pictureName(cardOf(shown)));
  note(picturePart({ name, lang, address }));
  return `${edition.site.address}/share/${name}.png`;
}

/** A picture that a page shows: its name, and whose it is. */
export interface PictureOfPage {
  name: string;
  lang: string;
  address: string;
}

const prefix = 'picture:';

/** A page's picture among the parts that it was made from, so that the build knows which to lay beside the pages. */
const picturePart = ({ name, lang, address }: PictureOfPage): Part => `${prefix}${name} ${lang} ${address}`;

/** The picture that a part of a page is, if it is one. */
export function pictureIn(part: Part): PictureOfPage | undefined {
  if (!part.startsWith(prefix)) return undefined;
  const [name = '', lang = '', address = ''] = part.slice(prefix.length).split(' ');
  return { name, lang, address };
}
