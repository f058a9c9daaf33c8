import {
  attendance,
  country,
  groups,
  list,
  location,
  moment,
  oneOf,
  since,
  slug,
  sourceKeys,
  text,
  webAddress,
  wholeNumber,
  year,
} from '../values.ts';
import { commonWords, theme } from './words.ts';

/** Other meetings of the network, before this one and after it. */
export const pastHosts = {
  words: { ...commonWords, theme },
  facts: {
    edition: wholeNumber(1, 999),
    year,
    country,
    location,
    sources: sourceKeys,
    /** Field and year of the host's title at the time; a host need not be a member. */
    field: slug.optional(),
    since: since.optional(),
    /** Further hosts of the same meeting. */
    with: groups(
      {
        name: text(1, 70, 'the name'),
        country,
        location,
        field: slug.optional(),
        since: since.optional(),
      },
      'name: A city, country: PT, location: { lat: 41.15, lon: -8.61 }',
    ).optional(),
    /** Facts of this file that were deduced, not read. */
    inferred: list(
      oneOf('edition', 'year', 'starts', 'ends', 'field', 'since', 'attendance', 'location'),
      'edition',
    ).optional(),
    starts: moment.optional(),
    ends: moment.optional(),
    attendance: attendance.optional(),
    status: oneOf('held', 'announced', 'unconfirmed').default('held'),
    website: webAddress.optional(),
  },
};
