import { sourceKeys } from './common-facts.ts';
import { list, moment, momentForm, pageAddress } from './values.ts';
import { commonWords } from './words.ts';

export const news = {
  about: 'A piece of news: what was decided, announced or changed, and when.',
  words: commonWords,
  facts: {
    date: moment.meta({
      title: 'Date',
      description: `When it happened or was made public: ${momentForm}.`,
      example: '2027-03-01',
    }),
    about: list(pageAddress, '/about/, /events/summer-concert/')
      .optional()
      .meta({
        title: 'About',
        description: 'The pages that it concerns, by their addresses without a language; each of them shows it.',
        example: ['/about/'],
      }),
    sources: sourceKeys.optional(),
  },
};
