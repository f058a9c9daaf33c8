import { decimal, group, moment, momentForm, oneOf, webAddress, yes } from './values.ts';
import { currency } from './currency.ts';

/** Schedule changes of the meeting, an event or a session, and how to attend it. */
export const scheduleChanges = {
  status: oneOf('cancelled', 'postponed').optional().meta({
    title: 'Status',
    description: 'cancelled, or postponed until a new date is known; starts keeps the planned date.',
    example: 'cancelled',
  }),
  previously: moment.optional().meta({
    title: 'Previously',
    description: `When it was originally to begin, before it was moved: ${momentForm}; starts has the new time.`,
    example: '2027-06-11 09:00',
  }),
  online: webAddress.optional().meta({
    title: 'Online',
    description: 'The address at which it can be attended online; without a city or venue, it is online only.',
    example: 'https://example.org/live',
  }),
  full: yes.optional().meta({
    title: 'Fully booked',
    description: 'true if it is fully booked; delete the line if places become available.',
    example: true,
  }),
  tickets: webAddress.optional().meta({
    title: 'Tickets',
    description: 'The address for tickets or registration.',
    example: 'https://example.org/tickets',
  }),
  price: group(
    {
      // At most two decimal places, so that 1.200 isn't taken for 1.20.
      amount: decimal(0.01, 10_000_000, 'a price without separators between thousands', '12.50', 2).meta({
        title: 'Amount',
        description: 'The full price of a ticket; the lowest one if there are several.',
        example: 25,
      }),
      currency,
    },
    'amount: 25, currency: EUR',
  )
    .optional()
    .meta({
      title: 'Price',
      description: 'What a ticket costs.',
      example: { amount: 25, currency: 'EUR' },
    }),
};
