import type { Entry } from '../model/edition.ts';
import { inOrder } from '../model/fields.ts';

/** The default chroma of a field. */
export const usualChroma = 0.13;

/** The class for a field's colour, by its position. */
export function fieldClass(fields: readonly Entry<'fields'>[], slug: string | undefined): string {
  const index = inOrder(fields).findIndex((field) => field.slug === slug);
  return index < 0 ? 'field' : `field f${index + 1}`;
}

/** Hue and chroma of each field; the theme adds the lightness (base.css). */
export const fieldColours = (fields: readonly Entry<'fields'>[]): string =>
  inOrder(fields)
    .map(({ facts }, index) => `.f${index + 1}{--hue:${facts.hue};--chroma:${facts.chroma ?? usualChroma}}`)
    .join('');
