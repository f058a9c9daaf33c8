import { decimal, oneOf, sourceKeys, wholeNumber } from '../values.ts';
import { commonWords } from './words.ts';

/** The seven patterns that are drawn for fields (identity of the site: Creative Crossroads). */
export const motifs = ['lines', 'staves', 'weft', 'grid', 'frames', 'rings', 'pixels'] as const;

/** The creative fields of the network. */
export const fields = {
  words: commonWords,
  facts: {
    /** Place in lists of fields. */
    order: wholeNumber(0, 999),
    /** Colour in OKLCH: hue in degrees; lightness is set by the theme. */
    hue: decimal(0, 360, 'a hue in degrees'),
    chroma: decimal(0, 0.4, 'a chroma').optional(),
    motif: oneOf(...motifs),
    sources: sourceKeys,
  },
};
