import { list, moment, oneOf, slug, sourceKeys } from '../values.ts';
import { commonWords, organisers } from './words.ts';

/** The delegates' agenda, and what in it is open to the public. */
export const sessions = {
  words: { ...commonWords, organisers },
  facts: {
    starts: moment,
    audience: oneOf('delegates', 'public'),
    sources: sourceKeys,
    ends: moment.optional(),
    city: slug.optional(),
    venue: slug.optional(),
    fields: list(slug, 'literature, music').optional(),
  },
};
