import { location, slug, sourceKeys, text, webAddress } from '../values.ts';
import { commonWords } from './words.ts';

/** Halls, palaces and squares where something took place. */
export const venues = {
  words: commonWords,
  facts: {
    city: slug,
    /** Street address as it is written in its country, without the country. */
    address: text(3, 160, 'the address'),
    location,
    sources: sourceKeys,
    website: webAddress.optional(),
  },
};
