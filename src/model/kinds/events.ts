import { list, moment, oneOf, slug, sourceKeys, webAddress } from '../values.ts';
import { commonWords, organisers } from './words.ts';

/** Festivals, concerts and debates that are open to everybody. */
export const events = {
  words: { ...commonWords, organisers },
  facts: {
    fields: list(slug, 'literature, music'),
    sources: sourceKeys,
    /** A host city; a venue implies it. */
    city: slug.optional(),
    venue: slug.optional(),
    starts: moment.optional(),
    ends: moment.optional(),
    admission: oneOf('free', 'ticketed').optional(),
    website: webAddress.optional(),
  },
};
