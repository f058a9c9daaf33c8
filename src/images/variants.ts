import type { ImageInfo } from './inspect.ts';

/** One file made from a picture. */
export interface Variant {
  format: 'avif' | 'webp' | 'jpeg' | 'png' | 'svg';
  /** Pixels. */
  width: number;
  height: number;
}

/** In pixels. WebP (RFC 9649) has 14 bits for each side; AVIF from libheif allows one pixel more. */
export const maxSide = 16_383;

/** In pixels: for a narrow phone, and for the text column of 608 (38 rem) at 1×, 1.5× and 2×. */
export const widths = [400, 608, 912, 1216];

/** Upright pictures are shown narrower, so that they fit on a screen. */
export const isUpright = ({ width, height }: Pick<ImageInfo, 'width' | 'height'>): boolean => height > width * 1.1;

/** The `sizes` attribute, for the widths in theme/content.css. */
export const sizesOf = (info: ImageInfo): string =>
  isUpright(info) ? '(min-width: 31rem) 28rem, 92vw' : '(min-width: 42rem) 38rem, 92vw';

/**
 * The files to make from a picture: AVIF and WebP, then one for old browsers (PNG for PNG, GIF and transparency, JPEG
 * for the rest). None is wider than the picture.
 */
export function variantsOf(info: ImageInfo): Variant[] {
  if (info.format === 'svg') return [{ format: 'svg', width: info.width, height: info.height }];
  const last = Math.min(info.width, widths.at(-1) as number);
  const steps = [...widths.filter((width) => width < last * 0.9), last];
  const old = info.transparent || ['png', 'gif'].includes(info.format) ? 'png' : 'jpeg';
  const made = (format: Variant['format'], width: number): Variant => ({
    format,
    width,
    height: Math.max(1, Math.round((info.height * width) / info.width)),
  });
  return [
    ...(['avif', 'webp'] as const).flatMap((format) => steps.map((width) => made(format, width))),
    // Few browsers need it, so one size is enough.
    made(old, Math.min(last, 912)),
  ];
}
