import { pageIn, type Page } from '../i18n/page-context.ts';
import { sectionOf } from '../model/schema/kinds.ts';
import { pagesOf } from '../model/addresses.ts';
import type { Edition } from '../model/edition.ts';
import { memo } from '../model/memo.ts';
import { cardOf, shareTitle, type Card } from './card.ts';
import { pictureName } from './draw.ts';

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

/** Absolute address of the picture that stands for a page where it is shared. */
export const pictureUrl = (page: Page): string => `${page.edition.site.address}/share/${nameFor(pictured(page))}.png`;

/** The file name of a page's picture. Many pages may share a section's, and lists name each event's. */
const nameFor = (page: Page): string =>
  memo(page.edition, `picture ${page.lang} ${page.address}`, () => pictureName(cardOf(page)));

/** Every picture that pages of the edition name, by its file name. */
export function shareCards(edition: Edition): Map<string, Card> {
  const cards = new Map<string, Card>();
  const seen = new Set<string>();
  for (const { code } of edition.site.languages)
    for (const [address, entry] of pagesOf(edition.entries)) {
      const shown = pictured(pageIn(edition, code, address, entry));
      const key = `${code} ${shown.address}`;
      if (seen.has(key)) continue;
      seen.add(key);
      cards.set(nameFor(shown), cardOf(shown));
    }
  return cards;
}
