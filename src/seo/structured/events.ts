import type { Event, Offer, Organization, Place, VirtualLocation } from 'schema-dts';
import { allItems, cityOf, lastDayOf, takesPlace, venueOf, type Item } from '../../model/items.ts';
import { dayOf, machineTime } from '../../calendar/dates-and-times.ts';
import { hostsOf } from '../../views/meeting.ts';
import { pageContext, type PageContext } from '../../i18n/page-context.ts';
import { addressOfEntry } from '../../model/page-addresses.ts';
import { type Entry, localize } from '../../model/edition.ts';
import { compare } from '../../model/problem.ts';
import { pictureUrl } from '../../share/index.ts';
import { oneOrMany, idOf, refTo, urlOf } from './ids.ts';
import { performersOf } from './people.ts';
import { hostCity, pastPlaces, venuePlace } from './places.ts';

type Happening = Item | Entry<'meeting'> | Entry<'past-hosts'>;

/**
 * Does an entry get an `Event`? Only if it has a date and a place or web address, these are not inferred, and it is not
 * unconfirmed.
 */
export function isEvent(page: PageContext, entry: Happening): boolean {
  const { starts } = entry.facts;
  if (starts === undefined) return false;
  if (entry.kind === 'meeting') return true;
  if (entry.kind === 'past-hosts')
    return (
      entry.facts.status !== 'unconfirmed' && !entry.facts.inferred?.some((key) => /^(starts|ends|location)$/.test(key))
    );
  return cityOf(page.edition, entry) !== undefined || entry.facts.online !== undefined;
}

/** The `Event` of an entry, or undefined if too little is known. */
export function eventOf(page: PageContext, entry: Happening): Event | undefined {
  const { starts, ends } = entry.facts;
  if (starts === undefined || !isEvent(page, entry)) return undefined;
  const { words } = localize(page.edition, entry, page.lang);
  const time = (moment: string) => machineTime(moment, page.edition.site.timeZone);
  return {
    '@type': 'Event',
    '@id': idOf(page, addressOfEntry(entry), 'event'),
    name: words.title,
    description: words.summary,
    url: urlOf(page, entry),
    startDate: time(starts),
    endDate: ends === undefined ? undefined : time(ends),
    ...(entry.kind === 'past-hosts' ? { eventStatus: statuses.scheduled } : statusOf(entry, time)),
    image: pictureUrl(pageContext(page.edition, page.lang, addressOfEntry(entry), entry)),
    ...(entry.kind === 'past-hosts'
      ? pastMeeting(page, entry)
      : entry.kind === 'meeting'
        ? theMeeting(page, entry)
        : item(page, entry)),
    sameAs: 'website' in entry.facts ? entry.facts.website : undefined,
  };
}

const statuses = {
  scheduled: 'https://schema.org/EventScheduled',
  cancelled: 'https://schema.org/EventCancelled',
  postponed: 'https://schema.org/EventPostponed',
  moved: 'https://schema.org/EventRescheduled',
} as const;

function statusOf({ facts }: Item | Entry<'meeting'>, time: (moment: string) => string): Partial<Event> {
  const { status, previously } = facts;
  return {
    eventStatus: statuses[status ?? (previously === undefined ? 'scheduled' : 'moved')],
    previousStartDate: previously && time(previously),
  };
}

/** Where an event takes place: places, a web address, or both. */
function whereabouts(places: Place[], online: string | undefined): Partial<Event> {
  const virtual: VirtualLocation[] = online === undefined ? [] : [{ '@type': 'VirtualLocation', url: online }];
  const mode = online === undefined ? 'Offline' : places.length > 0 ? 'Mixed' : 'Online';
  return {
    eventAttendanceMode: `https://schema.org/${mode}EventAttendanceMode`,
    location: oneOrMany<Place | VirtualLocation>([...places, ...virtual]),
  };
}

/** Is the meeting one of a series? */
export const hasSeries = ({ edition }: PageContext): boolean => edition.entries['past-hosts'].length > 0;
const series = (page: PageContext) => (hasSeries(page) ? { '@id': idOf(page, '/past-hosts/', 'series') } : undefined);

/** References to the `Event`s of entries, by date. */
export const eventsAmong = (page: PageContext, entries: readonly Happening[]) =>
  oneOrMany(
    entries
      .filter((entry) => isEvent(page, entry))
      .sort((a, b) => compare(a.facts.starts ?? '', b.facts.starts ?? '') || compare(a.slug, b.slug))
      .map((entry) => refTo(page, entry, 'event')),
  );

const organisers = (page: PageContext, entry: Entry<'meeting'> | Item): Organization[] | undefined =>
  localize(page.edition, entry, page.lang).words.organisers?.map((name) => ({ '@type': 'Organization', name }));

function theMeeting(page: PageContext, meeting: Entry<'meeting'>): Partial<Event> {
  return {
    ...whereabouts(
      hostsOf(page, meeting).map((city) => hostCity(page, city)),
      meeting.facts.online,
    ),
    ...admission(page, meeting),
    organizer: oneOrMany(organisers(page, meeting)),
    superEvent: series(page),
    subEvent: eventsAmong(
      page,
      allItems(page.edition).filter((part) => within(meeting, part)),
    ),
  };
}

/** Does an item begin and end on days of the meeting? */
function within({ facts: { starts, ends } }: Entry<'meeting'>, { facts }: Item): boolean {
  if (facts.starts === undefined) return false;
  return dayOf(facts.starts) >= dayOf(starts) && lastDayOf(facts.starts, facts.ends) <= lastDayOf(starts, ends);
}

function item(page: PageContext, entry: Item): Partial<Event> {
  const { edition } = page;
  const venue = venueOf(edition, entry.facts.venue);
  const city = cityOf(edition, entry);
  const meeting = edition.entries.meeting[0];
  return {
    ...whereabouts(venue ? [venuePlace(page, venue)] : city ? [hostCity(page, city)] : [], entry.facts.online),
    organizer: oneOrMany(organisers(page, entry)),
    performer: performersOf(page, entry),
    superEvent: meeting && within(meeting, entry) ? refTo(page, meeting, 'event') : undefined,
    ...admission(page, entry),
  };
}

/** Admission: free means a price of 0. An event that won't take place as planned has no offers. */
function admission(page: PageContext, entry: Item | Entry<'meeting'>): Partial<Event> {
  const { price, tickets, full } = entry.facts;
  const kind = 'admission' in entry.facts ? entry.facts.admission : undefined;
  const offers: Offer = {
    '@type': 'Offer',
    price: kind === 'free' ? 0 : price?.amount,
    priceCurrency: price?.currency,
    availability: full ? 'https://schema.org/SoldOut' : undefined,
    url: tickets ?? urlOf(page, entry),
  };
  const known = kind === 'free' || price !== undefined || tickets !== undefined || full === true;
  return {
    isAccessibleForFree: kind === 'free' ? true : kind === 'ticketed' || price ? false : undefined,
    offers: known && takesPlace(entry) ? offers : undefined,
  };
}

const pastMeeting = (page: PageContext, host: Entry<'past-hosts'>): Partial<Event> => ({
  location: oneOrMany(pastPlaces(page, host)),
  superEvent: series(page),
});
