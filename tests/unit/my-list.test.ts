import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { clashesOf, type Timed } from '../../src/client/my-list/clashes.ts';
import {
  filterCalendar,
  followMoves,
  fromFragment,
  readIds,
  reverted,
  toFragment,
  toggled,
} from '../../src/client/my-list/ids.ts';
import { movedIds, myListData, myListGroups, shortestTransfers } from '../../src/views/my-list.ts';
import { calendarText } from '../../src/calendar/ics/file.ts';
import { pageContext } from '../../src/i18n/page-context.ts';
import { calendarsOf, type CalendarFile } from '../../src/model/calendars.ts';
import { editionIn } from '../helpers/editions.ts';

const trio = editionIn('tests/editions/trio');

describe('the stored list', () => {
  test.each([
    [null, []],
    ['', []],
    ['nonsense', []],
    ['{"events/one":1}', []],
    ['["events/one","events/one","programme/two-b"]', ['events/one', 'programme/two-b']],
    ['["events/one",2,null,"pages/three","events/","events/<b>","../x"]', ['events/one']],
  ])('%s is read as %j', (stored, ids) => expect(readIds(stored)).toEqual(ids));

  test('a star button adds an entry or removes it', () => {
    expect(toggled(['events/one'], 'events/two')).toEqual(['events/one', 'events/two']);
    expect(toggled(['events/one', 'events/two'], 'events/one')).toEqual(['events/two']);
  });
});

describe('addresses that changed', () => {
  const moved = movedIds(trio);

  test('come from redirects.yaml; one that doesn’t lead to a session or event has no successor', () =>
    expect(moved).toEqual({ 'events/lamp-night': 'events/lantern', 'programme/gone': '' }));

  test.each([
    [
      ['events/lamp-night', 'events/other'],
      ['events/lantern', 'events/other'],
    ],
    [['events/lantern', 'events/lamp-night', 'programme/gone'], ['events/lantern']],
  ])('%j becomes %j', (ids, followed) => expect(followMoves(ids, moved)).toEqual(followed));
});

describe('undo', () => {
  test.each<[string, string, string, string, string]>([
    ['a removed entry, with one added meanwhile', 'a b', 'b', 'b c', 'a b c'],
    ['a removed entry, with another removed meanwhile', 'a b', 'b', '', 'a'],
    ['a removed entry that is back already', 'a b', 'b', 'b a', 'a b'],
    ['an emptied list', 'a b', '', 'c', 'a b c'],
    ['added entries', 'a', 'a b c', 'a b c d', 'a d'],
    ['a replaced list', 'a b', 'b c', 'b c d', 'a b d'],
  ])('%s', (_, before, after, current, expected) => {
    const [old, changed, now, result] = [before, after, current, expected].map((text) =>
      text.split(' ').filter(Boolean),
    );
    expect(reverted(now ?? [], old ?? [], changed ?? [])).toEqual(result);
  });
});

describe('the link', () => {
  test.each([[['events/one']], [['events/one', 'programme/two', 'events/three-3']], [['programme/two']]])(
    'carries %j',
    (ids) => {
      const fragment = toFragment(ids);
      expect(fragment).toMatch(/^v1[/\w,-]+$/);
      expect(fromFragment(fragment)?.sort()).toEqual([...ids].sort());
    },
  );
  test('may be percent-encoded', () => expect(fromFragment('v1%2Fevents%2Fa%2Cb')).toEqual(['events/a', 'events/b']));

  test.each([
    '',
    'v1',
    'v1/',
    'v1/events',
    'v1/events/',
    'v1/events/a,',
    'v1/events/A',
    'v2/events/a',
    'v1/pages/a',
    'v1/events/a/programme',
    'v1/events/a/../b',
    'v1/__proto__/a',
    'v1/events/<img src=x onerror=alert(1)>',
    'v1/events/%3Cscript%3E',
    'v1/events/javascript:alert(1)',
    '%',
    '%E0%A4%A',
    'main',
  ])('that is "%s" is refused', (fragment) => expect(fromFragment(fragment)).toBeUndefined());

  test('with too many ids is refused', () => {
    const many = Array.from({ length: 1001 }, (_, index) => `a${index}`).join(',');
    expect(fromFragment(`v1/events/${many}`)).toBeUndefined();
  });
});

describe('the calendar of the list', () => {
  const whole = (lang: string) =>
    calendarText(pageContext(trio, lang, '/'), calendarsOf(trio).get('/calendar.ics') as CalendarFile);

  test.each(['en', 'ar'])('contains only the listed events and the time zone, in %s', (lang) => {
    const text = filterCalendar(whole(lang), ['events/lantern', 'programme/open-still', 'events/gone']) ?? '';
    const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
    const urls = calendar.getAllSubcomponents('vevent').map((event) => String(event.getFirstPropertyValue('url')));
    expect(urls.map((url) => new URL(url).pathname.replace('/ar/', '/'))).toEqual([
      '/events/lantern/',
      '/programme/open-still/',
    ]);
    expect(calendar.getFirstSubcomponent('vtimezone')?.getFirstPropertyValue('tzid')).toBe('Africa/Casablanca');
    for (const name of ['name', 'x-wr-calname', 'url', 'source', 'refresh-interval', 'x-published-ttl'])
      expect(calendar.hasProperty(name), name).toBe(false);
    for (const name of ['version', 'prodid']) expect(calendar.hasProperty(name), name).toBe(true);
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  });

  test('doesn’t exist if none of the listed events has a date', () =>
    expect(filterCalendar(whole('en'), ['events/gone'])).toBeUndefined());
});

describe('clashes', () => {
  const at = (hour: string) => Date.parse(`2027-06-12T${hour}:00+02:00`);
  const item = (title: string, starts: string, ends?: string, city?: string): Timed => ({
    title,
    starts: at(starts),
    ends: ends === undefined ? undefined : at(ends),
    city,
  });
  const minutes = (from: string, to: string) => ([from, to].sort().join() === 'east,west' ? 60 : undefined);
  const problems = (...items: Timed[]) =>
    clashesOf(items, minutes).map(({ kind, first, second }) => `${kind} ${first.title}${second.title}`);

  test.each<[string, Timed[], string[]]>([
    ['one after another', [item('a', '09:00', '10:00'), item('b', '10:00', '11:00')], []],
    ['overlapping', [item('b', '09:30', '11:00'), item('a', '09:00', '10:00')], ['overlap ab']],
    ['one within the other', [item('a', '09:00', '12:00'), item('b', '10:00', '11:00')], ['overlap ab']],
    [
      'a long one over two',
      [item('a', '09:00', '12:00'), item('b', '09:30', '10:00'), item('c', '11:00', '11:30')],
      ['overlap ab', 'overlap ac'],
    ],
    ['no known end, the other later', [item('a', '09:00'), item('b', '09:30')], []],
    ['no known end, the same start', [item('a', '09:00'), item('b', '09:00')], ['overlap ab']],
    ['no known end, within the other', [item('a', '09:00', '10:00'), item('b', '09:30')], ['overlap ab']],
    ['too far', [item('a', '09:00', '10:00', 'east'), item('b', '10:59', undefined, 'west')], ['far ab']],
    [
      'too far, in the other direction',
      [item('a', '09:00', '10:00', 'west'), item('b', '10:30', '11:00', 'east')],
      ['far ab'],
    ],
    ['just in time', [item('a', '09:00', '10:00', 'east'), item('b', '11:00', undefined, 'west')], []],
    [
      'too far from a start without an end',
      [item('a', '09:00', undefined, 'east'), item('b', '09:59', undefined, 'west')],
      ['far ab'],
    ],
    [
      'too far, with a third in between',
      [item('a', '09:00', '10:00', 'east'), item('b', '10:00', '10:10', 'east'), item('c', '10:30', undefined, 'west')],
      ['far ac', 'far bc'],
    ],
    [
      'in two cities at the same time',
      [item('a', '09:00', '10:00', 'east'), item('b', '09:30', '10:00', 'west')],
      ['overlap ab'],
    ],
    [
      'in cities without a known transfer',
      [item('a', '09:00', '10:00', 'east'), item('b', '10:05', undefined, 'north')],
      [],
    ],
    ['in no known city', [item('a', '09:00', '10:00'), item('b', '10:05', undefined, 'west')], []],
  ])('%s', (_, items, expected) => expect(problems(...items)).toEqual(expected));
});

describe('the data of the list page', () => {
  test('the shortest transfer between two cities, in whichever direction it is given', () => {
    const meeting = trio.entries.meeting[0] as (typeof trio.entries.meeting)[number];
    const way = (from: string, to: string, minutes: number) =>
      ({ from, to, km: 1, minutes, by: 'car', source: 'call' }) as const;
    const transfers = [way('a', 'b', 90), way('b', 'a', 60), way('b', 'c', 20)];
    const edition = {
      ...trio,
      entries: { ...trio.entries, meeting: [{ ...meeting, facts: { ...meeting.facts, transfers } }] },
    };
    expect(shortestTransfers(pageContext(edition, 'en', '/list/'))).toEqual([
      { between: ['a', 'b'], minutes: 60 },
      { between: ['b', 'c'], minutes: 20 },
    ]);
  });

  test('have every item of the programme once, and instants only for items with a time', () => {
    const rows = myListGroups(pageContext(trio, 'en', '/list/')).flatMap((group) => group.rows);
    expect(rows.map(({ id }) => id).sort()).toEqual(
      [
        ...trio.entries.events.map(({ slug }) => `events/${slug}`),
        ...trio.entries.sessions.map(({ slug }) => `programme/${slug}`),
      ].sort(),
    );
    const row = (id: string) => rows.find((candidate) => candidate.id === id);
    expect(row('events/panel-market')).toMatchObject({ dated: true, starts: undefined, ends: undefined });
    expect(row('events/lantern')?.starts).toMatch(/^2033-03-02T22:00[+-]/);
    expect(row('events/lantern')?.city).toBe('tizrouane');
  });

  test('its words keep the placeholders that the browser fills in', () => {
    const { words } = myListData(pageContext(trio, 'ar', '/list/'));
    for (const name of ['{first}', '{second}', '{from}', '{to}', '{duration}']) expect(words.far).toContain(name);
    expect(words.removed).toContain('{title}');
    expect(Object.keys(words.offer)).toEqual(expect.arrayContaining(['one', 'two', 'few', 'many', 'other']));
    // In Arabic, one and two are expressed by the form of the noun, without a number.
    for (const form of ['few', 'many', 'other'])
      expect(words.offer).toHaveProperty(form, expect.stringContaining('{count}'));
    const portuguese = myListData(pageContext(trio, 'pt-BR', '/list/')).words.offer;
    expect(Object.keys(portuguese)).toEqual(expect.arrayContaining(['one', 'other']));
    for (const form of Object.values(portuguese)) expect(form).toContain('{count}');
  });
});
