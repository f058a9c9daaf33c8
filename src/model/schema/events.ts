import { oneOf, sourceKeys, website } from './values.ts';
import { city, ends, fieldsOfWork, starts, venue } from './place-and-time.ts';
import { documents } from './documents.ts';
import { plans } from './plans.ts';
import { unknown } from './unknown.ts';
import { commonWords, notice, organisers } from './words.ts';

export const events = {
  about: 'A public event: a festival, concert or debate that is open to everybody.',
  words: { ...commonWords, notice, organisers },
  facts: {
    fields: fieldsOfWork,
    sources: sourceKeys,
    city,
    venue,
    starts: starts.optional(),
    ends: ends.optional(),
    admission: oneOf('free', 'ticketed').optional().meta({
      title: 'Admission',
      description: 'free, or ticketed if a ticket had to be bought.',
      example: 'free',
    }),
    website,
    unknown,
    ...plans,
    documents,
  },
};
