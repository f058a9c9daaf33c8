import { readFileSync, statSync } from 'node:fs';
import sharp from 'sharp';
import { unreadable } from '../model/read/folder.ts';
import { unsafeInSvg } from './svg.ts';
import { maxSide, variantsOf } from './variants.ts';

/** What there is to know of a picture before it is made ready. */
export interface ImageInfo {
  format: 'jpeg' | 'png' | 'webp' | 'avif' | 'gif' | 'svg';
  /** Pixels as it is seen: a camera that was held upright says so in its data, and the picture is turned by them. */
  width: number;
  height: number;
  /** May the page shine through it? */
  clear: boolean;
}

/** What a picture looks like, or why it can't be shown: a sentence that says what to do. */
export type Look = { looks: ImageInfo } | { fault: string };

/** More pixels than any camera of today makes; a small file can claim many times that. */
const mostPixels = 200_000_000;

/**
 * Reads a picture's own description of itself, and decodes it whole when `thorough`.
 *
 * @param path     of an existing file
 * @param thorough finds damage that only decoding shows; about 30 ms for a phone's photo
 */
export async function inspectImage(path: string, thorough = false): Promise<Look> {
  // sharp itself would look for a file of that name again; what is read once is what is judged.
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch {
    return { fault: unreadable };
  }
  try {
    const picture = sharp(bytes, { limitInputPixels: mostPixels, animated: true });
    const {
      format,
      width,
      height,
      pages = 1,
      pageHeight,
      hasAlpha,
      mediaType,
      orientation = 1,
    } = await picture.metadata();
    if (pages > 1) return { fault: 'this picture moves, and nobody could stop it; save one image of it as .png' };
    const kind = format === 'heif' && mediaType === 'image/avif' ? 'avif' : format;
    if (!isShown(kind)) return { fault: `this is a picture of the kind ${format}; save it as .jpg or .png` };
    const unsafe = kind === 'svg' ? await unsafeInSvg(bytes.toString()) : undefined;
    if (unsafe !== undefined) return { fault: unsafe };
    // A small copy needs every byte of the whole, but little memory and time.
    if (thorough) await sharp(bytes, { limitInputPixels: mostPixels }).resize(32).raw().toBuffer();
    const [across, down] = orientation >= 5 ? [pageHeight ?? height, width] : [width, pageHeight ?? height];
    const looks: ImageInfo = { format: kind, width: across, height: down, clear: hasAlpha || kind === 'svg' };
    if (kind !== 'svg' && variantsOf(looks).some(({ height: side }) => side > maxSide))
      return {
        fault: `this picture is ${across} × ${down} pixels, too tall for the web’s formats (${maxSide}); crop it, or split it into several`,
      };
    return { looks };
  } catch (error) {
    const message = error instanceof Error ? error.message : '';
    if (/pixel limit/i.test(message))
      return { fault: 'this picture has more than 200 million pixels; make it smaller' };
    return { fault: 'this picture is damaged or cut off and can’t be read to its end; copy or export it anew' };
  }
}

const isShown = (format: string | undefined): format is ImageInfo['format'] =>
  ['jpeg', 'png', 'webp', 'avif', 'gif', 'svg'].includes(format ?? '');

const known = new Map<string, Promise<Look>>();

/** The same, remembered as long as the file stays as it is. */
export function remembered(path: string): Promise<Look> {
  const { mtimeMs, size } = statSync(path);
  const key = `${path}|${mtimeMs}|${size}`;
  let look = known.get(key);
  if (!look) known.set(key, (look = inspectImage(path)));
  return look;
}
