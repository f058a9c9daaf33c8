import type { Edition } from '../model/edition.ts';
import { memo } from '../model/memo.ts';
import { choicesOf, codeOf, codesOf, daysOf, type Facet } from './facets.ts';
import { dayOf, daysBetween } from './moments.ts';
import { allItems, type Item } from '../model/items.ts';
import { programmeOf } from './programme.ts';

/** An entry of the programme and what it can be chosen by. */
export interface Row {
  item: Item;
  codes: string[];
}

export interface AgendaDay {
  day: string;
  /** What begins on it and ends on it, or in the night after. */
  rows: Row[];
  /** What runs over several days and is on that day: which of its days it is, of how many. */
  running: (Row & { nth: number; of: number })[];
}

/** What runs over several days, with its place among the days of the programme: column and width. */
export interface Bar extends Row {
  column: number;
  width: number;
}

export interface Agenda {
  days: AgendaDay[];
  bars: Bar[];
  undated: Row[];
  choices: Facet[];
  /** The meeting itself, among the days. */
  meeting: { column: number; width: number };
}

/**
 * The programme as its page shows it. A day stands there when something begins on it, or when it is one of the meeting
 * and something is on; so an exhibition of two months doesn't make sixty days.
 */
export const agendaOf = (edition: Edition): Agenda => memo(edition, 'agenda', () => makeAgenda(edition));

function makeAgenda(edition: Edition): Agenda {
  const items = allItems(edition);
  const { days: short, long, undated } = programmeOf(items);
  const { starts = '', ends = '' } = edition.entries.meeting[0]?.facts ?? {};
  const meetingDays = starts === '' ? [] : daysBetween(starts, ends);
  const running = new Set(meetingDays.filter((day) => long.some((item) => daysOf(item, [day]).length > 0)));
  const begins = [...short.map(({ day }) => day), ...long.map(({ facts }) => dayOf(facts.starts as string))];
  const days = [...new Set([...begins, ...running])].sort();

  const choices = choicesOf(edition, items, days);
  const row = (item: Item): Row => ({ item, codes: codesOf(edition, item, choices, days) });
  const place = (on: readonly string[]) => ({ column: days.indexOf(on[0] as string), width: on.length });
  const dayCodes = choices.find(({ name }) => name === 'day')?.values.map((_, index) => codeOf('day', index)) ?? [];
  return {
    choices,
    days: days.map((day, index) => ({
      day,
      rows: short.find((one) => one.day === day)?.items.map(row) ?? [],
      running: long
        .filter((item) => daysOf(item, [day]).length > 0)
        .map((item) => {
          const all = daysBetween(item.facts.starts as string, item.facts.ends as string);
          const { codes } = row(item);
          // Mentioned under a day, it belongs to that day alone.
          const own = codes.filter((code) => !dayCodes.includes(code) || code === dayCodes[index]);
          return { item, codes: own, nth: all.indexOf(day) + 1, of: all.length };
        }),
    })),
    bars: long.map((item) => ({ ...row(item), ...place(daysOf(item, days)) })),
    undated: undated.map(row),
    meeting: place(days.filter((day) => meetingDays.includes(day))),
  };
}
