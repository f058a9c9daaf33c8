import { location, since, sourceKeys, website } from './common-facts.ts';
import { country, slugOf, wholeNumber } from './values.ts';
import { commonWords } from './words.ts';

export const hostCities = {
  about: 'A host city: a city in which the meeting took place.',
  words: commonWords,
  facts: {
    country,
    field: slugOf('fields').meta({
      title: 'Creative field',
      description: 'The creative field of the city’s title in the network.',
      example: 'literature',
    }),
    since,
    location,
    sources: sourceKeys,
    population: wholeNumber(1, 100_000_000).optional().meta({
      title: 'Population',
      description: 'The number of inhabitants at the time, without spaces.',
      example: 84_200,
    }),
    website,
  },
};
