import { country, location, since, slug, sourceKeys, webAddress, wholeNumber } from '../values.ts';
import { commonWords } from './words.ts';

/** The cities that host the meeting. */
export const hostCities = {
  words: commonWords,
  facts: {
    country,
    /** The creative field of its title. */
    field: slug,
    /** Year in which it joined the network. */
    since,
    location,
    sources: sourceKeys,
    population: wholeNumber(1, 100_000_000).optional(),
    website: webAddress.optional(),
  },
};
