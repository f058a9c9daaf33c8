/** How pages, machine-readable data and calendars show what is cancelled, postponed, moved, full or online. */
import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { calendarText } from '../../src/calendar/ics/file.ts';
import { markdownOf } from '../../src/exports/markdown.ts';
import { pageContext } from '../../src/i18n/page-context.ts';
import { addressOfEntry } from '../../src/model/page-addresses.ts';
import { calendarOf, type CalendarFile } from '../../src/model/calendars.ts';
import type { Edition, Entry } from '../../src/model/edition.ts';
import type { Item } from '../../src/model/items.ts';
import { structuredData } from '../../src/seo/structured/index.ts';
import { calendarLinks } from '../../src/views/calendar-links.ts';
import { itemFacts } from '../../src/views/facts.ts';
import { myListGroups } from '../../src/views/my-list.ts';
import { titleOf } from '../../src/views/page-title.ts';
import { noticesOn } from '../../src/views/schedule-changes.ts';
import { rowOf } from '../../src/views/item-row.ts';
import { meetingStatusOf } from '../../src/views/meeting-status.ts';
import { editionIn } from '../helpers/editions.ts';

const trio = editionIn('tests/editions/trio');
const [lantern] = trio.entries.events as [Entry<'events'>];
const [meeting] = trio.entries.meeting as [Entry<'meeting'>];

type Changes = Partial<Entry<'events'>['facts']> & { notice?: string };

/** The trio edition with its first event changed. */
function withChanges({ notice, ...facts }: Changes): { edition: Edition; event: Entry<'events'> } {
  const english = { ...(lantern.translations['en'] as (typeof lantern.translations)[string]), notice };
  const event = {
    ...lantern,
    facts: { ...lantern.facts, ...facts },
    translations: { ...lantern.translations, en: english },
  };
  const events = [event, ...trio.entries.events.slice(1)];
  return { edition: { ...trio, entries: { ...trio.entries, events } }, event };
}
const withMeeting = (facts: Partial<Entry<'meeting'>['facts']>): Edition => ({
  ...trio,
  entries: { ...trio.entries, meeting: [{ ...meeting, facts: { ...meeting.facts, ...facts } }] },
});
const pageOf = (edition: Edition, entry: Entry, lang = 'en') =>
  pageContext(edition, lang, addressOfEntry(entry), entry);

interface EventData {
  [key: string]: unknown;
  location: { '@type': string; url: string }[];
  offers: Record<string, unknown> | undefined;
}
const eventData = ({ edition, event }: { edition: Edition; event: Item }) =>
  (JSON.parse(structuredData(pageOf(edition, event), 'x', undefined)) as { mainEntity: EventData }).mainEntity;
const calendarEvent = ({ edition, event }: { edition: Edition; event: Item }, lang = 'en') => {
  const text = calendarText(pageContext(edition, lang, '/'), calendarOf(edition, event) as CalendarFile);
  return new ICAL.Component(ICAL.parse(text) as unknown[]).getFirstSubcomponent('vevent') as ICAL.Component;
};
const noon = (day: string) => Temporal.PlainDateTime.from(`${day}T12:00`).toZonedDateTime(trio.site.timeZone);

describe.each<[string, Changes, string, string[], string]>([
  ['cancelled', { status: 'cancelled' }, 'EventCancelled', ['Cancelled'], 'CANCELLED'],
  ['postponed', { status: 'postponed' }, 'EventPostponed', ['Postponed'], 'CANCELLED'],
  ['moved', { previously: '2033-03-01T20:00' }, 'EventRescheduled', ['Rescheduled'], 'CONFIRMED'],
  ['full', { full: true }, 'EventScheduled', ['Fully booked'], 'CONFIRMED'],
  [
    'moved and full',
    { previously: '2033-03-01', full: true },
    'EventRescheduled',
    ['Rescheduled', 'Fully booked'],
    'CONFIRMED',
  ],
  ['as planned', {}, 'EventScheduled', [], 'CONFIRMED'],
])('what is %s', (_, changes, status, statusLabels, calendarStatus) => {
  const changed = withChanges(changes);
  const { edition, event } = changed;
  const page = pageOf(edition, event);
  const off = changes.status !== undefined;

  test('has its label in lists, in My list and at the top of its page', () => {
    expect(rowOf(page, event).statusLabels.map(({ text }) => text)).toEqual(statusLabels);
    const listed = myListGroups(page)
      .flatMap(({ rows }) => rows)
      .find(({ id }) => id === 'events/lantern');
    expect(listed?.statusLabels.map(({ text }) => text)).toEqual(statusLabels);
    expect(noticesOn(page).flatMap((notice) => notice.statusLabels.map(({ text }) => text))).toEqual(statusLabels);
    expect(markdownOf(page, event)).toContain(statusLabels.map((label) => `**${label}**`).join(' · '));
  });
  test('says so in structured data', () => {
    const data = eventData(changed);
    expect(data['eventStatus']).toBe(`https://schema.org/${status}`);
    expect(data['startDate']).toBe('2033-03-02T22:00+00:00');
    expect(data['previousStartDate']).toBe({ moved: '2033-03-01T20:00+00:00', 'moved and full': '2033-03-01' }[_]);
    expect(data.offers?.['availability']).toBe(changes.full ? 'https://schema.org/SoldOut' : undefined);
  });
  test('says so in calendars, where it blocks no time if it is off', () => {
    const calendar = calendarEvent(changed);
    expect(calendar.getFirstPropertyValue('status')).toBe(calendarStatus);
    expect(calendar.getFirstPropertyValue('transp')).toBe(off ? 'TRANSPARENT' : 'OPAQUE');
    expect(calendar.getFirstPropertyValue('summary')).toBe(
      off ? `${statusLabels[0]}: Night of Lanterns` : 'Night of Lanterns',
    );
  });
  test('can be “on now”, “next” or in a clash only if it takes place', () => {
    const status = meetingStatusOf(pageContext(edition, 'en', '/'), noon('2033-03-02'));
    expect(status.scheduled.some(({ item }) => item.slug === 'lantern')).toBe(!off);
    const listed = myListGroups(page)
      .flatMap(({ rows }) => rows)
      .find(({ id }) => id === 'events/lantern');
    expect(listed?.starts !== undefined).toBe(!off);
  });
  test('if it is off, its date is labelled as planned, and its title has no date', () => {
    const [when] = itemFacts(page, event);
    expect(when?.label).toBe(off ? 'Was planned for' : 'When');
    expect(titleOf(page, 'Night of Lanterns').includes('2033,')).toBe(false);
    expect(titleOf(page, 'Night').includes('2 March 2033')).toBe(!off);
    // A web calendar's form would add an event that doesn't take place.
    expect(calendarLinks(page, calendarOf(edition, event) as CalendarFile).links).toHaveLength(off ? 1 : 4);
  });
});

test('the date that was planned is given in each language', () => {
  const postponed = withChanges({ status: 'postponed' });
  expect(noticesOn(pageOf(postponed.edition, postponed.event))[0]?.text).toContain('2 March 2033');
  const moved = withChanges({ previously: '2033-03-01T20:00' });
  expect(noticesOn(pageOf(moved.edition, moved.event))[0]?.text).toContain('1 March 2033, 20:00');
  expect(noticesOn(pageOf(moved.edition, moved.event, 'ar'))[0]?.text).toContain('2033');
});

describe('online', () => {
  const online = 'https://lantern.example/live';
  const modes = (changes: Changes) => {
    const data = eventData(withChanges(changes));
    return [data['eventAttendanceMode'], [data.location].flat().map((place) => place['@type'])];
  };
  test('in structured data: the address alone, or beside the place', () => {
    expect(modes({ online })).toEqual(['https://schema.org/MixedEventAttendanceMode', ['Place', 'VirtualLocation']]);
    expect(modes({ online, venue: undefined })).toEqual([
      'https://schema.org/OnlineEventAttendanceMode',
      ['VirtualLocation'],
    ]);
    expect(modes({})).toEqual(['https://schema.org/OfflineEventAttendanceMode', ['Place']]);
  });
  test('in calendars and lists', () => {
    const calendar = calendarEvent(withChanges({ online, venue: undefined }));
    expect(calendar.getFirstProperty('conference')?.toICALString()).toBe(`CONFERENCE;VALUE=URI:${online}`);
    expect(calendar.getFirstPropertyValue('location')).toBe(online);
    const { edition, event } = withChanges({ online });
    expect(rowOf(pageOf(edition, event), event).places.map(({ title }) => title)).toEqual([
      'Cistern Hall',
      'Tizrouane',
      'Online',
    ]);
  });
});

test('tickets and prices are offered only for what takes place', () => {
  const changes: Changes = { tickets: 'https://lantern.example/tickets', price: { amount: 25.5, currency: 'EUR' } };
  const offered = withChanges(changes);
  expect(eventData(offered).offers).toEqual({
    '@type': 'Offer',
    price: 25.5,
    priceCurrency: 'EUR',
    url: 'https://lantern.example/tickets',
  });
  const values = ({ edition, event }: typeof offered) =>
    itemFacts(pageOf(edition, event), event).flatMap((fact) => fact.values);
  expect(values(offered)).toContainEqual({ text: '€25.50' });
  const off = withChanges({ ...changes, status: 'cancelled' });
  expect(eventData(off).offers).toBeUndefined();
  expect(values(off).some(({ href }) => href === changes.tickets)).toBe(false);
});

test('a notice that isn’t translated is shown in the original’s language', () => {
  const { edition, event } = withChanges({ notice: 'Bring a lamp.' });
  expect(noticesOn(pageOf(edition, event))[0]?.notice).toEqual({ text: 'Bring a lamp.', lang: undefined });
  expect(noticesOn(pageOf(edition, event, 'ar'))[0]?.notice).toEqual({ text: 'Bring a lamp.', lang: 'en' });
});

test.each(['2033-02-01', '2033-03-02', '2033-04-01'])(
  'on %s, a cancelled meeting is never shown as upcoming, under way or over, on any page',
  (day) => {
    const edition = withMeeting({ status: 'cancelled' });
    const home = pageContext(edition, 'en', '/');
    const { texts, takesPlace } = meetingStatusOf(home, noon(day));
    expect(takesPlace).toBe(false);
    for (const text of [texts.now, ...Object.values(texts.before), texts.during, texts.after])
      expect(text).toBe(home.t('plans.meeting-cancelled'));
    expect(noticesOn(pageContext(edition, 'en', '/visit/'))[0]).toMatchObject({
      statusLabels: [{ name: 'cancelled' }],
      of: { href: '/about/' },
    });
    expect(noticesOn(pageOf(edition, edition.entries.meeting[0] as Entry))[0]?.of).toBeUndefined();
  },
);
