import type { Edition, Entry } from '../model/edition.ts';
import { compare } from '../model/problem.ts';
import { dayOf, daysBetween, hasTime } from './moments.ts';

export type Item = Entry<'events'> | Entry<'sessions'>;

export interface Programme {
  /** Days on which something begins, each with what begins on it: hours in order, whole days first. */
  days: { day: string; items: Item[] }[];
  /** What runs over several days, by its start. */
  long: Item[];
  /** What has no known date. */
  undated: Item[];
}

/** The sessions and events of an edition in the order of time. */
export function programmeOf(items: readonly Item[]): Programme {
  const sorted = [...items].sort(
    (a, b) =>
      compare(a.facts.starts ?? '', b.facts.starts ?? '') ||
      compare(a.facts.ends ?? '', b.facts.ends ?? '') ||
      compare(a.slug, b.slug),
  );
  const dated = sorted.filter(({ facts }) => facts.starts !== undefined);
  const long = dated.filter(isLong);
  const short = dated.filter((item) => !isLong(item));
  const days = new Map<string, Item[]>();
  const first = dated[0]?.facts.starts;
  const last = dated.reduce((latest, { facts }) => {
    const end = dayOf(facts.ends ?? (facts.starts as string));
    return end > latest ? end : latest;
  }, '');
  for (const day of first ? daysBetween(first, last) : []) days.set(day, []);
  for (const item of short) days.get(dayOf(item.facts.starts as string))?.push(item);
  return {
    days: [...days].filter(([, there]) => there.length > 0).map(([day, there]) => ({ day, items: there })),
    long,
    undated: sorted.filter(({ facts }) => facts.starts === undefined),
  };
}

/** Does it run over several days? */
export const isLong = ({ facts: { starts, ends } }: Item): boolean =>
  starts !== undefined && ends !== undefined && dayOf(starts) !== dayOf(ends) && !endsSameNight(starts, ends);

/** A night that ends after midnight belongs to the day on which it began. */
export function endsSameNight(starts: string, ends: string): boolean {
  if (!hasTime(starts) || !hasTime(ends)) return false;
  return Temporal.PlainDateTime.from(starts).until(ends, { largestUnit: 'hours' }).hours < 24;
}

/** The city of a session or event: its own, or its venue's. */
export function cityOf(edition: Edition, { facts }: Item): Entry<'host-cities'> | undefined {
  const slug = facts.city ?? venueOf(edition, facts.venue)?.facts.city;
  return edition.entries['host-cities'].find((city) => city.slug === slug);
}

export const venueOf = (edition: Edition, slug: string | undefined): Entry<'venues'> | undefined =>
  edition.entries.venues.find((venue) => venue.slug === slug);

/** Sessions and events together. */
export const allItems = ({ entries }: Edition): Item[] => [...entries.events, ...entries.sessions];
