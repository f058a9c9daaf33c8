import type { Page } from '../../i18n/page.ts';
import { cardOf } from './card.ts';
import { pictureName } from './draw.ts';

export { cardOf, shareTitle } from './card.ts';
export { iconPicture, pictureName, pictureOf, size } from './draw.ts';

/** Every page is shared but "not found", which has no address of its own. */
export const isShared = (page: Page): boolean => page.address !== '/' || page.entry !== undefined;

/** Whole address of the picture that stands for a page where it is shared. */
export const pictureUrl = (page: Page): string => `${page.edition.site.address}/share/${pictureName(cardOf(page))}.png`;
