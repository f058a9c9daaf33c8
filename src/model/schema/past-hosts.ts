import { attendance, location, since, sourceKeys, website } from './common-facts.ts';
import { country, groups, list, moment, momentForm, oneOf, slugOf, text, wholeNumber } from './values.ts';
import { unknown } from './unknown.ts';
import { commonWords, theme } from './words.ts';

const field = slugOf('fields').optional().meta({
  title: 'Creative field',
  description: 'The field of the host’s title at the time, if the host is a member.',
  example: 'literature',
});
const sinceThen = since.optional().meta({
  title: 'Member since',
  description: 'Year in which the host joined the network, if it is a member.',
});

export const pastHosts = {
  about: 'Another meeting of the network, before this one or after it.',
  words: { ...commonWords, theme },
  facts: {
    edition: wholeNumber(1, 999).meta({
      title: 'Number',
      description: 'Which annual meeting of the network it is, as a whole number.',
      example: 19,
    }),
    year: wholeNumber(1900, 2200).meta({
      title: 'Year',
      description: 'Year of the meeting; the file’s name ends in it.',
      example: 2030,
    }),
    country,
    location,
    sources: sourceKeys,
    field,
    since: sinceThen,
    with: groups(
      {
        name: text(1, 70, 'the name').meta({
          title: 'Name',
          description: 'The city’s usual name in English.',
          example: 'A city',
        }),
        country,
        location,
        field,
        since: sinceThen,
      },
      'name: A city, country: PT, location: { lat: 41.15, lon: -8.61 }',
    )
      .optional()
      .meta({
        title: 'Further hosts',
        description: 'Further hosts of the same meeting.',
        example: [{ name: 'A city', country: 'PT', location: { lat: 41.15, lon: -8.61 } }],
      }),
    inferred: list(oneOf('edition', 'year', 'starts', 'ends', 'field', 'since', 'attendance', 'location'), 'edition')
      .optional()
      .meta({
        title: 'Deduced',
        description: 'Fields of this file whose values were inferred, not found in a source.',
        example: ['edition'],
      }),
    starts: moment.optional().meta({
      title: 'Starts',
      description: `The first day of that meeting: ${momentForm}.`,
      example: '2030-06-12',
    }),
    ends: moment.optional().meta({
      title: 'Ends',
      description: `The last day of that meeting: ${momentForm}.`,
      example: '2030-06-15',
    }),
    attendance: attendance.optional(),
    status: oneOf('held', 'announced', 'unconfirmed').default('held').meta({
      title: 'Status',
      description: 'held, announced, or unconfirmed if no source says whether it took place.',
      example: 'announced',
    }),
    website,
    unknown,
  },
};
