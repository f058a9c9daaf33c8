import { nearest } from './did-you-mean.ts';
import { checked } from './values.ts';

const known = Intl.supportedValuesOf('currency');

/** The currencies that the platform supports. */
export const currency = checked(
  (value) =>
    known.includes(value)
      ? undefined
      : `"${value}" must be a currency code of three capital letters (ISO 4217), like ${nearest(value, known) ?? 'EUR'}`,
  { type: 'string', pattern: '^[A-Z]{3}$' },
).meta({
  title: 'Currency',
  description: 'The currency’s ISO 4217 code of three capital letters.',
  example: 'EUR',
});
