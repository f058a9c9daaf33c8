import { location, sourceKeys, website } from './common-facts.ts';
import { slugOf, text } from './values.ts';
import { unknown } from './unknown.ts';
import { commonWords } from './words.ts';

export const venues = {
  about: 'A venue: a hall, palace or square where something took place.',
  words: commonWords,
  facts: {
    city: slugOf('host-cities').meta({
      title: 'City',
      description: 'The host city where it is.',
      example: 'first-city',
    }),
    address: text(3, 160, 'the address').meta({
      title: 'Address',
      description: 'Street address in the local format, without the country.',
      example: '1 Example Street, 12345 Example',
    }),
    location,
    sources: sourceKeys,
    website,
    unknown,
  },
};
