import { describe, expect, test } from 'vitest';
import { agendaOf } from '../../src/calendar/programme-days.ts';
import { filtersOf, codesOf, fits } from '../../src/calendar/facets.ts';
import { dayIn, statusAt } from '../../src/calendar/now-and-next.ts';
import { spanOf } from '../../src/calendar/dates-and-times.ts';
import type { Item } from '../../src/model/items.ts';
import type { Edition } from '../../src/model/edition.ts';
import { filterStyles } from '../../src/theme/filter-styles.ts';

interface Given {
  starts?: string;
  ends?: string;
  city?: string;
  venue?: string;
  fields?: string[];
  audience?: 'delegates' | 'public';
}

/** An edition with two hosts, a meeting on 12–15 June and these events. */
function editionOf(given: Record<string, Given>): { edition: Edition; items: Item[] } {
  const items = Object.entries(given).map(([slug, facts]) => ({ kind: 'events', slug, facts, translations: {} }));
  const edition = {
    site: { timeZone: 'Europe/Warsaw' },
    entries: {
      meeting: [{ facts: { starts: '2027-06-12', ends: '2027-06-15', hosts: ['north', 'south'] } }],
      'host-cities': [{ slug: 'south' }, { slug: 'north' }],
      venues: [{ slug: 'hall', facts: { city: 'south' } }],
      events: items,
      sessions: [],
      fields: ['music', 'design', 'film'].map((slug, order) => ({ slug, facts: { order } })),
    },
  };
  return { edition: edition as unknown as Edition, items: items as unknown as Item[] };
}

const given: Record<string, Given> = {
  fair: { starts: '2027-06-07', ends: '2027-06-13', city: 'north', fields: ['film'] },
  opening: { starts: '2027-06-12T09:00', ends: '2027-06-12T10:30', venue: 'hall', audience: 'delegates' },
  night: { starts: '2027-06-14T22:00', ends: '2027-06-15T01:30', city: 'north', fields: ['music', 'film'] },
  concert: { starts: '2027-06-14T21:00', city: 'south', fields: ['music'] },
  debate: { fields: ['music'] },
};
const { edition, items } = editionOf(given);

describe('agenda', () => {
  const agenda = agendaOf(edition);
  test('a day is listed if something begins on it, or if it is a day of the meeting with something on', () =>
    expect(
      agenda.days.map(({ day, rows, running }) => [day, rows.length, running.map(({ nth, of }) => [nth, of])]),
    ).toEqual([
      ['2027-06-07', 0, [[1, 7]]],
      ['2027-06-12', 1, [[6, 7]]],
      ['2027-06-13', 0, [[7, 7]]],
      ['2027-06-14', 2, []],
    ]));
  test('a bar covers days that the programme lists', () => {
    expect(agenda.bars.map(({ item, column, width }) => [item.slug, column, width])).toEqual([['fair', 0, 3]]);
    expect(agenda.meeting).toEqual({ column: 1, width: 3 });
  });
  test('items without a date are separate', () =>
    expect(agenda.undated.map(({ item }) => item.slug)).toEqual(['debate']));
  test('under a day, an item of several days has the code of that day only', () =>
    expect(agenda.days[1]?.running[0]?.codes).toEqual(['c1', 'd2', 'a1', 'f2']));
});

describe('filters', () => {
  const days = ['2027-06-07', '2027-06-12', '2027-06-13', '2027-06-14'];
  const filters = filtersOf(edition, items, days);
  test('are the values that occur, in the order of hosts, days and fields', () =>
    expect(filters).toEqual([
      { name: 'city', values: ['north', 'south'] },
      { name: 'day', values: days },
      { name: 'audience', values: ['public', 'delegates'] },
      { name: 'field', values: ['music', 'film'] },
    ]));
  test.each([
    ['fair', ['c1', 'd1', 'd2', 'd3', 'a1', 'f2']],
    ['opening', ['c2', 'd2', 'a2']],
    ['night', ['c1', 'd4', 'a1', 'f1', 'f2']],
    ['debate', ['a1', 'f1']],
  ])('%s has the codes of all its values', (slug, codes) =>
    expect(codesOf(edition, items.find((item) => item.slug === slug) as Item, filters, days).sort()).toEqual(
      [...codes].sort(),
    ),
  );
  test('few or identical items have no filters', () => {
    expect(filtersOf(edition, items.slice(0, 3), days)).toEqual([]);
    const alike = Object.fromEntries(
      ['a', 'b', 'c', 'd'].map((slug) => [slug, { starts: '2027-06-12', city: 'north' }]),
    );
    const one = editionOf(alike);
    expect(filtersOf(one.edition, one.items, ['2027-06-12'])).toEqual([]);
  });
  test('an item matches if it has all chosen values', () => {
    expect(fits(['c1', 'f1', 'f2'], ['c1', 'f2'])).toBe(true);
    expect(fits(['c1', 'f1'], ['c1', 'f2'])).toBe(false);
    expect(fits([], [])).toBe(true);
  });
  test('the CSS contains codes and no slugs', () => {
    const styles = filterStyles(filters, [{ name: 'p1', entries: [['c1', 'd1']] }]);
    expect(styles).toContain('[data-in]:not([data-in~=f2])');
    expect(styles).not.toMatch(/north|south|music|2027/);
  });
});

describe('when something is on', () => {
  test.each([
    ['2027-06-14T21:00', undefined, '2027-06-14T21:00+02:00', '2027-06-15T00:00+02:00'],
    ['2027-06-14', undefined, '2027-06-14T00:00+02:00', '2027-06-15T00:00+02:00'],
    ['2027-06-07', '2027-06-10', '2027-06-07T00:00+02:00', '2027-06-11T00:00+02:00'],
    ['2027-06-14T22:00', '2027-06-15T01:30', '2027-06-14T22:00+02:00', '2027-06-15T01:30+02:00'],
    // Summer time ends early that morning, so the day has 25 hours.
    ['2027-10-31T01:00', undefined, '2027-10-31T01:00+02:00', '2027-11-01T00:00+01:00'],
  ])('from %s to %s', (starts, ends, from, to) => expect(spanOf(starts, ends, 'Europe/Warsaw')).toEqual({ from, to }));

  test('the day depends on the time zone', () => {
    const evening = Date.parse('2027-06-14T23:30Z');
    expect(dayIn('Europe/Warsaw', evening)).toBe('2027-06-15');
    expect(dayIn('America/New_York', evening)).toBe('2027-06-14');
  });
});

describe('now and next', () => {
  const meeting = { starts: '2027-06-12', ends: '2027-06-15' };
  const spans = [
    spanOf('2027-06-12T09:00', '2027-06-12T10:30', 'Europe/Warsaw'),
    spanOf('2027-06-12T11:00', undefined, 'Europe/Warsaw'),
    ...['2027-06-13', '2027-06-14', '2027-06-15', '2027-06-16'].map((day) => spanOf(day, undefined, 'Europe/Warsaw')),
  ];
  const at = (moment: string) =>
    statusAt(meeting, spans, dayIn('Europe/Warsaw', Date.parse(moment)), Date.parse(moment));
  test.each([
    ['2027-06-01T12:00+02:00', 'before', ['next', 'next', 'next', 'later', 'later', 'later']],
    ['2027-06-12T08:59+02:00', 'during', ['next', 'next', 'next', 'later', 'later', 'later']],
    ['2027-06-12T09:00+02:00', 'during', ['now', 'next', 'next', 'next', 'later', 'later']],
    ['2027-06-12T10:30+02:00', 'during', ['past', 'next', 'next', 'next', 'later', 'later']],
    ['2027-06-12T23:59+02:00', 'during', ['past', 'now', 'next', 'next', 'next', 'later']],
    ['2027-06-13T00:00+02:00', 'during', ['past', 'past', 'now', 'next', 'next', 'next']],
    ['2027-06-16T10:00+02:00', 'after', ['past', 'past', 'past', 'past', 'past', 'now']],
    ['2027-06-17T00:00+02:00', 'after', ['past', 'past', 'past', 'past', 'past', 'past']],
  ])('at %s, the phase is %s', (moment, phase, states) => {
    expect(at(moment).phase.name).toBe(phase);
    expect(at(moment).states).toEqual(states);
  });
});
