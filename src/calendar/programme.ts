import { isLong, type Item } from '../model/items.ts';
import { compare } from '../model/problem.ts';
import { dayOf } from './moments.ts';

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
  return {
    // They are sorted by their starts, and so are the days.
    days: [...Map.groupBy(short, ({ facts }) => dayOf(facts.starts as string))].map(([day, there]) => ({
      day,
      items: there,
    })),
    long,
    undated: sorted.filter(({ facts }) => facts.starts === undefined),
  };
}
