import { isLong, type Item } from '../model/items.ts';
import { compare } from '../model/problem.ts';
import { dayOf, daysBetween } from './moments.ts';

export {
  allItems,
  cityOf,
  endsSameNight,
  entryOf,
  isLong,
  itemsAt,
  itemsIn,
  venueOf,
  type Item,
} from '../model/items.ts';

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
