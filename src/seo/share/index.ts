import type { Page } from '../../i18n/page.ts';
import { beingMade, note, type Part } from '../../model/parts.ts';
import { cardOf } from './card.ts';
import { pictureName } from './draw.ts';

export { cardOf, shareTitle } from './card.ts';
export { iconPicture, pictureFile, pictureName, pictureOf, size } from './draw.ts';

/** Every page is shared but "not found", which has no address of its own. */
export const isShared = (page: Page): boolean => page.address !== '/' || page.entry !== undefined;

/** The picture that was named last: a page names its own several times. */
let last: { making: unknown; lang: string; address: string; name: string } | undefined;

/** Whole address of the picture that stands for a page where it is shared. */
export function pictureUrl(page: Page): string {
  const { lang, address, edition } = page;
  const making = beingMade();
  if (!making || last?.making !== making || last.lang !== lang || last.address !== address)
    last = { making, lang, address, name: pictureName(cardOf(page)) };
  note(picturePart(last));
  return `${edition.site.address}/share/${last.name}.png`;
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
