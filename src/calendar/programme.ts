import { isMultiDay, type Item } from '../model/items.ts';
import { compare } from '../model/problem.ts';
import { dayOf } from './dates-and-times.ts';

export interface Programme {
  /** Days with the one-day items that begin on them: those without a time first, then by time. */
  days: { day: string; items: Item[] }[];
  /** Multi-day items, sorted by start. */
  multiDay: Item[];
  /** Items without a date. */
  undated: Item[];
}

/** Sorts sessions and events by time. */
export function programmeOf(items: readonly Item[]): Programme {
  const sorted = [...items].sort(
    (a, b) =>
      compare(a.facts.starts ?? '', b.facts.starts ?? '') ||
      compare(a.facts.ends ?? '', b.facts.ends ?? '') ||
      compare(a.slug, b.slug),
  );
  const dated = sorted.filter(({ facts }) => facts.starts !== undefined);
  const multiDay = dated.filter(isMultiDay);
  const short = dated.filter((item) => !isMultiDay(item));
  return {
    // The items are sorted by start, so the days are too.
    days: [...Map.groupBy(short, ({ facts }) => dayOf(facts.starts as string))].map(([day, itemsOfDay]) => ({
      day,
      items: itemsOfDay,
    })),
    multiDay,
    undated: sorted.filter(({ facts }) => facts.starts === undefined),
  };
}
