/**
 * Makes pictures ready for the site, each file once: what was made before lies in the cache under the hash of the picture
 * and the recipe. Nothing of what a camera or a program wrote into a picture goes into a file that is made here, and no
 * picture comes to the site in another way: its place and its owner's name stay with its editor.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import sharp, { type Sharp } from 'sharp';
import { cached, cacheFolder } from '../cache.ts';
import { fold } from '../i18n/fold.ts';
import { remembered, type ImageInfo } from './inspect.ts';
import { variantsOf, type Variant } from './variants.ts';
import { plainSvg } from './svg.ts';

/** A picture with the files that it becomes. */
export interface PreparedImage {
  looks: ImageInfo;
  files: (Variant & { name: string })[];
}

/** Say this anew when files must be made anew. */
const recipe = ['1', sharp.versions.sharp, sharp.versions.vips].join();

const hashes = new Map<string, string>();

/** A short hash of a picture's bytes and of how it is made ready; remembered as long as the file stays as it is. */
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
 * What a picture becomes. Nothing is made yet.
 *
 * @param dir  the content folder
 * @param path of the picture in it
 * @returns undefined where there is no such picture, or none that can be shown: the check has said so
 */
export async function variantsFor(dir: string, path: string): Promise<PreparedImage | undefined> {
  const file = join(dir, path);
  if (path.startsWith('..') || !existsSync(file)) return undefined;
  const look = await remembered(file);
  if ('fault' in look) return undefined;
  const stem = fold(basename(path).replace(/\.[^.]+$/, ''))
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  const hash = hashOf(file);
  const name = ({ width, format }: Variant) =>
    `${[stem, hash, format === 'svg' ? '' : width].filter((part) => part !== '').join('-')}.${format === 'jpeg' ? 'jpg' : format}`;
  return { looks: look.looks, files: variantsOf(look.looks).map((variant) => ({ ...variant, name: name(variant) })) };
}

/**
 * The bytes of one file of a picture, from the cache where it was made before.
 *
 * @param source path of the picture itself
 * @param cache  folder of what was made before
 * @throws Error with a sentence that names it, where it can't be decoded
 */
export const bytesOf = (source: string, variant: Variant, cache = cacheFolder('pictures')): Promise<Buffer> =>
  cached(cache, `${hashOf(source)}-${variant.width}.${variant.format}`, () =>
    make(source, variant).catch((error: unknown) => {
      throw new Error(`${basename(source)}: this picture can't be decoded; copy or export it anew`, { cause: error });
    }),
  );

async function make(source: string, { format, width, height }: Variant): Promise<Buffer> {
  if (format === 'svg') return Buffer.from(await plainSvg(readFileSync(source, 'utf8')));
  // Turned as it was held, in the colours that all screens know. sharp writes none of the metadata unless told to.
  const picture = sharp(readFileSync(source)).autoOrient().toColourspace('srgb').resize(width, height);
  return encoded(picture, format).toBuffer();
}

/** Efforts are where more of it costs seconds a picture and saves next to nothing. */
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
