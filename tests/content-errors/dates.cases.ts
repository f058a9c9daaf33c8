import type { ContentError } from './copy-with-changes.ts';

const lantern = 'events/lantern.en.md';
const starts = (value: string): ContentError['change'] => ({
  [lantern]: { replace: 'starts: "2033-03-02 22:00"', with: `starts: ${value}` },
});

export const cases: ContentError[] = [
  {
    name: 'a date that does not exist, in quotes',
    change: starts('"2033-02-30"'),
    expect: [[`${lantern}:12`, 'starts', '"2033-02-30"', 'that exists']],
  },
  {
    name: 'a date that does not exist, without quotes',
    change: starts('2033-02-30'),
    expect: [[`${lantern}:12`, 'starts', '"2033-02-30"', 'that exists']],
  },
  {
    name: '29 February in a year that isn’t a leap year',
    change: starts('2033-02-29 20:00'),
    expect: [[`${lantern}:12`, 'starts', '"2033-02-29 20:00"', 'that exists']],
  },
  {
    name: 'a time that does not exist',
    change: starts('"2033-03-02 25:00"'),
    expect: [[`${lantern}:12`, 'starts', '"2033-03-02 25:00"', '2027-06-12 09:00']],
  },
  {
    name: 'a time that does not exist, without quotes',
    change: starts('2033-03-02 25:00'),
    expect: [[`${lantern}:12`, 'starts', '"2033-03-02 25:00"', '2027-06-12 09:00']],
  },
  {
    name: 'midnight as 24:00',
    change: { [lantern]: { replace: 'ends: "2033-03-03 01:30"', with: 'ends: "2033-03-02 24:00"' } },
    expect: [[`${lantern}:13`, 'ends', '"2033-03-02 24:00"']],
  },
  {
    name: 'a time that is skipped when summer time begins',
    change: {
      'site.yaml': { replace: 'Africa/Casablanca', with: 'Europe/Paris' },
      [lantern]: {
        replace: 'starts: "2033-03-02 22:00"\nends: "2033-03-03 01:30"',
        with: 'starts: "2033-03-27 02:30"\nends: "2033-03-27 05:00"',
      },
    },
    expect: [[`${lantern}:12`, 'starts', '"2033-03-27 02:30"']],
  },
  {
    name: 'a time that occurs twice when the clocks go back',
    change: {
      'site.yaml': { replace: 'Africa/Casablanca', with: 'Pacific/Auckland' },
      [lantern]: {
        replace: 'starts: "2033-03-02 22:00"\nends: "2033-03-03 01:30"',
        with: 'starts: "2033-04-03 02:30"\nends: "2033-04-03 05:00"',
      },
    },
    expect: [[`${lantern}:12`, 'starts', 'twice', '2033-04-03 02:30+13:00 or 2033-04-03 02:30+12:00']],
  },
  {
    name: 'a time with another zone’s offset',
    change: starts('"2033-03-02 22:00+05:00"'),
    expect: [[`${lantern}:12`, 'starts', '"2033-03-02 22:00+05:00"', 'offset of Africa/Casablanca']],
  },
  {
    name: 'a date in another country’s format',
    change: starts('"02/03/2033"'),
    expect: [[`${lantern}:12`, '"02/03/2033"', '2027-06-12']],
  },
  {
    name: 'a date in words',
    change: starts('"2 March 2033"'),
    expect: [[`${lantern}:12`, '"2 March 2033"', '2027-06-12']],
  },
  {
    name: 'a date without a leading zero',
    change: starts('2033-3-2'),
    expect: [[`${lantern}:12`, '"2033-3-2"', '2027-06-12']],
  },
  {
    name: 'a time with seconds and an offset',
    change: starts('2033-03-02T22:00:00+01:00'),
    expect: [[`${lantern}:12`, '"2033-03-02T22:00:00+01:00"', '2027-06-12 09:00']],
  },
  {
    name: 'a time without its date',
    change: starts('"22:00"'),
    expect: [[`${lantern}:12`, '"22:00"', '2027-06-12 09:00']],
  },
  {
    name: 'a date of the meeting that does not exist',
    change: { 'meeting.en.md': { replace: 'ends: "2033-03-04"', with: 'ends: "2033-02-31"' } },
    expect: [['meeting.en.md:12', 'ends', '"2033-02-31"']],
  },
  {
    name: 'an end before its start',
    change: { [lantern]: { replace: 'ends: "2033-03-03 01:30"', with: 'ends: "2033-03-02 01:30"' } },
    expect: [[`${lantern}:13`, 'ends', '"2033-03-02 01:30"', 'before the start']],
  },
  {
    name: 'whole days, written from midnight to midnight',
    change: {
      [lantern]: {
        replace: 'starts: "2033-03-02 22:00"\nends: "2033-03-03 01:30"',
        with: 'starts: "2033-03-02 00:00"\nends: "2033-03-04 00:00"',
      },
    },
    expect: [[`${lantern} at starts:`, 'starts', 'starts: 2033-03-02 and ends: 2033-03-03']],
  },
  {
    name: 'an end on a day before the start',
    change: { 'events/panel-market.en.md': { replace: 'ends: "2033-03-02"', with: 'ends: "2033-02-26"' } },
    expect: [['events/panel-market.en.md:8', '"2033-02-26"', '"2033-02-27"', 'before the start']],
  },
  {
    name: 'a meeting that ends before it starts',
    change: { 'meeting.en.md': { replace: 'ends: "2033-03-04"', with: 'ends: "2033-02-04"' } },
    expect: [['meeting.en.md:12', '"2033-02-04"', 'before the start']],
  },
  {
    name: 'an end without a start',
    change: { [lantern]: { replace: 'starts: "2033-03-02 22:00"\n', with: '' } },
    expect: [[`${lantern}:12`, 'ends', '"2033-03-03 01:30"', 'without a start']],
  },
  {
    name: 'an event in the year before the meeting',
    change: {
      [lantern]: {
        replace: 'starts: "2033-03-02 22:00"\nends: "2033-03-03 01:30"',
        with: 'starts: "2032-03-02 22:00"\nends: "2032-03-03 01:30"',
      },
    },
    expect: [[`${lantern}:12`, 'starts', '"2032-03-02 22:00"', 'days away from the meeting']],
  },
  {
    name: 'an event that ends in the year after the meeting',
    change: { [lantern]: { replace: 'ends: "2033-03-03 01:30"', with: 'ends: "2034-03-03 01:30"' } },
    expect: [[`${lantern}:13`, 'ends', '"2034-03-03 01:30"', 'days']],
  },
  {
    name: 'a session far from the meeting',
    change: { 'sessions/open-still.en.md': { replace: '"2033-03-03 15:00"', with: '"2033-08-03 15:00"' } },
    expect: [['sessions/open-still.en.md:6', '"2033-08-03 15:00"', 'days away from the meeting']],
  },
  {
    name: 'two sessions in the same venue at the same time',
    change: {
      'sessions/open-still.en.md': {
        replace: 'starts: "2033-03-03 15:00"\naudience: "public"\ncity: "dar-nakhla"',
        with: 'starts: "2033-03-01 10:30"\nends: "2033-03-01 12:00"\naudience: "public"\nvenue: "cistern-hall"',
      },
    },
    expect: [['sessions/opening-round.en.md:4', '"cistern-hall"', 'overlaps', 'sessions/open-still.en.md']],
  },
  {
    name: 'a session and an event in the same venue at the same time',
    change: {
      'sessions/open-still.en.md': {
        replace: 'starts: "2033-03-03 15:00"\naudience: "public"\ncity: "dar-nakhla"',
        with: 'starts: "2033-03-02 23:00"\nends: "2033-03-02 23:30"\naudience: "public"\nvenue: "cistern-hall"',
      },
    },
    expect: [['sessions/open-still.en.md:6', '"cistern-hall"', 'overlaps', 'events/lantern.en.md']],
  },
  {
    name: 'two sessions that begin in the same venue at the same minute, one of them without an end',
    change: {
      'sessions/open-still.en.md': {
        replace: 'starts: "2033-03-03 15:00"\naudience: "public"\ncity: "dar-nakhla"',
        with: 'starts: "2033-03-01 09:30"\naudience: "public"\nvenue: "cistern-hall"',
      },
    },
    expect: [['sessions/opening-round.en.md:4', '"cistern-hall"', 'sessions/open-still.en.md']],
  },
  {
    name: 'a past meeting whose dates contradict its year',
    change: {
      'past-hosts/porto-azul-2032.en.md': {
        replace: 'starts: "2032-05-11"\nends: "2032-05-14"',
        with: 'starts: "2023-05-11"\nends: "2023-05-14"',
      },
    },
    expect: [['past-hosts/porto-azul-2032.en.md:7', 'starts', '"2023-05-11"', '2032']],
  },
];
