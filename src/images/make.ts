/**
 * Processes pictures for the site. Files are cached under a hash of the picture and the recipe. For privacy, no
 * metadata is written, and there is no other way to publish pictures.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import sharp, { type Sharp } from 'sharp';
import { cached, cacheFolder } from '../cache.ts';
import { fold } from '../i18n/fold.ts';
import { inspectOnce, type ImageInfo } from './inspect.ts';
import { variantsOf, type Variant } from './variants.ts';
import { plainSvg } from './svg.ts';

/** A picture with the files made from it. */
export interface PreparedImage {
  info: ImageInfo;
  files: (Variant & { name: string })[];
}

/** Identifies how pictures are processed. Change the first part to invalidate the cache. */
const recipe = ['1', sharp.versions.sharp, sharp.versions.vips].join();

const hashes = new Map<string, string>();

/** A short hash of a picture's bytes and the recipe; memoised until the file changes. */
function hashOf(path: string): string {
  const { mtimeMs, size } = statSync(path);
  const key = `${path}|${mtimeMs}|${size}`;
  let hash = hashes.get(key);
  if (hash === undefined) {
    hash = createHash('sha256').update(recipe).update(readFileSync(path)).digest('hex').slice(0, 12);
    hashes.set(key, hash);
  }
  return hash;
}

/**
 * The files to make from a picture, without making them.
 *
 * @param dir  the content folder
 * @param path of the picture in it
 * @returns undefined if there is no such picture or it can't be used, which the check reports
 */
export async function variantsFor(dir: string, path: string): Promise<PreparedImage | undefined> {
  const file = join(dir, path);
  if (path.startsWith('..') || !existsSync(file)) return undefined;
  const inspection = await inspectOnce(file);
  if ('fault' in inspection) return undefined;
  const stem = fold(basename(path).replace(/\.[^.]+$/, ''))
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  const hash = hashOf(file);
  const name = ({ width, format }: Variant) =>
    `${[stem, hash, format === 'svg' ? '' : width].filter((part) => part !== '').join('-')}.${format === 'jpeg' ? 'jpg' : format}`;
  return {
    info: inspection.info,
    files: variantsOf(inspection.info).map((variant) => ({ ...variant, name: name(variant) })),
  };
}

/**
 * The bytes of one file of a picture, from the cache or newly made.
 *
 * @param source path of the picture
 * @param cache  the folder for processed pictures
 * @throws Error with a message that names the picture if it can't be decoded
 */
export const bytesOf = (source: string, variant: Variant, cache = cacheFolder('pictures')): Promise<Buffer> =>
  cached(cache, `${hashOf(source)}-${variant.width}.${variant.format}`, () =>
    make(source, variant).catch((error: unknown) => {
      throw new Error(`${basename(source)}: this picture can't be decoded; copy or export it again`, { cause: error });
    }),
  );

async function make(source: string, { format, width, height }: Variant): Promise<Buffer> {
  if (format === 'svg') return Buffer.from(await plainSvg(readFileSync(source, 'utf8')));
  // Rotated by its EXIF orientation. sharp writes no metadata by default.
  const picture = sharp(readFileSync(source)).autoOrient().toColourspace('srgb').resize(width, height);
  return encoded(picture, format).toBuffer();
}

/** Encodes a picture. More effort would take seconds per picture and save next to nothing. */
function encoded(picture: Sharp, format: Exclude<Variant['format'], 'svg'>): Sharp {
  switch (format) {
    case 'avif':
      return picture.avif({ quality: 55, effort: 2 });
    case 'webp':
      return picture.webp({ quality: 78, effort: 4, smartSubsample: true });
    case 'jpeg':
      return picture.flatten({ background: '#fff' }).jpeg({ quality: 78, mozjpeg: true });
    case 'png':
      return picture.png({ palette: true, quality: 90, effort: 7, compressionLevel: 9 });
  }
}
