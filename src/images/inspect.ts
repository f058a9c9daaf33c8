import { readFileSync, statSync } from 'node:fs';
import sharp from 'sharp';
import { unreadable } from '../model/read/file-system.ts';
import { unsafeInSvg } from './svg.ts';
import { maxSide, variantsOf } from './variants.ts';

/** Information about a picture before it is processed. */
export interface ImageInfo {
  format: 'jpeg' | 'png' | 'webp' | 'avif' | 'gif' | 'svg';
  /** Pixels, after rotation by the picture's EXIF orientation. */
  width: number;
  height: number;
  /** Does it have an alpha channel? */
  transparent: boolean;
}

/** A picture's properties, or a message that says why it can't be used. */
export type Inspection = { info: ImageInfo } | { fault: string };

/** More than any camera has; even a small file can claim to have far more. */
const maxPixels = 200_000_000;

/**
 * Reads a picture's metadata, and decodes the picture if `thorough`.
 *
 * @param path     of an existing file
 * @param thorough also finds damage in the image data; takes about 30 ms for a phone's photo
 */
export async function inspectImage(path: string, thorough = false): Promise<Inspection> {
  // Read here rather than by sharp, so that all checks see the same bytes.
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch {
    return { fault: unreadable };
  }
  try {
    const picture = sharp(bytes, { limitInputPixels: maxPixels, animated: true });
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
    if (pages > 1) return { fault: 'animated pictures aren’t allowed; save one frame as .png' };
    const kind = format === 'heif' && mediaType === 'image/avif' ? 'avif' : format;
    if (!isShown(kind)) return { fault: `${format} pictures aren’t supported; save the picture as .jpg or .png` };
    const unsafe = kind === 'svg' ? await unsafeInSvg(bytes.toString()) : undefined;
    if (unsafe !== undefined) return { fault: unsafe };
    // Making a small copy reads all the bytes, but takes little memory and time.
    if (thorough) await sharp(bytes, { limitInputPixels: maxPixels }).resize(32).raw().toBuffer();
    const [across, down] = orientation >= 5 ? [pageHeight ?? height, width] : [width, pageHeight ?? height];
    const info: ImageInfo = { format: kind, width: across, height: down, transparent: hasAlpha || kind === 'svg' };
    if (kind !== 'svg' && variantsOf(info).some(({ height: side }) => side > maxSide))
      return {
        fault: `this picture is ${across} × ${down} pixels, too tall for web formats (at most ${maxSide}); crop it, or split it into several`,
      };
    return { info };
  } catch (error) {
    const message = error instanceof Error ? error.message : '';
    if (/pixel limit/i.test(message)) return { fault: 'this picture has more than 200 million pixels; scale it down' };
    return { fault: 'this picture is damaged or incomplete; copy or export it again' };
  }
}

const isShown = (format: string | undefined): format is ImageInfo['format'] =>
  ['jpeg', 'png', 'webp', 'avif', 'gif', 'svg'].includes(format ?? '');

const inspected = new Map<string, Promise<Inspection>>();

/** Memoised until the file changes. */
export function inspectOnce(path: string): Promise<Inspection> {
  const { mtimeMs, size } = statSync(path);
  const key = `${path}|${mtimeMs}|${size}`;
  let inspection = inspected.get(key);
  if (!inspection) inspected.set(key, (inspection = inspectImage(path)));
  return inspection;
}
