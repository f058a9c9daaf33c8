import type { Edition } from '../model/edition.ts';
import { inOrder } from '../model/fields.ts';
import { cityOf, lastDayOf, type Item } from '../model/items.ts';
import { dayOf } from './moments.ts';

export const dimensions = ['city', 'day', 'audience', 'field'] as const;
export type Dimension = (typeof dimensions)[number];

/** Something that readers can choose by, with the values that the programme has, in order. */
export interface Facet {
  name: Dimension;
  values: string[];
}

/** A programme of fewer entries is seen at a glance. */
const fewest = 4;

/** Who may come: events are for everybody. */
export const audienceOf = ({ facts }: Item): 'delegates' | 'public' =>
  'audience' in facts ? facts.audience : 'public';

/** The days of a programme on which an item is. @param days in order */
export function daysOf({ facts: { starts, ends } }: Item, days: readonly string[]): string[] {
  if (starts === undefined) return [];
  const last = lastDayOf(starts, ends);
  return days.filter((day) => day >= dayOf(starts) && day <= last);
}

/** The values of an item in a dimension: none where nothing is known, several where it has several. */
function valuesOf(edition: Edition, item: Item, name: Dimension, days: readonly string[]): string[] {
  if (name === 'city') return [cityOf(edition, item)?.slug ?? []].flat();
  if (name === 'day') return daysOf(item, days);
  return name === 'audience' ? [audienceOf(item)] : (item.facts.fields ?? []);
}

/** What readers can choose by: only what tells entries apart. @param days of the programme, in order */
export function choicesOf(edition: Edition, items: readonly Item[], days: readonly string[]): Facet[] {
  if (items.length < fewest) return [];
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

/** The code of a value is its position, so that styles need to know no edition: `c1`, `d3`, `a2`, `f7`. */
export const codeOf = (name: Dimension, index: number): string => `${name[0]}${index + 1}`;

/** The codes of all that an item is. */
export const codesOf = (edition: Edition, item: Item, choices: readonly Facet[], days: readonly string[]): string[] =>
  choices.flatMap(({ name, values }) =>
    valuesOf(edition, item, name, days).flatMap((value) =>
      values.includes(value) ? [codeOf(name, values.indexOf(value))] : [],
    ),
  );

/** Does an entry show when these values are chosen? One of each dimension at most. */
export const fits = (codes: readonly string[], chosen: readonly string[]): boolean =>
  chosen.every((code) => codes.includes(code));

/** The fragment that shows one value alone: `city-first-city`. */
export const fragmentOf = (name: Dimension, value: string): string => `${name}-${value}`;
