import { sourceKeys } from './common-facts.ts';
import { oneOf } from './values.ts';
import { city, ends, fieldsOfWork, starts, venue } from './place-and-time.ts';
import { documents } from './documents.ts';
import { people } from './participants.ts';
import { scheduleChanges } from './schedule-changes.ts';
import { unknown } from './unknown.ts';
import { commonWords, notice, organisers } from './words.ts';

export const sessions = {
  about: 'A session: part of the delegates’ agenda.',
  words: { ...commonWords, notice, organisers },
  facts: {
    starts,
    audience: oneOf('delegates', 'public').meta({
      title: 'Audience',
      description: 'delegates, or public if it is open to everybody.',
      example: 'delegates',
    }),
    sources: sourceKeys,
    ends: ends.optional(),
    city,
    venue,
    fields: fieldsOfWork.optional(),
    people,
    unknown,
    ...scheduleChanges,
    documents,
  },
};
