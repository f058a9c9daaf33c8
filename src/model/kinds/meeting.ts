import {
  attendance,
  attendanceShape,
  decimal,
  groups,
  list,
  moment,
  oneOf,
  slug,
  sourceKeys,
  webAddress,
  wholeNumber,
} from '../values.ts';
import { commonWords, organisers, theme } from './words.ts';

/** The annual meeting itself: one file, the page at /about/. */
export const meeting = {
  words: { ...commonWords, theme, organisers },
  facts: {
    /** Which meeting of the network it is. */
    edition: wholeNumber(1, 999),
    starts: moment,
    ends: moment,
    /** Host cities, in the order in which they are named. */
    hosts: list(slug, 'first-city, second-city'),
    sources: sourceKeys,
    /** The figures that the site uses. */
    attendance: attendance.optional(),
    /** What each source says, where sources disagree. */
    reports: groups({ source: slug, ...attendanceShape }, 'source: the-opening, delegates: 350').optional(),
    /** Ways between host cities: road kilometres, minutes. */
    transfers: groups(
      {
        from: slug,
        to: slug,
        km: decimal(0, 20_000, 'a distance in kilometres'),
        minutes: wholeNumber(1, 10_000),
        by: oneOf('coach', 'car', 'train', 'bus', 'ferry', 'plane', 'bicycle', 'foot'),
        source: slug,
      },
      'from: first-city, to: second-city, km: 78, minutes: 65, by: coach, source: a-source',
    ).optional(),
    website: webAddress.optional(),
  },
};
