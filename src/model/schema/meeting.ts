import { attendance, attendanceShape, sourceKeys, website } from './common-facts.ts';
import { decimal, groups, list, moment, momentForm, oneOf, slugOf, wholeNumber } from './values.ts';
import { documents } from './documents.ts';
import { people } from './participants.ts';
import { scheduleChanges } from './schedule-changes.ts';
import { commonWords, notice, organisers, outcomes, theme } from './words.ts';

const way = {
  from: slugOf('host-cities').meta({
    title: 'From',
    description: 'The host city where the transfer begins.',
    example: 'first-city',
  }),
  to: slugOf('host-cities').meta({
    title: 'To',
    description: 'The host city where the transfer ends.',
    example: 'second-city',
  }),
  km: decimal(0, 20_000, 'a distance in kilometres').meta({
    title: 'Kilometres',
    description: 'The distance in kilometres by road.',
    example: 78,
  }),
  minutes: wholeNumber(1, 10_000).meta({ title: 'Minutes', description: 'The travel time in minutes.', example: 65 }),
  by: oneOf('coach', 'car', 'train', 'bus', 'ferry', 'plane', 'bicycle', 'foot').meta({
    title: 'By',
    description: 'The means of transport.',
    example: 'coach',
  }),
  source: slugOf('sources').meta({
    title: 'Source',
    description: 'The source’s key in sources.yaml.',
    example: 'a-source',
  }),
};

export const meeting = {
  about: 'The annual meeting itself: one file, the page at /about/.',
  words: { ...commonWords, notice, theme, organisers, outcomes },
  facts: {
    edition: wholeNumber(1, 999).meta({
      title: 'Number',
      description: 'Which annual meeting of the network it is, as a whole number.',
      example: 20,
    }),
    starts: moment.meta({
      title: 'Starts',
      description: `The first day of the meeting: ${momentForm}.`,
      example: '2027-06-12',
    }),
    ends: moment.meta({
      title: 'Ends',
      description: `The last day of the meeting: ${momentForm}.`,
      example: '2027-06-15',
    }),
    hosts: list(slugOf('host-cities'), 'first-city, second-city').meta({
      title: 'Host cities',
      description: 'The host cities, in the order in which they are named.',
      example: ['first-city', 'second-city'],
    }),
    sources: sourceKeys,
    attendance: attendance.optional().meta({
      title: 'Attendance',
      description: 'The figures that the site uses, where known.',
    }),
    reports: groups(
      {
        source: slugOf('sources').meta({
          title: 'Source',
          description: 'The source’s key in sources.yaml.',
          example: 'the-opening',
        }),
        ...attendanceShape,
      },
      'source: the-opening, delegates: 350',
    )
      .optional()
      .meta({
        title: 'Figures by source',
        description: 'The attendance figures of each source, if sources disagree.',
        example: [{ source: 'the-opening', delegates: 350 }],
      }),
    transfers: groups(way, 'from: first-city, to: second-city, km: 78, minutes: 65, by: coach, source: a-source')
      .optional()
      .meta({
        title: 'Transfers between host cities',
        description: 'How to get from one host city to another.',
        example: [{ from: 'first-city', to: 'second-city', km: 78, minutes: 65, by: 'coach', source: 'a-source' }],
      }),
    people,
    website,
    ...scheduleChanges,
    documents,
  },
};
