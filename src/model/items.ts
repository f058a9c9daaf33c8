import type { Edition, Entry } from './edition.ts';
import type { Kind } from './schema/kinds.ts';
import { memo } from './memo.ts';

/** A programme item: a session or an event. */
export type Item = Entry<'events'> | Entry<'sessions'>;

/** Sessions and events together. */
export const allItems = ({ entries }: Edition): Item[] => [...entries.events, ...entries.sessions];

/** The city of a session or event: its own, or its venue's. */
export function cityOf(edition: Edition, { facts }: Item): Entry<'host-cities'> | undefined {
  return entryOf(edition, 'host-cities', facts.city ?? venueOf(edition, facts.venue)?.facts.city);
}

export const venueOf = (edition: Edition, slug: string | undefined): Entry<'venues'> | undefined =>
  entryOf(edition, 'venues', slug);

/** The entry with this kind and slug. */
export function entryOf<K extends Kind>(edition: Edition, kind: K, slug: string | undefined): Entry<K> | undefined {
  if (slug === undefined) return undefined;
  const bySlug = memo(
    edition,
    `${kind} by slug`,
    () => new Map(edition.entries[kind].map((entry) => [entry.slug, entry])),
  );
  return bySlug.get(slug);
}

/** The sessions and events in the city with this slug. */
export const itemsIn = (edition: Edition, city: string): Item[] =>
  memo(edition, 'items by city', () => Map.groupBy(allItems(edition), (item) => cityOf(edition, item)?.slug)).get(
    city,
  ) ?? [];

export const itemsAt = (edition: Edition, venue: string): Item[] =>
  memo(edition, 'items by venue', () => Map.groupBy(allItems(edition), ({ facts }) => facts.venue)).get(venue) ?? [];

/** Does it take place as planned, neither cancelled nor postponed? */
export const takesPlace = ({ facts }: Item | Entry<'meeting'>): boolean => facts.status === undefined;

/** Does it span several days? */
export const isMultiDay = ({ facts: { starts, ends } }: Item): boolean =>
  starts !== undefined && lastDayOf(starts, ends) !== starts.slice(0, 10);

/**
 * The last day of an item. An event that ends after midnight belongs to the day on which it began, and an end at 00:00
 * to the day before.
 */
export function lastDayOf(starts: string, ends: string | undefined): string {
  const first = starts.slice(0, 10);
  if (ends === undefined || endsSameNight(starts, ends)) return first;
  const last = ends.slice(0, 10);
  return last > first && ends.endsWith('T00:00')
    ? Temporal.PlainDate.from(last).subtract({ days: 1 }).toString()
    : last;
}

function endsSameNight(starts: string, ends: string): boolean {
  if (!starts.includes('T') || !ends.includes('T')) return false;
  return Temporal.PlainDateTime.from(starts).until(ends, { largestUnit: 'hours' }).hours < 24;
}

/** A limit, because a typo can make an item very long; a rule of the check reports the typo. */
const maxDays = 366;

/** Every day on which it takes place; none if its date isn't known. */
export function daysOf(item: Item): string[] {
  const { starts, ends } = item.facts;
  if (starts === undefined) return [];
  const first = Temporal.PlainDate.from(starts.slice(0, 10));
  const last = Temporal.PlainDate.from(lastDayOf(starts, ends));
  const count = Math.min(first.until(last, { largestUnit: 'days' }).days, maxDays);
  return Array.from({ length: Math.max(count, 0) + 1 }, (_, index) => first.add({ days: index }).toString());
}
