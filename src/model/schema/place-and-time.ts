import { list, moment, momentForm, slugOf } from './values.ts';

/** Where and when something is, as events and sessions tell it. */
export const city = slugOf('host-cities').optional().meta({
  title: 'City',
  description: 'The host city where it is; a venue implies its city.',
  example: 'first-city',
});

export const venue = slugOf('venues').optional().meta({
  title: 'Venue',
  description: 'The venue where it is.',
  example: 'concert-hall',
});

/** When it begins; left as it is where it must be known, `.optional()` where it needn't. */
export const starts = moment.meta({
  title: 'Starts',
  description: `When it begins: ${momentForm}.`,
  example: '2027-06-12 09:00',
});

export const ends = moment.meta({
  title: 'Ends',
  description: `When it ends: ${momentForm}; leave it out where it isn’t known.`,
  example: '2027-06-12 11:00',
});

export const fieldsOfWork = list(slugOf('fields'), 'literature, music').meta({
  title: 'Creative fields',
  description: 'The creative fields that it belongs to.',
  example: ['literature', 'music'],
});
