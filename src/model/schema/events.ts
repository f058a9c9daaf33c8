import { sourceKeys, website } from './common-facts.ts';
import { oneOf } from './values.ts';
import { city, ends, fieldsOfWork, starts, venue } from './place-and-time.ts';
import { documents } from './documents.ts';
import { people } from './participants.ts';
import { scheduleChanges } from './schedule-changes.ts';
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
      description: 'free, or ticketed if a ticket must be bought.',
      example: 'ticketed',
    }),
    people,
    website,
    unknown,
    ...scheduleChanges,
    documents,
  },
};
