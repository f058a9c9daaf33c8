/** Facts that several kinds of entries have. */
import type { z } from 'zod';
import { decimal, group, list, slugOf, webAddress, wholeNumber } from './values.ts';

/** WGS84 degrees. */
export const location = group(
  {
    lat: decimal(-90, 90, 'a latitude').meta({
      title: 'Latitude',
      description: 'Degrees north of the equator; south is negative.',
      example: 48.8566,
    }),
    lon: decimal(-180, 180, 'a longitude').meta({
      title: 'Longitude',
      description: 'Degrees east of Greenwich; west is negative.',
      example: 2.3522,
    }),
  },
  'lat: 48.8566, lon: 2.3522',
).meta({
  title: 'Place on the map',
  description: 'Where it is, in decimal degrees (WGS84).',
  example: { lat: 48.8566, lon: 2.3522 },
});

const counted = (max: number, title: string, description: string, example: number) =>
  wholeNumber(1, max).optional().meta({ title, description, example });

/** Counted people and places; each is a lower bound if the source says "over". */
export const attendanceShape = {
  delegates: counted(1_000_000, 'Delegates', 'How many people came; the lower bound if a source says "over".', 350),
  cities: counted(100_000, 'Cities', 'How many cities they came from.', 160),
  countries: counted(300, 'Countries', 'How many countries they came from.', 64),
  mayors: counted(100_000, 'Mayors', 'How many mayors were among them.', 40),
};
export const attendance = group(attendanceShape, 'delegates: 350, cities: 160').meta({
  title: 'Attendance',
  description: 'The number of people and places, where known.',
  example: { delegates: 350, cities: 160 },
});

/** Keys of sources.yaml. */
export const sourceKeys = list(slugOf('sources'), 'source-one, source-two').meta({
  title: 'Sources',
  description: 'Keys of sources.yaml: the sources of this file’s facts, listed at the end of its page.',
  example: ['source-one', 'source-two'],
});

/** The year in which a host city or past host joined the network. */
export const since = wholeNumber(2004, 2200).meta({
  title: 'Member since',
  description: 'Year in which the city joined the network.',
  example: 2013,
});

export const website = webAddress.optional().meta({
  title: 'Website',
  description: 'Its own website, as a full address.',
  example: 'https://example.org/page',
});

export type Location = z.output<typeof location>;
export type Attendance = z.output<typeof attendance>;
