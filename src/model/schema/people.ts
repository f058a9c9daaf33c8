import { documents } from './documents.ts';
import { sourceKeys, website } from './common-facts.ts';
import { personFacts, personType } from './participants.ts';
import { commonWords } from './words.ts';

export const people = {
  about: 'Somebody about whom there is more to say than a name: a person, an orchestra or a band.',
  words: commonWords,
  facts: {
    type: personType.default('person').meta({
      title: 'Person or group',
      description: 'person, or group for a band or an orchestra.',
      example: 'group',
    }),
    ...personFacts,
    website,
    documents,
    sources: sourceKeys,
  },
};
