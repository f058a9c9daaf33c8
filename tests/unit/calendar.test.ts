import { describe, expect, test } from 'vitest';
import {
  dayParts,
  formatDay,
  formatDays,
  formatPublished,
  formatWeekday,
  formatYear,
  machineTime,
  rangeOfDays,
  zoneName,
} from '../../src/calendar/dates-and-times.ts';
import { phaseOf, siteDate } from '../../src/calendar/phase.ts';
import { isMultiDay, type Item } from '../../src/model/items.ts';
import { programmeOf } from '../../src/calendar/programme.ts';
import { meetingNumber } from '../../src/i18n/names.ts';

const item = (slug: string, starts?: string, ends?: string) =>
  ({
    kind: 'events',
    slug,
    facts: { fields: ['x'], sources: ['x'], starts, ends },
    translations: {},
  }) as unknown as Item;

describe('dates in words', () => {
  test.each([
    ['en', '12 June 2018'],
    ['pl', '12 czerwca 2018'],
    ['fr', '12 juin 2018'],
    ['en-US', 'June 12, 2018'],
  ])('a day in %s', (lang, expected) => expect(formatDay(lang, '2018-06-12')).toBe(expected));

  test.each([
    ['en', '2018-06-12', '2018-06-15', '12–15 June 2018'],
    ['pl', '2018-06-12', '2018-06-15', '12–15 czerwca 2018'],
    ['fr', '2018-06-12', '2018-06-15', '12–15 juin 2018'],
    ['en', '2018-06-12', '2018-06-12', '12 June 2018'],
    ['en', '2018-06-12', undefined, '12 June 2018'],
    ['en', '2018-06-12T18:00', '2018-06-15T00:00', '12–14 June 2018'],
    ['en', '2018-06-12T22:00', '2018-06-13T01:30', '12 June 2018'],
  ])('days in %s: %s to %s', (lang, from, to, expected) => expect(formatDays(lang, from, to)).toBe(expected));

  test.each([
    ['en', '2018-06-12', '2018-06-15', '12', '15 June 2018'],
    ['en-US', '2018-06-12', '2018-06-15', 'June 12', '15, 2018'],
    ['pl', '2018-06-30', '2018-07-02', '30 czerwca', '2 lipca 2018'],
    ['fr', '2018-12-30', '2019-01-02', '30 décembre 2018', '2 janvier 2019'],
    ['ar', '2018-06-12', '2018-06-15', undefined, undefined],
    ['ja', '2018-06-12', '2018-06-15', undefined, undefined],
    ['hu', '2018-06-12', '2018-07-15', undefined, undefined],
  ])('the parts of a date range in %s add up to the text of formatDays()', (lang, from, to, first, second) => {
    const range = rangeOfDays(lang, from, to);
    expect(`${range?.from}${range?.separator}${range?.to}`).toBe(formatDays(lang, from, to));
    expect(range?.from).toMatch(/\d/);
    expect(range?.to).toMatch(/\d/);
    if (first !== undefined) expect([range?.from, range?.to]).toEqual([first, second]);
  });
  test('one day is not a range', () => {
    expect(rangeOfDays('en', '2018-06-12', undefined)).toBeUndefined();
    expect(rangeOfDays('en', '2018-06-12T22:00', '2018-06-13T01:30')).toBeUndefined();
  });

  test('a range across two months names both', () =>
    expect(formatDays('en', '2017-06-30', '2017-07-02')).toMatch(/^30 June\s–\s2 July 2017$/));
  test.each([
    ['en', 'Tuesday 12 June'],
    ['es', 'martes 12 de junio'],
    ['pt', 'terça-feira, 12 de junho'],
    ['ru', 'вторник, 12 июня'],
    ['tr', '12 Haziran Salı'],
    ['ar', 'الثلاثاء، 12 يونيو'],
    ['zh-Hans', '6月12日星期二'],
    ['ja', '6月12日火曜日'],
    ['ko', '6월 12일 화요일'],
  ])('a weekday in %s has a comma only if the language uses one there', (lang, text) =>
    expect(formatWeekday(lang, '2018-06-12')).toBe(text),
  );

  test.each([
    ['en', '1–4 March 2033', '27 December 2032 – 4 January 2033'],
    ['it', '1–4 marzo 2033', '27 dicembre 2032 – 4 gennaio 2033'],
    ['sv', '1–4 mars 2033', '27 december 2032–4 januari 2033'],
    ['ar', '1–4 مارس 2033', '27 ديسمبر 2032 – 4 يناير 2033'],
    ['zh-Hans', '2033年3月1日至4日', '2032年12月27日至2033年1月4日'],
    ['ja', '2033年3月1日～4日', '2032年12月27日～2033年1月4日'],
    ['ko', '2033년 3월 1일~4일', '2032년 12월 27일~2033년 1월 4일'],
  ])('ranges in %s', (lang, short, long) => {
    const range = (from: string, to: string) => formatDays(lang, from, to).replace(/\s/g, ' ');
    expect([range('2033-03-01', '2033-03-04'), range('2032-12-27', '2033-01-04')]).toEqual([short, long]);
  });
  test.each([
    ['2018', '2018'],
    ['2018-06', 'June 2018'],
    ['2018-06-12', '12 June 2018'],
  ])('published %s', (given, expected) => expect(formatPublished('en', given)).toBe(expected));
});

describe('machine-readable times', () => {
  test('have the offset of the meeting’s zone on that day', () => {
    expect(machineTime('2018-06-12T09:00', 'Europe/Warsaw')).toBe('2018-06-12T09:00+02:00');
    expect(machineTime('2018-12-12T09:00', 'Europe/Warsaw')).toBe('2018-12-12T09:00+01:00');
    expect(machineTime('2018-06-12T09:00', 'America/New_York')).toBe('2018-06-12T09:00-04:00');
    expect(machineTime('2018-06-12', 'Europe/Warsaw')).toBe('2018-06-12');
  });
  test.each([
    ['2018-06-12', undefined, 'Central European Summer Time'],
    // The hour before the clocks change, and the repeated hour, where the first occurrence counts.
    ['2027-03-28T01:30', undefined, 'Central European Standard Time'],
    ['2027-10-31T02:30', undefined, 'Central European Summer Time'],
    ['2027-10-31T09:00', undefined, 'Central European Standard Time'],
    ['2027-10-30T22:00', '2027-10-31T04:00', 'Central European Time'],
  ])('the zone’s name depends on the time: %s', (starts, ends, name) =>
    expect(zoneName('en', 'Europe/Warsaw', ends === undefined ? [starts] : [starts, ends])).toBe(name),
  );
});

describe('phase', () => {
  const at = (value: string) => phaseOf('2018-06-12', '2018-06-15', siteDate(value, 'Europe/Warsaw'));
  test.each([
    ['2018-06-02', { name: 'before', days: 10 }],
    ['2018-06-11T23:59', { name: 'before', days: 1 }],
    ['2018-06-12T00:00', { name: 'during' }],
    ['2018-06-15T23:59', { name: 'during' }],
    ['2018-06-16', { name: 'after' }],
    // The evening before in New York is already the first day in Warsaw.
    ['2018-06-11T18:30-04:00', { name: 'during' }],
    ['2018-06-11T23:30Z', { name: 'during' }],
  ])('at %s', (value, expected) => expect(at(value)).toEqual(expected));

  test('a date that doesn’t exist is reported', () =>
    expect(() => siteDate('2018-06-31', 'UTC')).toThrow(/SITE_DATE is "2018-06-31"; it must be a date/));
});

describe('programme', () => {
  test('sorts days in order, with items without a time first; lists multi-day and undated items separately', () => {
    const { days, multiDay, undated } = programmeOf([
      item('evening', '2018-06-14T21:00'),
      item('festival', '2018-06-07', '2018-06-10'),
      item('unknown'),
      item('morning', '2018-06-14T09:30', '2018-06-14T10:00'),
      item('whole-day', '2018-06-14'),
      item('first', '2018-06-11T10:00'),
    ]);
    expect(days.map(({ day, items }) => [day, ...items.map(({ slug }) => slug)])).toEqual([
      ['2018-06-11', 'first'],
      ['2018-06-14', 'whole-day', 'morning', 'evening'],
    ]);
    expect(multiDay.map(({ slug }) => slug)).toEqual(['festival']);
    expect(undated.map(({ slug }) => slug)).toEqual(['unknown']);
  });

  test.each([
    ['2018-06-14T22:00', '2018-06-15T01:30', false],
    ['2018-06-14', '2018-06-15', true],
    ['2018-06-14T09:00', '2018-06-16T18:00', true],
    ['2018-06-14T09:00', undefined, false],
    ['2018-06-14T00:00', '2018-06-15T00:00', false],
    ['2018-06-14', '2018-06-15T00:00', false],
    ['2018-06-14T18:00', '2018-06-16T00:00', true],
  ])('from %s to %s spans several days: %s', (starts, ends, expected) =>
    expect(isMultiDay(item('x', starts, ends))).toBe(expected),
  );
});

test.each([
  [1, 'I'],
  [4, 'IV'],
  [12, 'XII'],
  [18, 'XVIII'],
  [40, 'XL'],
  [1994, 'MCMXCIV'],
])('%i is %s', (value, expected) => expect(meetingNumber('en', value)).toBe(expected));

test.each([
  ['ja', '12', '6月 12 日', '2027年'],
  ['ko', '12', '6월  12 일', '2027년'],
  ['pl', 'XII', ' 12  czerwca', '2027'],
])(
  'in %s the number of a meeting, the parts of a date and a year have the language’s form',
  (lang, number, day, year) => {
    expect(meetingNumber(lang, 12)).toBe(number);
    const { before, day: digits, after } = dayParts(lang, '2027-06-12');
    expect([before, digits, after].join(' ')).toBe(day);
    expect(formatYear(lang, 2027)).toBe(year);
  },
);
