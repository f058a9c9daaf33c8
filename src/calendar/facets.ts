import type { Edition } from '../model/edition.ts';
import { inOrder } from '../model/fields.ts';
import { cityOf, lastDayOf, type Item } from '../model/items.ts';
import { dayOf } from './dates-and-times.ts';

export const dimensions = ['city', 'day', 'audience', 'field'] as const;
export type Dimension = (typeof dimensions)[number];

/** A filter of the programme, or of another list, with the values that occur, in order. */
export interface Facet<Name extends string = Dimension> {
  name: Name;
  values: string[];
}

/** A programme with fewer items needs no filters. */
const minItems = 4;

/** Events are for the public. */
export const audienceOf = ({ facts }: Item): 'delegates' | 'public' =>
  'audience' in facts ? facts.audience : 'public';

/** The days, among the given ones, on which an item takes place. */
export function daysWithin({ facts: { starts, ends } }: Item, days: readonly string[]): string[] {
  if (starts === undefined) return [];
  const last = lastDayOf(starts, ends);
  return days.filter((day) => day >= dayOf(starts) && day <= last);
}

/** An item's values in a dimension; there may be several or none. */
function valuesOf(edition: Edition, item: Item, name: Dimension, days: readonly string[]): string[] {
  if (name === 'city') return [cityOf(edition, item)?.slug ?? []].flat();
  if (name === 'day') return daysWithin(item, days);
  return name === 'audience' ? [audienceOf(item)] : (item.facts.fields ?? []);
}

/** The filters that have more than one value. @param days the days of the programme, in order */
export function filtersOf(edition: Edition, items: readonly Item[], days: readonly string[]): Facet[] {
  if (items.length < minItems) return [];
  const order: Record<Dimension, readonly string[]> = {
    city: edition.entries.meeting[0]?.facts.hosts ?? [],
    day: days,
    audience: ['public', 'delegates'],
    field: inOrder(edition.entries.fields).map(({ slug }) => slug),
  };
  return dimensions.flatMap((name): Facet[] => {
    const found = new Set(items.flatMap((item) => valuesOf(edition, item, name, days)));
    const values = order[name].filter((value) => found.has(value));
    return values.length > 1 ? [{ name, values }] : [];
  });
}

/** A value's code consists of its dimension and position, so the CSS doesn't depend on the edition: `c1`, `d3`. */
export const codeOf = (name: string, index: number): string => `${name[0]}${index + 1}`;

/** The codes of all values of an item. */
export const codesOf = (edition: Edition, item: Item, filters: readonly Facet[], days: readonly string[]): string[] =>
  filters.flatMap(({ name, values }) =>
    valuesOf(edition, item, name, days).flatMap((value) =>
      values.includes(value) ? [codeOf(name, values.indexOf(value))] : [],
    ),
  );

/** Does an item match the chosen values, of which there is at most one per dimension? */
export const fits = (codes: readonly string[], chosen: readonly string[]): boolean =>
  chosen.every((code) => codes.includes(code));

/** The URL fragment that filters by one value: `city-first-city`. */
export const fragmentOf = (name: string, value: string): string => `${name}-${value}`;
