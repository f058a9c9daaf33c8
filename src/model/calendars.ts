import { addressOf, addressOfEntry } from './page-addresses.ts';
import type { Edition, Entry } from './edition.ts';
import { allItems, daysOf, itemsIn, type Item } from './items.ts';
import { memo } from './memo.ts';
import { formerAddresses } from './former-addresses.ts';
import { compare } from './problem.ts';

/**
 * The subject of a calendar file: the whole programme, a day (`2027-06-12`), a host city, a creative field, or one
 * event or session.
 */
export type CalendarOf = 'programme' | { day: string } | Entry<'host-cities'> | Entry<'fields'> | Item;

/** The session or event that a calendar file is about; undefined if it is about something else. */
export const itemOf = (of: CalendarOf): Item | undefined =>
  of !== 'programme' && 'kind' in of && (of.kind === 'events' || of.kind === 'sessions') ? of : undefined;

export interface CalendarFile {
  /** Without the language: `/calendar/city-first-city.ics`. */
  address: string;
  of: CalendarOf;
  /** Its sessions and events, sorted by start. */
  items: Item[];
}

/** The address of a calendar file without its language (docs/contract.md, section 2). */
export function calendarAddress(of: CalendarOf): string {
  if (of === 'programme') return '/calendar.ics';
  return 'day' in of ? `/calendar/${of.day}.ics` : addressFor(of.kind, of.slug);
}

type CalendarKind = (Item | Entry<'host-cities'> | Entry<'fields'>)['kind'];

function addressFor(kind: CalendarKind, slug: string): string {
  if (kind === 'host-cities') return `/calendar/city-${slug}.ics`;
  if (kind === 'fields') return `/calendar/field-${slug}.ics`;
  return addressOf(kind, slug).replace(/\/$/, '.ics');
}

/** The calendar file with this subject, if there is one. */
export function calendarOf(edition: Edition, of: CalendarOf): CalendarFile | undefined {
  const item = itemOf(of);
  if (!item) return calendarsOf(edition).get(calendarAddress(of));
  return item.facts.starts === undefined ? undefined : { address: calendarAddress(item), of: item, items: [item] };
}

/** All calendar files of the edition by address. They contain only dated items; empty files are left out. */
export const calendarsOf = (edition: Edition): ReadonlyMap<string, CalendarFile> =>
  memo(edition, 'calendars', () => makeCalendars(edition));

function makeCalendars(edition: Edition): Map<string, CalendarFile> {
  const { entries } = edition;
  const items = allItems(edition)
    .filter(({ facts }) => facts.starts !== undefined)
    .sort((a, b) => compare(a.facts.starts ?? '', b.facts.starts ?? '') || compare(a.slug, b.slug));
  const onDay = new Map<string, Item[]>();
  for (const item of items) for (const day of daysOf(item)) onDay.set(day, [...(onDay.get(day) ?? []), item]);
  const days = [...onDay].sort(([a], [b]) => compare(a, b));
  const inCity = (city: Entry<'host-cities'>) => {
    const cityItems = new Set(itemsIn(edition, city.slug));
    return items.filter((item) => cityItems.has(item));
  };
  const files: [CalendarOf, Item[]][] = [
    ['programme', items],
    ...days.map(([day, there]) => [{ day }, there] as [CalendarOf, Item[]]),
    ...entries['host-cities'].map((city) => [city, inCity(city)] as [CalendarOf, Item[]]),
    ...entries.fields.map(
      (field) => [field, items.filter(({ facts }) => facts.fields?.includes(field.slug))] as [CalendarOf, Item[]],
    ),
    ...items.map((item) => [item, [item]] as [CalendarOf, Item[]]),
  ];
  return new Map(
    files
      .filter(([, within]) => within.length > 0)
      .map(([of, within]) => [calendarAddress(of), { address: calendarAddress(of), of, items: within }]),
  );
}

/**
 * Calendar files at old addresses: if a page has moved according to redirects.yaml, its old calendar address serves the
 * new page's calendar, so that subscriptions keep working on any server. A redirect may also name calendars directly.
 */
export function movedCalendars(edition: Edition): Map<string, CalendarFile> {
  const moved = new Map<string, CalendarFile>();
  for (const file of calendarsOf(edition).values()) {
    if (file.of === 'programme' || 'day' in file.of) continue;
    for (const former of formerAddresses(edition, addressOfEntry(file.of)))
      for (const kind of ['events', 'sessions', 'host-cities', 'fields'] as const) {
        const slug = former.split('/')[2] ?? '';
        const address = addressFor(kind, slug);
        if (former === addressOf(kind, slug) && !calendarsOf(edition).has(address)) moved.set(address, file);
      }
  }
  for (const [from, to] of Object.entries(edition.redirects)) {
    const file = from.endsWith('.ics') ? calendarsOf(edition).get(to) : undefined;
    if (file) moved.set(from, file);
  }
  return moved;
}
