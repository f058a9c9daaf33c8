import type { ImageInfo } from './inspect.ts';

/** One file that a picture becomes. */
export interface Variant {
  format: 'avif' | 'webp' | 'jpeg' | 'png' | 'svg';
  /** Pixels. */
  width: number;
  height: number;
}

/** WebP (RFC 9649) has 14 bits for each side; AVIF as libheif writes it allows one pixel more. */
export const maxSide = 16_383;

/** The column is 38 rem wide, 608 pixels: itself, one and a half and twice it, and a narrow phone. */
export const widths = [400, 608, 912, 1216];

/** An upright picture is shown narrower, so that it fits on a screen. */
export const isUpright = ({ width, height }: Pick<ImageInfo, 'width' | 'height'>): boolean => height > width * 1.1;

/** How wide a picture is shown: as the column, or as an upright one; see styles/parts.css. */
export const sizesOf = (looks: ImageInfo): string =>
  isUpright(looks) ? '(min-width: 31rem) 28rem, 92vw' : '(min-width: 42rem) 38rem, 92vw';

/**
 * The files that a picture becomes: the modern formats, best first, then one that everything shows. What came as PNG or
 * is clear in places stays so. None is wider than the picture itself.
 */
export function variantsOf(looks: ImageInfo): Variant[] {
  if (looks.format === 'svg') return [{ format: 'svg', width: looks.width, height: looks.height }];
  const last = Math.min(looks.width, widths.at(-1) as number);
  const steps = [...widths.filter((width) => width < last * 0.9), last];
  const old = looks.clear || ['png', 'gif'].includes(looks.format) ? 'png' : 'jpeg';
  const made = (format: Variant['format'], width: number): Variant => ({
    format,
    width,
    height: Math.max(1, Math.round((looks.height * width) / looks.width)),
  });
  return [
    ...(['avif', 'webp'] as const).flatMap((format) => steps.map((width) => made(format, width))),
    // Browsers that know neither are old and few: one middling file for them.
    made(old, Math.min(last, 912)),
  ];
}
