import type { Edition } from '../model/edition.ts';
import { memo } from '../model/memo.ts';
import { filtersOf, codeOf, codesOf, daysWithin, type Facet } from './facets.ts';
import { dayOf, daysBetween } from './dates-and-times.ts';
import { allItems, type Item } from '../model/items.ts';
import { programmeOf } from './programme.ts';

/** An item of the programme with the codes of its facets. */
export interface Row {
  item: Item;
  codes: string[];
}

export interface AgendaDay {
  day: string;
  /** One-day items that begin on this day; they may end in the night after it. */
  rows: Row[];
  /** Multi-day items that include this day, which is day `nth` of `of`. */
  running: (Row & { nth: number; of: number })[];
}

/** A multi-day item: the column of its first day in the programme, and how many of the listed days it covers. */
export interface Bar extends Row {
  column: number;
  width: number;
}

export interface Agenda {
  days: AgendaDay[];
  bars: Bar[];
  undated: Row[];
  filters: Facet[];
  /** The meeting's own days, as a bar. */
  meeting: { column: number; width: number };
}

/**
 * The programme as shown on its page. A day is listed if something begins on it, or if it is a day of the meeting with
 * something on; so a two-month exhibition doesn't add sixty days.
 */
export const agendaOf = (edition: Edition): Agenda => memo(edition, 'agenda', () => makeAgenda(edition));

function makeAgenda(edition: Edition): Agenda {
  const items = allItems(edition);
  const { days: short, multiDay, undated } = programmeOf(items);
  const { starts = '', ends = '' } = edition.entries.meeting[0]?.facts ?? {};
  const meetingDays = starts === '' ? [] : daysBetween(starts, ends);
  const running = new Set(meetingDays.filter((day) => multiDay.some((item) => daysWithin(item, [day]).length > 0)));
  const begins = [...short.map(({ day }) => day), ...multiDay.map(({ facts }) => dayOf(facts.starts as string))];
  const days = [...new Set([...begins, ...running])].sort();

  const filters = filtersOf(edition, items, days);
  const row = (item: Item): Row => ({ item, codes: codesOf(edition, item, filters, days) });
  const place = (on: readonly string[]) => ({ column: days.indexOf(on[0] as string), width: on.length });
  const dayCodes = filters.find(({ name }) => name === 'day')?.values.map((_, index) => codeOf('day', index)) ?? [];
  return {
    filters,
    days: days.map((day, index) => ({
      day,
      rows: short.find((group) => group.day === day)?.items.map(row) ?? [],
      running: multiDay
        .filter((item) => daysWithin(item, [day]).length > 0)
        .map((item) => {
          const all = daysBetween(item.facts.starts as string, item.facts.ends as string);
          const { codes } = row(item);
          // Of its day codes, an item listed under a day keeps only that day's.
          const own = codes.filter((code) => !dayCodes.includes(code) || code === dayCodes[index]);
          return { item, codes: own, nth: all.indexOf(day) + 1, of: all.length };
        }),
    })),
    bars: multiDay.map((item) => ({ ...row(item), ...place(daysWithin(item, days)) })),
    undated: undated.map(row),
    meeting: place(days.filter((day) => meetingDays.includes(day))),
  };
}
