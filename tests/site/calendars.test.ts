import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { serve } from '../../scripts/lib/server.ts';
import { span, uidOf } from '../../src/calendar/ics/file.ts';
import { formerAddresses } from '../../src/model/former-addresses.ts';
import { calendarsOf } from '../../src/model/calendars.ts';
import { addressOfEntry } from '../../src/model/page-addresses.ts';
import { allItems } from '../../src/model/items.ts';
import { built, builtOn } from '../helpers/build.ts';
import { editionIn, instantOf } from '../helpers/editions.ts';
import { isThisEdition } from '../helpers/this-edition.ts';
import { pagesIn } from '../helpers/pages.ts';

const editions = { main: 'content', solo: 'tests/editions/solo', trio: 'tests/editions/trio' };

describe.each(Object.entries(editions))('%s: calendars', (name, content) => {
  const dir = built(name);
  const edition = editionIn(content);
  const { site } = edition;
  const folders = site.languages.map(({ code }, index) => (index === 0 ? '' : `${code}/`));
  const files = globSync('**/*.ics', { cwd: dir }).sort();
  const dated = allItems(edition).filter(({ facts }) => facts.starts !== undefined);
  const withDates = test.runIf(dated.length > 0);
  const read = (file: string) => new ICAL.Component(ICAL.parse(readFileSync(join(dir, file), 'utf8')) as unknown[]);

  test('every language has a file for the programme, each day, city and field with something on, and each dated entry', () => {
    if (dated.length === 0) {
      expect(files).toEqual([]);
      return;
    }
    const cities = edition.entries['host-cities'].map(({ slug }) => slug);
    // Files also exist at the old addresses of moved entries.
    const former = dated
      .flatMap((item) => formerAddresses(edition, addressOfEntry(item)))
      .filter((from) => /^\/(events|programme)\/./.test(from));
    const expected = [
      'calendar.ics',
      ...former.map((from) => `${from.slice(1, -1)}.ics`),
      ...dated.map((item) => `${addressOfEntry(item).slice(1, -1)}.ics`),
      ...edition.entries.fields
        .filter(({ slug }) => dated.some(({ facts }) => facts.fields?.includes(slug)))
        .map(({ slug }) => `calendar/field-${slug}.ics`),
    ];
    for (const folder of folders) {
      const there = files.filter((file) => new RegExp(`^${folder}(calendar|events|programme)[./]`).test(file));
      const own = there.map((file) => file.slice(folder.length));
      for (const file of expected) expect(own, folder).toContain(file);
      const rest = own.filter((file) => !expected.includes(file));
      expect(rest.length).toBeGreaterThan(0);
      for (const file of rest) {
        const city = /^calendar\/city-(.+)\.ics$/.exec(file)?.[1];
        if (city === undefined) expect(file).toMatch(/^calendar\/\d{4}-\d{2}-\d{2}\.ics$/);
        else expect(cities).toContain(city);
      }
    }
    expect(files).toHaveLength((calendarsOf(edition).size + former.length) * folders.length);
  });

  withDates('each event occurs once per file, at the right instant, with the same DTSTAMP everywhere', () => {
    const stamps = new Map<string, string>();
    const items = new Map(allItems(edition).map((item) => [uidOf(edition, item), item]));
    for (const file of files) {
      const calendar = read(file);
      const events = calendar.getAllSubcomponents('vevent');
      const uids = events.map((event) => String(event.getFirstPropertyValue('uid')));
      expect(new Set(uids).size, file).toBe(uids.length);
      expect(uids.length, file).toBeGreaterThan(0);
      for (const event of events) {
        const [stamp, changed] = ['dtstamp', 'last-modified'].map((name) =>
          event.getFirstPropertyValue(name)?.toString(),
        );
        const uid = String(event.getFirstPropertyValue('uid'));
        expect(stamps.get(uid) ?? stamp, file).toBe(stamp);
        stamps.set(uid, stamp as string);
        expect(stamp, file).toMatch(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/);
        // Without the git history, the time of the last change isn't known.
        expect(changed ?? stamp, file).toBe(stamp);
        const minutes = changed && Math.floor((Date.parse(changed) - Date.parse('2000-01-01T00:00:00Z')) / 60_000);
        expect(event.getFirstPropertyValue('sequence') ?? undefined, file).toBe(minutes);
        const item = items.get(String(event.getFirstPropertyValue('uid')));
        expect(item, file).toBeDefined();
        if (!item) continue;
        const { starts, ends, allDay } = span(item);
        for (const [property, moment] of [
          ['dtstart', starts],
          ['dtend', ends],
        ] as const) {
          const time = event.getFirstPropertyValue(property) as ICAL.Time | null;
          if (moment === undefined) expect(time, file).toBeNull();
          else if (allDay) expect(time?.toString(), file).toBe(moment);
          else
            expect((time?.convertToZone(ICAL.Timezone.utcTimezone).toUnixTime() ?? 0) * 1000, file).toBe(
              instantOf(moment, site.timeZone),
            );
        }
        const timed = event.getFirstProperty('dtstart')?.getParameter('tzid');
        if (timed !== undefined)
          expect(calendar.getFirstSubcomponent('vtimezone')?.getFirstPropertyValue('tzid'), file).toBe(timed);
        const url = new URL(String(event.getFirstPropertyValue('url')));
        expect(url.origin, file).toBe(site.address);
        expect(existsSync(join(dir, url.pathname, 'index.html')), `${file} → ${url}`).toBe(true);
      }
    }
  });

  test('entries without a date have no calendar', () => {
    for (const item of allItems(edition).filter(({ facts }) => facts.starts === undefined)) {
      const address = addressOfEntry(item);
      expect(existsSync(join(dir, address.replace(/\/$/, '.ics')))).toBe(false);
      const page = pagesIn(dir).find((candidate) => candidate.address === address);
      expect(page?.document.querySelector('h1')).not.toBeNull();
      expect(page?.document.querySelector('.calendar-links')).toBeNull();
    }
  });

  withDates(
    'pages offer a calendar as a file, as a subscription and for web calendars, each with an existing file',
    () => {
      let feeds = 0;
      for (const page of pagesIn(dir))
        for (const box of page.document.querySelectorAll('.calendar-links')) {
          const links = [...box.querySelectorAll('a')].map((link) => link.getAttribute('href') ?? '');
          expect(
            links.filter((href) => /^\/.*\.ics$/.test(href)),
            page.file,
          ).toHaveLength(1);
          expect(
            links.some((href) => href.startsWith('https://calendar.google.com/')),
            page.file,
          ).toBe(true);
          for (const href of links) {
            const url = new URL(href, site.address);
            const feed =
              url.protocol === 'webcal:' ? href : (url.searchParams.get('cid') ?? url.searchParams.get('url'));
            if (feed === null) continue;
            feeds += 1;
            expect(new URL(feed).host, page.file).toBe(new URL(site.address).host);
            expect(existsSync(join(dir, new URL(feed).pathname)), `${page.file} → ${feed}`).toBe(true);
          }
        }
      expect(feeds).toBeGreaterThan(0);
    },
  );

  test('entries with a calendar offer it on their page until the meeting is over', () => {
    const meeting = edition.entries.meeting[0]?.facts;
    const isOver = (meeting?.ends ?? '') < builtOn;
    for (const { of, address } of calendarsOf(edition).values()) {
      if (of === 'programme' || 'day' in of) continue;
      const page = pagesIn(dir).find((candidate) => candidate.address === addressOfEntry(of));
      const link = page?.document.querySelector(`.calendar-links a[href="${address}"]`);
      if (isOver) expect(link, address).toBeNull();
      else expect(link, address).not.toBeNull();
    }
  });
});

test.runIf(isThisEdition)('calendars are served with their media type and charset', async () => {
  const { server, url } = await serve(built('main'), 0);
  try {
    for (const file of ['/calendar.ics', '/pl/events/electrokilar.ics']) {
      const answer = await fetch(url + file);
      expect(answer.status, file).toBe(200);
      expect(answer.headers.get('content-type'), file).toBe('text/calendar; charset=utf-8');
    }
    const page = await fetch(`${url}/events/`);
    expect(page.headers.get('content-type')).toMatch(/^text\/html/);
  } finally {
    server.close();
  }
});

test.runIf(isThisEdition)('the concert of 14 June is at 21:00 in Warsaw and at 15:00 in New York', () => {
  const text = readFileSync(join(built('main'), 'events/electrokilar.ics'), 'utf8');
  const event = new ICAL.Component(ICAL.parse(text) as unknown[]).getFirstSubcomponent('vevent');
  const starts = event?.getFirstPropertyValue('dtstart') as ICAL.Time;
  const instant = starts.convertToZone(ICAL.Timezone.utcTimezone).toJSDate();
  const local = (timeZone: string) =>
    new Intl.DateTimeFormat('en-GB', { timeZone, dateStyle: 'short', timeStyle: 'short' }).format(instant);
  expect(local('Europe/Warsaw')).toBe('14/06/2018, 21:00');
  expect(local('America/New_York')).toBe('14/06/2018, 15:00');
});
