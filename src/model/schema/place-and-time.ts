import { list, moment, momentForm, slugOf } from './values.ts';

/** Fields for the place and time of events and sessions. */
export const city = slugOf('host-cities').optional().meta({
  title: 'City',
  description: 'The host city; not needed with a venue, which implies its city.',
  example: 'first-city',
});

export const venue = slugOf('venues').optional().meta({
  title: 'Venue',
  description: 'The venue.',
  example: 'concert-hall',
});

/** When it begins; made `.optional()` where it may be unknown. */
export const starts = moment.meta({
  title: 'Starts',
  description: `When it begins: ${momentForm}.`,
  example: '2027-06-12 09:00',
});

export const ends = moment.meta({
  title: 'Ends',
  description: `When it ends: ${momentForm}; leave it out if it isn’t known.`,
  example: '2027-06-12 11:00',
});

export const fieldsOfWork = list(slugOf('fields'), 'literature, music').meta({
  title: 'Creative fields',
  description: 'The creative fields that it belongs to.',
  example: ['literature', 'music'],
});
