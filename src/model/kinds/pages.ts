import { sourceKeys, wholeNumber } from '../values.ts';
import { commonWords } from './words.ts';

/** Everything else: visiting, accessibility, privacy, about this site. */
export const pages = {
  words: commonWords,
  facts: {
    /** Place in lists of pages. */
    order: wholeNumber(0, 999).optional(),
    sources: sourceKeys.optional(),
  },
};
