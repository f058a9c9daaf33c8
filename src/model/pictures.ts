/** Pictures, which are stored next to the texts that show them: their paths, and which are shown. */
import { posix } from 'node:path';
import { readBody } from './body.ts';
import type { Edition } from './edition.ts';
import { compare } from './problem.ts';

export const pictureEndings = ['jpg', 'jpeg', 'png', 'webp', 'avif', 'gif', 'svg'];

/** Does a path or an address have the extension of a picture? */
export const isPictureName = (name: string): boolean =>
  pictureEndings.includes(/\.([^./]+)$/.exec(name)?.[1]?.toLowerCase() ?? '');

/**
 * The path of a picture in a text.
 *
 * @param file   the text's path relative to the content folder
 * @param target as written in the text: `./picture.jpg`
 * @returns the picture's path relative to the content folder; it begins with `..` if it is outside that folder
 */
export const picturePath = (file: string, target: string): string =>
  posix.join(posix.dirname(file), posix.normalize(decoded(target)));

/** A percent-decoded address, or the address itself if it isn't validly encoded. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Sorted paths of all pictures that texts show. Others are never published. */
export function picturesOf(edition: Edition): string[] {
  const found = new Set<string>();
  for (const entries of Object.values(edition.entries))
    for (const { translations } of entries)
      for (const { body, file, extension } of Object.values(translations))
        if (body.includes('!['))
          for (const { target } of readBody(body, extension).pictures) found.add(picturePath(file, target));
  return [...found].sort(compare);
}
