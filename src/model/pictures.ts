/** Pictures that lie beside their texts: where they are, and which of them are shown. */
import { posix } from 'node:path';
import { readBody } from './body.ts';
import type { Edition } from './edition.ts';
import { compare } from './problem.ts';

export const pictureEndings = ['jpg', 'jpeg', 'png', 'webp', 'avif', 'gif', 'svg'];

/** Does a path or an address end like a picture? */
export const isPictureName = (name: string): boolean =>
  pictureEndings.includes(/\.([^./]+)$/.exec(name)?.[1]?.toLowerCase() ?? '');

/**
 * The picture that a text calls by `target`.
 *
 * @param file   the text's path from the content folder
 * @param target as it stands in the text: `./picture.jpg`
 * @returns the picture's path from the content folder; it begins with `..` where it lies outside
 */
export const picturePath = (file: string, target: string): string =>
  posix.join(posix.dirname(file), posix.normalize(decoded(target)));

/** An address without its percent signs, or as it is where they mean nothing. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Paths of all pictures that the edition's texts show, in a fixed order. Others are never published. */
export function picturesOf(edition: Edition): string[] {
  const found = new Set<string>();
  for (const entries of Object.values(edition.entries))
    for (const { translations } of entries)
      for (const { body, file, extension } of Object.values(translations))
        if (body.includes('!['))
          for (const { target } of readBody(body, extension).pictures) found.add(picturePath(file, target));
  return [...found].sort(compare);
}
