import { documents } from './documents.ts';
import { sourceKeys } from './common-facts.ts';
import { wholeNumber } from './values.ts';
import { commonWords } from './words.ts';

export const pages = {
  about: 'Any other page, such as visiting, accessibility, privacy or about this site.',
  words: commonWords,
  facts: {
    order: wholeNumber(0, 999).optional().meta({
      title: 'Order',
      description: 'Position in lists of pages; small numbers come first.',
      example: 10,
    }),
    documents,
    sources: sourceKeys.optional(),
  },
};
