import { pageContext, type PageContext } from '../i18n/page-context.ts';
import { sectionOf } from '../model/schema/kinds.ts';
import { pagesOf } from '../model/page-addresses.ts';
import type { Edition } from '../model/edition.ts';
import { memo } from '../model/memo.ts';
import { cardOf, shareTitle, type Card } from './card.ts';
import { pictureName } from './draw.ts';

/** All pages have a share picture (`og:image`), except the 404 page, which has no address of its own. */
export const hasSharePicture = (page: PageContext): boolean => page.address !== '/' || page.entry !== undefined;

/** The page whose picture a page uses: itself, or its section's page if site.yaml says so (`sharePictures`). */
function pictured(page: PageContext): PageContext {
  const { edition, lang, entry } = page;
  if (edition.site.sharePictures !== 'sections' || !entry || entry.kind === 'meeting') return page;
  const section = sectionOf[entry.kind];
  return section === ''
    ? pageContext(edition, lang, '/', edition.entries.meeting[0])
    : pageContext(edition, lang, `/${section}/`);
}

/** The title on a page's picture. */
export const pictureTitle = (page: PageContext): string => shareTitle(pictured(page));

/** Absolute URL of a page's picture. */
export const pictureUrl = (page: PageContext): string =>
  `${page.edition.site.address}/share/${nameFor(pictured(page))}.png`;

/** The file name of a page's picture; memoised, because many pages refer to the same picture. */
const nameFor = (page: PageContext): string =>
  memo(page.edition, `picture ${page.lang} ${page.address}`, () => pictureName(cardOf(page)));

/** All pictures of the edition, by file name. */
export function shareCards(edition: Edition): Map<string, Card> {
  const cards = new Map<string, Card>();
  const seen = new Set<string>();
  for (const { code } of edition.site.languages)
    for (const [address, entry] of pagesOf(edition.entries)) {
      const shown = pictured(pageContext(edition, code, address, entry));
      const key = `${code} ${shown.address}`;
      if (seen.has(key)) continue;
      seen.add(key);
      cards.set(nameFor(shown), cardOf(shown));
    }
  return cards;
}
