import { list, oneOf } from './values.ts';

/** Facts that visitors look for and that may be unknown. */
export const unknownKeys = ['starts', 'time', 'ends', 'venue', 'price', 'organisers', 'people', 'attendance'] as const;
export type UnknownKey = (typeof unknownKeys)[number];

export const unknown = list(oneOf(...unknownKeys), 'price')
  .optional()
  .meta({
    title: 'Not known',
    description: 'What a visitor would look for but no source says; the page lists it in one line.',
    example: ['price'],
  });
