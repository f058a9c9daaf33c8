/** Calendar files: iCalendar (RFC 5545) with properties of RFC 7986, one file per calendar and language. */
import { createHash } from 'node:crypto';
import ICAL from 'ical.js';
import { noticeOf, statusText } from '../status-labels.ts';
import { dayOf, formatDay, hasTime, timeOf } from '../dates-and-times.ts';
import { absoluteAddress } from '../../i18n/addresses.ts';
import { comma, countryName } from '../../i18n/names.ts';
import { nameOf, peopleByRole } from '../../i18n/people.ts';
import type { PageContext } from '../../i18n/page-context.ts';
import { addressOfEntry } from '../../model/page-addresses.ts';
import type { Edition } from '../../model/edition.ts';
import { itemOf, type CalendarFile, type CalendarOf } from '../../model/calendars.ts';
import type { ScheduleChangeTimes } from '../../git/schedule-change-times.ts';
import { cityOf, isMultiDay, lastDayOf, takesPlace, venueOf, type Item } from '../../model/items.ts';
import { hasOffset, instantOf } from '../../model/local-time.ts';
import { formerAddresses } from '../../model/former-addresses.ts';
import { defaultLanguage, siteId } from '../../model/schema/site.ts';
import { zoneComponent } from './time-zone.ts';

// Lines have at most 75 octets (section 3.1). The library doesn't count the space that begins a folded line.
ICAL.foldLength = 74;
// Declares properties that the library doesn't know, so that it escapes their values.
const properties = ICAL.design.icalendar.property as Record<string, unknown>;
for (const name of ['name', 'x-wr-calname', 'x-wr-timezone', 'x-published-ttl'])
  properties[name] = { defaultType: 'text' };
// The value type of CONFERENCE is always written (RFC 7986, section 5.11).
properties['conference'] = { defaultType: 'unknown' };

/** How often subscribed programs should refresh. */
const refreshEvery = 'P1D';

/**
 * A calendar file in the page's language. The same commit gives the same bytes: nothing depends on the clock.
 *
 * @param times when the schedule of each item last changed, where known
 */
export function calendarText(page: PageContext, file: CalendarFile, times: ScheduleChangeTimes = new Map()): string {
  const { site } = page.edition;
  const { host } = new URL(site.address);
  const calendar = new ICAL.Component('vcalendar');
  calendar.addPropertyWithValue('version', '2.0');
  calendar.addPropertyWithValue('prodid', `-//${host}//Calendar//${page.lang.toUpperCase()}`);
  if (!itemOf(file.of)) describe(page, file, calendar);
  const hours = file.items.flatMap((item) => {
    const { starts, ends } = span(item);
    return [starts, ends ?? starts].filter(hasTime);
  });
  hours.sort();
  if (hours[0] !== undefined) calendar.addSubcomponent(zoneComponent(site.timeZone, hours[0], hours.at(-1) as string));
  for (const item of file.items) calendar.addSubcomponent(eventOf(page, item, times));
  return `${calendar.toString()}\r\n`;
}

/** The calendar's name: the site's name, followed by the day or entry, if it is for one. */
export function calendarName(page: PageContext, of: CalendarOf): string {
  const { name } = page.edition.site;
  if (of === 'programme') return name;
  return `${name} · ${'day' in of ? formatDay(page.lang, of.day) : plain(page.localize(of).words.title)}`;
}

/**
 * Properties for subscriptions. Older programs only support non-standard ones for the name and the refresh interval.
 */
function describe(page: PageContext, { address, of }: CalendarFile, calendar: ICAL.Component): void {
  const { site } = page.edition;
  const name = calendarName(page, of);
  calendar.addProperty(text('name', name, page.lang));
  calendar.addPropertyWithValue('x-wr-calname', name);
  calendar.addPropertyWithValue('x-wr-timezone', site.timeZone);
  calendar.addPropertyWithValue('url', absoluteAddress(site, page.lang, pageOf(of)));
  calendar.addProperty(typed('source', 'uri', absoluteAddress(site, page.lang, address)));
  calendar.addProperty(typed('refresh-interval', 'duration', ICAL.Duration.fromString(refreshEvery)));
  calendar.addPropertyWithValue('x-published-ttl', refreshEvery);
}

/** The page that lists a calendar's items. */
function pageOf(of: CalendarOf): string {
  if (of === 'programme') return '/programme/';
  return 'day' in of ? `/programme/#d${of.day}` : addressOfEntry(of);
}

/**
 * A session or event as VEVENT.
 *
 * - UID is the same in all languages and files, so importing an event from a second file creates no duplicates.
 *   It is a UUID, as RFC 7986, section 5.3, recommends.
 * - In a file without METHOD, DTSTAMP is the date of the last revision, like LAST-MODIFIED (section 3.8.7.2). SEQUENCE
 *   grows with it (section 3.8.7.4). Without a history, DTSTAMP is a fixed date in the past: a year before the meeting.
 */
function eventOf(page: PageContext, item: Item, times: ScheduleChangeTimes): ICAL.Component {
  const { edition, lang } = page;
  const { site } = edition;
  const { lang: wordsLang } = page.localize(item);
  const event = new ICAL.Component('vevent');
  event.addPropertyWithValue('uid', uidOf(edition, item));
  const changed = times.get(item.translations[defaultLanguage(site).code]?.file ?? '');
  if (changed === undefined)
    event.addPropertyWithValue('dtstamp', stamp(edition.entries.meeting[0]?.facts.starts ?? '2000-01-01'));
  else {
    event.addPropertyWithValue('dtstamp', ICAL.Time.fromDateTimeString(changed));
    event.addPropertyWithValue('last-modified', ICAL.Time.fromDateTimeString(changed));
    event.addPropertyWithValue('sequence', sequenceOf(changed));
  }
  const { starts, ends, allDay } = span(item);
  event.addProperty(moment('dtstart', starts, site.timeZone));
  if (ends !== undefined) event.addProperty(moment('dtend', ends, site.timeZone));
  event.addProperty(titleOf(page, item));
  event.addProperty(text('description', descriptionOf(page, item), wordsLang));
  const place = placeOf(page, item);
  if (place !== undefined) event.addPropertyWithValue('location', place);
  const venue = venueOf(edition, item.facts.venue);
  if (venue) {
    const geo = new ICAL.Property('geo');
    geo.setValue([venue.facts.location.lat, venue.facts.location.lon]);
    event.addProperty(geo);
  }
  event.addPropertyWithValue('url', absoluteAddress(site, lang, addressOfEntry(item)));
  const fields = edition.entries.fields.filter(({ slug }) => item.facts.fields?.includes(slug));
  if (fields.length > 0) {
    const categories = new ICAL.Property('categories');
    categories.setValues(fields.map((field) => plain(page.localize(field).words.title)));
    event.addProperty(categories);
  }
  const { online } = item.facts;
  if (online !== undefined) event.addProperty(typed('conference', 'uri', online));
  // A postponed event doesn't take place on its old date.
  event.addPropertyWithValue('status', takesPlace(item) ? 'CONFIRMED' : 'CANCELLED');
  // All-day events don't block the day.
  event.addPropertyWithValue('transp', allDay || !takesPlace(item) ? 'TRANSPARENT' : 'OPAQUE');
  return event;
}

/** The title, with "Cancelled" or the like before it: programs often don't show the status of subscribed events. */
function titleOf(page: PageContext, item: Item): ICAL.Property {
  const { words, lang } = page.localize(item);
  const title = plain(words.title);
  const status = takesPlace(item) ? undefined : statusText(page, item);
  return text('summary', status === undefined ? title : `${plain(status)}: ${title}`, lang);
}

/**
 * Start and end of an event. It is all-day if it has no times or spans several days; its end is then the day after the
 * last one, because DTEND is exclusive (section 3.6.1). An unknown end stays undefined.
 */
export function span(item: Item): { starts: string; ends: string | undefined; allDay: boolean } {
  const { starts = '', ends } = item.facts;
  const allDay = !hasTime(starts) || isMultiDay(item);
  if (!allDay) return { starts, ends: ends !== undefined && hasTime(ends) ? ends : undefined, allDay };
  const after = ends && Temporal.PlainDate.from(lastDayOf(starts, ends)).add({ days: 1 }).toString();
  return { starts: dayOf(starts), ends: after, allDay };
}

/** Changes, summary, times that an all-day event hides, audience, people, and the URL, which not all programs show. */
export function descriptionOf(page: PageContext, item: Item): string {
  const { facts } = item;
  const { t, edition, lang } = page;
  const who = [
    t(`audience.${'audience' in facts ? facts.audience : 'public'}`),
    ...('admission' in facts && facts.admission ? [t(`admission.${facts.admission}`)] : []),
  ];
  const inWords = (at: string) => {
    const time = timeOf(at);
    return time === undefined ? formatDay(lang, at) : t('time.from', { date: formatDay(lang, at), time });
  };
  const given = [facts.starts, facts.ends].filter((at) => at !== undefined);
  const hidden = span(item).allDay && given.some(hasTime) ? [given.map(inWords).join(' – ')] : [];
  const people = peopleByRole(page, item).map(
    (role) => `${role.label}: ${role.people.map((person) => nameOf(page, person).title).join(comma(lang))}`,
  );
  return [
    ...[statusText(page, item), noticeOf(page, item)?.text].filter((line) => line !== undefined),
    page.localize(item).words.summary,
    '',
    ...hidden,
    who.join(' · '),
    ...people,
    absoluteAddress(edition.site, lang, addressOfEntry(item)),
  ]
    .map(plain)
    .join('\n');
}

/** Venue, address, city and country, if known; for an online-only event, its URL. */
export function placeOf(page: PageContext, item: Item): string | undefined {
  const venue = venueOf(page.edition, item.facts.venue);
  const city = cityOf(page.edition, item);
  const address = venue?.facts.address;
  const names = Object.values(city?.translations ?? {}).map(({ title }) => title);
  const parts = [
    venue && page.localize(venue).words.title,
    address,
    // Most addresses include the local name of the city.
    city && !names.some((name) => address?.includes(name)) ? page.localize(city).words.title : undefined,
    city && countryName(page.lang, city.facts.country),
  ].filter((part) => part !== undefined);
  return parts.length > 0 ? plain(parts.join(', ')) : item.facts.online;
}

/** Replaces non-breaking spaces, which typesetting adds, with plain ones. */
export const plain = (words: string): string => words.replace(/[\u00a0\u202f]/g, ' ').trim();

/** A text property with its language (section 3.2.10). */
function text(name: string, value: string, lang: string): ICAL.Property {
  const property = new ICAL.Property(name);
  property.setValue(value);
  property.setParameter('language', lang);
  return property;
}

/** A property with an explicit value type. */
function typed(name: string, type: string, value: ICAL.Duration | string): ICAL.Property {
  const property = new ICAL.Property(name);
  property.resetType(type);
  property.setValue(value);
  return property;
}

/** A property with a day, or with a local time and its TZID. */
function moment(name: string, value: string, timeZone: string): ICAL.Property {
  const property = new ICAL.Property(name);
  if (!hasTime(value)) {
    property.resetType('date');
    property.setValue(ICAL.Time.fromDateString(value));
    return property;
  }
  if (hasOffset(value)) {
    // A local time that occurs twice means the first one (section 3.3.5), so the second is written in UTC.
    const utc = instantOf(value, timeZone).toInstant().toString({ smallestUnit: 'second' });
    property.setValue(ICAL.Time.fromDateTimeString(utc));
    return property;
  }
  property.setValue(ICAL.Time.fromDateTimeString(`${value}:00`));
  property.setParameter('tzid', timeZone);
  return property;
}

/** Minutes since 2000: a number that increases over time and fits into 32 bits. */
const sequenceOf = (changed: string): number => Math.floor((Date.parse(changed) - Date.UTC(2000, 0, 1)) / 60_000);

/** Midnight in UTC, a year before the meeting begins. */
function stamp(starts: string): ICAL.Time {
  const day = Temporal.PlainDate.from(starts.slice(0, 10)).subtract({ years: 1 });
  return ICAL.Time.fromDateTimeString(`${day.toString()}T00:00:00Z`);
}

/**
 * The UID of a session or event. It stays the same when the site moves (`id` in site.yaml) and when the page moves: the
 * first old address in redirects.yaml is used.
 */
export function uidOf(edition: Edition, item: Item): string {
  const address = addressOfEntry(item);
  const isItem = (former: string) => /^\/(events|programme)\/[^/]+\/$/.test(former);
  return uid(`${siteId(edition.site)}${formerAddresses(edition, address).find(isItem) ?? address}`);
}

/** The UUID of a URL: version 5, in the URL namespace (RFC 9562, sections 5.5 and 6.6). */
export function uid(address: string): string {
  const urls = Buffer.from('6ba7b8119dad11d180b400c04fd430c8', 'hex');
  const bytes = createHash('sha1').update(urls).update(address).digest().subarray(0, 16);
  bytes[6] = ((bytes[6] as number) & 0x0f) | 0x50;
  bytes[8] = ((bytes[8] as number) & 0x3f) | 0x80;
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
