import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { calendarName, calendarText, placeOf, span, uid } from '../../src/calendar/ics/file.ts';
import { zoneComponent } from '../../src/calendar/ics/time-zone.ts';
import { calendarLinks } from '../../src/views/calendar-links.ts';
import { pageContext } from '../../src/i18n/page-context.ts';
import { calendarsOf, movedCalendars, type CalendarFile } from '../../src/model/calendars.ts';
import type { Edition, Entry } from '../../src/model/edition.ts';
import { daysOf, type Item } from '../../src/model/items.ts';
import { changes, editionIn, instantOf, inZone } from '../helpers/editions.ts';

const trio = editionIn('tests/editions/trio');
const calendar = (edition: Edition, lang = 'en', address = '/calendar.ics') =>
  calendarText(pageContext(edition, lang, address), calendarsOf(edition).get(address) as CalendarFile);
const parse = (text: string) => new ICAL.Component(ICAL.parse(text) as unknown[]);
const eventsIn = (text: string) => parse(text).getAllSubcomponents('vevent');

/** The trio edition with a single event, which has these words and facts. */
function withEvent(
  words: { title?: string; summary?: string },
  facts: Partial<Entry<'events'>['facts']> = {},
): Edition {
  const [model] = trio.entries.events as [Entry<'events'>];
  const own = { ...(model.translations['en'] as (typeof model.translations)[string]), ...words };
  const event = { ...model, facts: { ...model.facts, ...facts }, translations: { en: own } };
  return { ...trio, entries: { ...trio.entries, events: [event], sessions: [] } };
}

describe('lines', () => {
  test.each([
    'Zażółć gęślą jaźń, '.repeat(12),
    'ليلة الفوانيس في قاعة الصهريج '.repeat(12),
    '🎵🪕'.repeat(40),
    'a'.repeat(500),
  ])('of %s have at most 75 octets, end in CRLF and split no character', (summary) => {
    const text = calendar(withEvent({ summary }));
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
    const bytes = Buffer.from(text);
    for (const line of bytes.toString('latin1').split('\r\n')) {
      expect(line.length).toBeLessThanOrEqual(75);
      expect(() => new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(line, 'latin1'))).not.toThrow();
    }
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(text.replaceAll('\r\n ', '')).toContain(summary.trim().replaceAll(',', '\\,'));
  });

  test('special characters of iCalendar are escaped, in names too', () => {
    const title = 'Bread; salt, and a \\ backslash: "all" of it';
    const edition = withEvent({ title });
    const text = calendar(edition).replaceAll('\r\n ', '');
    expect(text).toContain('SUMMARY;LANGUAGE=en:Bread\\; salt\\, and a \\\\ backslash: "all" of it\r\n');
    expect(eventsIn(text)[0]?.getFirstPropertyValue('summary')).toBe(title);
    const named = { ...edition, site: { ...edition.site, name: 'One, two; three' } };
    expect(calendar(named)).toContain('X-WR-CALNAME:One\\, two\\; three\r\n');
    expect(calendar(named)).toMatch(/NAME;LANGUAGE=en[^:]*:One\\, two\\; three\r\n/);
  });
});

describe.each(Object.entries(changes))('in %s', (timeZone, times) => {
  const edition = inZone(trio, timeZone, times);
  const text = calendar(edition);

  test('every time is in the zone, and VTIMEZONE is enough to compute its instant', () => {
    const events = eventsIn(text);
    expect(events).toHaveLength(times.length);
    for (const [index, [starts, ends]] of times.entries()) {
      const event = events.find((candidate) =>
        String(candidate.getFirstPropertyValue('url')).endsWith(`/event-${index + 1}/`),
      ) as ICAL.Component;
      const instant = (name: string) =>
        (event.getFirstPropertyValue(name) as ICAL.Time | null)?.convertToZone(ICAL.Timezone.utcTimezone).toUnixTime();
      expect(event.getFirstProperty('dtstart')?.getParameter('tzid')).toBe(timeZone);
      expect((instant('dtstart') ?? 0) * 1000, starts).toBe(instantOf(starts, timeZone));
      if (ends === undefined) expect(event.hasProperty('dtend')).toBe(false);
      else expect((instant('dtend') ?? 0) * 1000, ends).toBe(instantOf(ends, timeZone));
    }
  });

  test('there is one VTIMEZONE, before the first event', () => {
    expect(text.match(/BEGIN:VTIMEZONE/g)).toHaveLength(1);
    expect(text.indexOf('BEGIN:VTIMEZONE')).toBeLessThan(text.indexOf('BEGIN:VEVENT'));
    const zone = parse(text).getFirstSubcomponent('vtimezone');
    expect(zone?.getFirstPropertyValue('tzid')).toBe(timeZone);
  });
});

test('a zone has two changes before a time and one after; a permanent change isn’t to daylight time (RFC 5545)', () => {
  const zone = (timeZone: string, moment: string) =>
    zoneComponent(timeZone, moment, moment)
      .toString()
      .split('\r\n')
      .filter((line) => !/^(TZID|.*VTIMEZONE)/.test(line));
  const part = (kind: string, onset: string, from: string, to: string) => [
    `BEGIN:${kind}`,
    `DTSTART:${onset}`,
    `TZOFFSETFROM:${from}`,
    `TZOFFSETTO:${to}`,
    `END:${kind}`,
  ];
  expect(zone('Europe/Warsaw', '2018-06-14T21:00')).toEqual([
    ...part('STANDARD', '20171029T030000', '+0200', '+0100'),
    ...part('DAYLIGHT', '20180325T020000', '+0100', '+0200'),
    ...part('STANDARD', '20181028T030000', '+0200', '+0100'),
  ]);
  expect(zone('Australia/Lord_Howe', '2019-01-01T09:00')).toEqual([
    ...part('STANDARD', '20180401T020000', '+1100', '+1030'),
    ...part('DAYLIGHT', '20181007T020000', '+1030', '+1100'),
    ...part('STANDARD', '20190407T020000', '+1100', '+1030'),
  ]);
  expect(zone('Asia/Kathmandu', '2018-06-14T21:00').slice(-5)).toEqual(
    part('STANDARD', '19860101T000000', '+0530', '+0545'),
  );
  expect(zone('UTC', '2018-06-14T21:00')).toEqual(part('STANDARD', '19700101T000000', '+0000', '+0000'));
});

describe('times', () => {
  const spanOf = (starts?: string, ends?: string) => span({ facts: { starts, ends } } as Item);
  test.each([
    ['2027-06-12', undefined, '2027-06-12', undefined, true],
    ['2027-06-12', '2027-06-12', '2027-06-12', '2027-06-13', true],
    ['2027-06-29', '2027-06-30', '2027-06-29', '2027-07-01', true],
    ['2027-06-12T09:00', undefined, '2027-06-12T09:00', undefined, false],
    ['2027-06-12T09:00', '2027-06-12', '2027-06-12T09:00', undefined, false],
    ['2027-06-12T22:00', '2027-06-13T01:30', '2027-06-12T22:00', '2027-06-13T01:30', false],
    ['2027-06-12T10:00', '2027-06-15T18:00', '2027-06-12', '2027-06-16', true],
    ['2027-06-12T10:00', '2027-06-15', '2027-06-12', '2027-06-16', true],
    ['2027-06-12T18:00', '2027-06-15T00:00', '2027-06-12', '2027-06-15', true],
    ['2027-06-12T00:00', '2027-06-13T00:00', '2027-06-12T00:00', '2027-06-13T00:00', false],
  ])('%s to %s', (starts, ends, from, to, allDay) =>
    expect(spanOf(starts, ends)).toEqual({ starts: from, ends: to, allDay }),
  );

  test('all-day events have date values, end on the day after the last, and are transparent', () => {
    const text = calendar(withEvent({}, { starts: '2033-02-27', ends: '2033-03-02', venue: undefined }));
    expect(text).toContain('DTSTART;VALUE=DATE:20330227\r\nDTEND;VALUE=DATE:20330303\r\n');
    expect(text).toContain('TRANSP:TRANSPARENT');
    expect(text).not.toContain('VTIMEZONE');
  });

  test('of two equal local times, the second is in UTC', () => {
    const edition = inZone(trio, 'Europe/Warsaw', [['2027-10-31T02:30', '2027-10-31T02:30+01:00']]);
    const text = calendar(edition);
    expect(text).toContain('DTSTART;TZID=Europe/Warsaw:20271031T023000\r\nDTEND:20271031T013000Z\r\n');
    expect(text).toContain('BEGIN:VTIMEZONE');
  });

  test('no end is invented', () => {
    for (const starts of ['2033-02-27', '2033-02-27T21:00']) {
      const text = calendar(withEvent({}, { starts, ends: undefined }));
      expect(text).toContain('DTSTART');
      expect(text).not.toMatch(/DTEND|DURATION:PT/);
    }
  });

  test('the times of an event of several days are in its description', () => {
    const text = calendar(withEvent({}, { starts: '2033-03-01T10:00', ends: '2033-03-03T18:00' }));
    expect(eventsIn(text)[0]?.getFirstPropertyValue('description')).toContain(
      '1 March 2033, 10:00 – 3 March 2033, 18:00',
    );
  });

  test('an event past midnight belongs to the day on which it begins, and an end at 00:00 to the day before', () => {
    const days = (starts?: string, ends?: string) => daysOf({ facts: { starts, ends } } as Item);
    expect(days('2033-03-02T22:00', '2033-03-03T01:30')).toEqual(['2033-03-02']);
    expect(days('2033-02-27', '2033-03-01')).toEqual(['2033-02-27', '2033-02-28', '2033-03-01']);
    expect(days('2033-02-27T18:00', '2033-03-01T00:00')).toEqual(['2033-02-27', '2033-02-28']);
    expect(days('2033-03-02T00:00', '2033-03-03T00:00')).toEqual(['2033-03-02']);
    expect(days()).toEqual([]);
    expect(days('2033-03-03', '2033-03-01')).toEqual(['2033-03-03']);
    expect(days('2033-03-03', '9999-03-01').length).toBeLessThan(400);
  });
});

describe('properties of an event', () => {
  test('its UID is the same in every language and file, and is the UUID of its page (RFC 9562)', () => {
    // Python's uuid.uuid5(uuid.NAMESPACE_URL, …)
    expect(uid('https://trio.example/events/lantern/')).toBe('01caed93-1656-5b47-b860-47ac34274d0d');
    const uids = (lang: string, address: string) =>
      eventsIn(calendar(trio, lang, address)).map((event) => event.getFirstPropertyValue('uid'));
    expect(uids('ar', '/calendar.ics')).toEqual(uids('en', '/calendar.ics'));
    expect(uids('pt-BR', '/events/lantern.ics')).toEqual([uid('https://trio.example/events/lamp-night/')]);
  });

  test('its UID survives a new slug and a new address of the site', () => {
    const uids = (edition: Edition) =>
      eventsIn(calendar(edition, 'en', '/events/lantern.ics')).map((event) => event.getFirstPropertyValue('uid'));
    const first = uid('https://trio.example/events/lamps/');
    // `/lamps/` was no event, so it had no UID; the redirect from `/events/lights/` was added later.
    const redirects = {
      '/lamps/': '/events/lantern/',
      '/events/lamps/': '/events/lantern/#top',
      '/events/lights/': '/events/lantern/',
    };
    expect(uids({ ...trio, redirects })).toEqual([first]);
    const site = { ...trio.site, address: 'https://archive.example', id: 'https://trio.example' };
    expect(uids({ ...trio, redirects, site })).toEqual([first]);
  });

  test('a calendar stays at its old address when its page moves', () => {
    const redirects = {
      '/events/lamps/': '/events/lantern/',
      '/host-cities/salwan/': '/host-cities/bir-salwan/',
      '/lamps/': '/events/lantern/',
    };
    const moved = movedCalendars({ ...trio, redirects });
    expect([...moved].map(([old, { address }]) => [old, address])).toEqual([
      ['/calendar/city-salwan.ics', '/calendar/city-bir-salwan.ics'],
      ['/events/lamps.ics', '/events/lantern.ics'],
    ]);
  });

  test('texts are in the page’s language; untranslated ones are marked with their own', () => {
    const arabic = calendar(trio, 'ar').replaceAll('\r\n ', '');
    expect(arabic).toContain('SUMMARY;LANGUAGE=ar:ليلة الفوانيس');
    expect(arabic).toContain('SUMMARY;LANGUAGE=en:Panel Market');
    expect(arabic).toContain('URL:https://trio.example/ar/events/panel-market/');
  });

  test('the place is given as far as it is known, with the city only once', () => {
    const page = pageContext(trio, 'en', '/');
    const item = (slug: string) => trio.entries.events.find((event) => event.slug === slug) as Item;
    expect(placeOf(page, item('lantern'))).toBe('Cistern Hall, 7 Rue de la Citerne, Tizrouane, Morocco');
    expect(placeOf(page, item('panel-market'))).toBe('Bir Salwan, Morocco');
    expect(placeOf(pageContext(trio, 'ar', '/'), item('lantern'))).toBe(
      'Cistern Hall, 7 Rue de la Citerne, Tizrouane, المغرب',
    );
    const nowhere = { facts: { fields: ['x'], sources: ['x'] } } as unknown as Item;
    expect(placeOf(page, nowhere)).toBeUndefined();
  });
});

describe('calendar links', () => {
  const links = (address: string, lang = 'en') => {
    const page = pageContext(trio, lang, '/');
    return calendarLinks(page, calendarsOf(trio).get(address) as CalendarFile).links.map(
      ({ href }) => new URL(href, 'https://x'),
    );
  };

  test('a subscription uses webcal:, the site’s address and the page’s language', () => {
    const [webcal, google, outlook, , download] = links('/calendar/field-perfume.ics', 'ar');
    expect(webcal?.href).toBe('webcal://trio.example/ar/calendar/field-perfume.ics');
    expect(google?.searchParams.get('cid')).toBe(webcal?.href);
    expect(outlook?.searchParams.get('url')).toBe('https://trio.example/ar/calendar/field-perfume.ics');
    expect(download?.pathname).toBe('/ar/calendar/field-perfume.ics');
  });

  test('a single event’s links fill in a web calendar’s form, without an invented end', () => {
    const [, google, outlook] = links('/programme/open-still.ics');
    expect(google?.searchParams.get('dates')).toBe('20330303T150000/20330303T150000');
    expect(google?.searchParams.get('ctz')).toBe('Africa/Casablanca');
    expect(outlook?.searchParams.get('startdt')).toMatch(/^2033-03-03T15:00\+0[01]:00$/);
    const days = links('/events/panel-market.ics');
    expect(days[1]?.searchParams.get('dates')).toBe('20330227/20330303');
    expect(days[2]?.searchParams.get('allday')).toBe('true');
  });

  test('each calendar is named after its content', () => {
    const page = pageContext(trio, 'en', '/');
    expect(calendarName(page, 'programme')).toBe('Trio 2033');
    expect(calendarName(page, { day: '2033-03-01' })).toBe('Trio 2033 · 1 March 2033');
  });
});
