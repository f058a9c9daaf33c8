/** Schedule changes that contradict each other, or are invalid. */
import type { ContentError } from './copy-with-changes.ts';

const lantern = 'events/lantern.en.md';
const add = (name: string, lines: string, where: string, ...words: string[]): ContentError => ({
  name,
  change: { [lantern]: { replace: 'admission: "ticketed"', with: `admission: "ticketed"\n${lines}` } },
  expect: [[`${lantern} at ${where}`, ...words]],
});

export const cases: ContentError[] = [
  add('cancelled and full', 'status: cancelled\nfull: true', 'full: true', 'full', 'cancelled', 'delete one of them'),
  add('a status that doesn’t exist', 'status: sold out', 'status: sold out', 'status', 'cancelled, postponed'),
  add('a status in American spelling', 'status: canceled', 'status: canceled', 'did you mean "cancelled"?'),
  add('a field named after its value', 'cancelled: true', 'cancelled: true', 'did you mean "status"?'),
  add('not full', 'full: false', 'full: false', 'full', '"false"', 'delete the line'),
  add('moved from its current start', 'previously: 2033-03-02 22:00', 'previously:', 'previously', 'is also the start'),
  add('moved from another century', 'previously: 2133-03-01', 'previously:', 'previously', '100 years away'),
  add('moved from a day that does not exist', 'previously: 2033-02-30', 'previously:', 'previously', '"2033-02-30"'),
  add('online on this site', 'online: https://trio.example/live', 'online:', 'online', 'this site'),
  add('tickets without an address', 'tickets: at the door', 'tickets:', 'tickets', 'https://'),
  add('a currency in lower case', 'price: { amount: 25, currency: eur }', 'price:', 'price.currency', 'like EUR'),
  add('a currency as a symbol', 'price: { amount: 25, currency: € }', 'price:', 'price.currency', 'ISO 4217'),
  add('a price of zero', 'price: { amount: 0, currency: EUR }', 'price:', 'price.amount', '"0"'),
  add('a price that is too high', 'price: { amount: 25000000, currency: EUR }', 'price:', 'price.amount', '12.50'),
  add('a thousands separator', 'price: { amount: 1.200, currency: EUR }', 'price:', 'price.amount', 'thousands'),
  add('a price as a text', 'price: 25 EUR', 'price:', 'price', '{ amount: 25, currency: EUR }'),
  add('a notice with Markdown', 'notice: See [the programme](/programme/).', 'notice:', 'notice', 'plain text'),
  {
    name: 'moved without a new start',
    change: {
      [lantern]: {
        replace: 'starts: "2033-03-02 22:00"\nends: "2033-03-03 01:30"',
        with: 'previously: "2033-03-02 22:00"',
      },
    },
    expect: [[`${lantern} at previously:`, 'previously', 'add starts', 'postponed']],
  },
  {
    name: 'a notice that only a translation has',
    change: { 'events/lantern.ar.md': { replace: 'title:', with: 'notice: "ألغيت الليلة."\ntitle:' } },
    expect: [['events/lantern.ar.md:2', 'notice', 'events/lantern.en.md']],
  },
  {
    name: 'a price for something free',
    change: {
      'events/panel-market.en.md': {
        replace: 'admission: "free"',
        with: 'admission: "free"\nprice: { amount: 5, currency: MAD }',
      },
    },
    expect: [['events/panel-market.en.md at price:', 'price', 'free', '5 MAD']],
  },
  {
    name: 'a price that is known and listed as unknown',
    change: {
      [lantern]: {
        replace: 'admission: "ticketed"',
        with: 'admission: "ticketed"\nprice: { amount: 5, currency: MAD }\nunknown: [price]',
      },
    },
    expect: [[`${lantern} at unknown:`, 'unknown', '"price"']],
  },
  {
    name: 'two items in one venue at the same time, one of them moved there',
    change: {
      'sessions/open-still.en.md': { replace: 'city: "dar-nakhla"', with: 'venue: "cistern-hall"' },
      [lantern]: {
        replace: 'starts: "2033-03-02 22:00"\nends: "2033-03-03 01:30"',
        with: 'previously: "2033-03-02 22:00"\nstarts: "2033-03-03 14:00"\nends: "2033-03-03 16:00"',
      },
    },
    expect: [['sessions/open-still.en.md:6', 'starts', lantern]],
  },
];
