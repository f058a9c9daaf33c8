import type { AstroIntegration } from 'astro';
import { constants, copyFileSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pageIn } from '../i18n/page.ts';
import { pagesOf } from '../model/addresses.ts';
import type { Edition } from '../model/edition.ts';
import type { Part } from '../model/parts.ts';
import { cardOf, pictureFile, pictureIn, pictureOf } from '../seo/share/index.ts';

/** Drawing and packing of two pictures go on at once. */
const atOnce = 2;

/**
 * Lays the share pictures that the pages name beside them, and draws those that no build before has drawn.
 *
 * @param parts what the pages were made from, their pictures among it
 */
export function sharePictures(edition: Edition, parts: () => Iterable<readonly Part[]>): AstroIntegration {
  return {
    name: 'share-pictures',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const folder = join(fileURLToPath(dir), 'share');
        mkdirSync(folder, { recursive: true });
        const pages = pagesOf(edition.entries);
        const waiting = wanted(parts());
        const take = async () => {
          for (const { name, lang, address } of waiting) {
            const file = pictureFile(name);
            if (!existsSync(file)) await pictureOf(cardOf(pageIn(edition, lang, address, pages.get(address))));
            copyFileSync(file, join(folder, `${name}.png`), constants.COPYFILE_FICLONE);
          }
        };
        await Promise.all(Array.from({ length: atOnce }, take));
      },
    },
  };
}

/** Each picture once. */
function* wanted(parts: Iterable<readonly Part[]>) {
  const seen = new Set<string>();
  for (const ofPage of parts)
    for (const part of ofPage) {
      const picture = pictureIn(part);
      if (!picture || seen.has(picture.name)) continue;
      seen.add(picture.name);
      yield picture;
    }
}
