import { sourceKeys } from './common-facts.ts';
import { decimal, oneOf, wholeNumber } from './values.ts';
import { commonWords } from './words.ts';

/** The seven patterns that the artwork has for fields. */
export const motifs = ['lines', 'staves', 'weft', 'grid', 'frames', 'rings', 'pixels'] as const;
export type Motif = (typeof motifs)[number];

export const fields = {
  about: 'A creative field of the network.',
  words: commonWords,
  facts: {
    order: wholeNumber(0, 999).meta({
      title: 'Order',
      description: 'Position in lists of fields; small numbers come first.',
      example: 1,
    }),
    // Colour in OKLCH; lightness is set by the theme.
    hue: decimal(0, 360, 'a hue in degrees').meta({
      title: 'Hue',
      description: 'The field’s colour as an angle from 0 to 360: 30 red, 100 yellow, 145 green, 260 blue, 330 pink.',
      example: 165,
    }),
    chroma: decimal(0, 0.4, 'a chroma').optional().meta({
      title: 'Chroma',
      description: 'How strong the colour is, from 0 (grey) to 0.4; 0.13 by default.',
      example: 0.09,
    }),
    motif: oneOf(...motifs).meta({
      title: 'Pattern',
      description: 'The pattern that is drawn for the field.',
      example: 'lines',
    }),
    sources: sourceKeys,
  },
};
