import { nearest } from './did-you-mean.ts';
import { checked } from './values.ts';

const known = Intl.supportedValuesOf('currency');

/** A currency that the platform knows. */
export const currency = checked(
  (value) =>
    known.includes(value)
      ? undefined
      : `"${value}" must be a currency as three capital letters of ISO 4217, like ${nearest(value, known) ?? 'EUR'}`,
  { type: 'string', pattern: '^[A-Z]{3}$' },
).meta({
  title: 'Currency',
  description: 'The currency, as three capital letters of ISO 4217.',
  example: 'EUR',
});
