import { decimal, group, moment, momentForm, oneOf, webAddress, yes } from './values.ts';
import { currency } from './currency.ts';

/** What may change about the meeting, an event or a session, and how to take part in it. */
export const plans = {
  status: oneOf('cancelled', 'postponed').optional().meta({
    title: 'Status',
    description: 'cancelled, or postponed until a new date is known; starts keeps the date that was planned.',
    example: 'cancelled',
  }),
  previously: moment.optional().meta({
    title: 'Previously',
    description: `When it was to begin before it was moved: ${momentForm}; starts has the new time.`,
    example: '2027-06-11 09:00',
  }),
  online: webAddress.optional().meta({
    title: 'Online',
    description: 'The address where one can take part online; without a city or venue, it is online only.',
    example: 'https://example.org/live',
  }),
  full: yes.optional().meta({
    title: 'Fully booked',
    description: 'true where no places are left; delete the line if there are places again.',
    example: true,
  }),
  tickets: webAddress.optional().meta({
    title: 'Tickets',
    description: 'The address where one gets tickets or registers.',
    example: 'https://example.org/tickets',
  }),
  price: group(
    {
      amount: decimal(0.01, 10_000_000, 'a price').meta({
        title: 'Amount',
        description: 'The price of a full ticket; the lowest one where there are several.',
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
