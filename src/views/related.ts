import { cityOf, type Item } from '../model/items.ts';
import { dayOf } from '../calendar/dates-and-times.ts';
import { programmeOf } from '../calendar/programme.ts';
import type { Edition, Entry } from '../model/edition.ts';
import { memo } from '../model/memo.ts';

/** Maximum number of related events; the complete list has its own page. */
const maxEvents = 12;

/** The values from which the distance between two events is computed. */
interface Nearness {
  event: Entry<'events'>;
  city: string | undefined;
  fields: readonly string[];
  /** Days since 1970; undefined without a date. */
  day: number | undefined;
}

/** In days: the same city counts as thirty days nearer, and a shared field as ten. */
const worth = { city: 30, field: 10, unknownDay: 60 };

/** The events nearest to an event by city, field and day, or all others if there are only a few; in programme order. */
export function relatedEvents(edition: Edition, event: Entry<'events'>): { events: Item[]; more: boolean } {
  return memo(edition, `events near ${event.slug}`, () => near(edition, event));
}

function near(edition: Edition, event: Entry<'events'>): { events: Item[]; more: boolean } {
  const all = memo(edition, 'events to relate', () =>
    edition.entries.events.map((other): Nearness => {
      const { starts, fields } = other.facts;
      const day = starts === undefined ? undefined : Date.parse(dayOf(starts)) / 86_400_000;
      return { event: other, city: cityOf(edition, other)?.slug, fields, day };
    }),
  );
  const own = all.find((one) => one.event === event);
  const others = all.filter((one) => one !== own);
  if (!own || others.length <= maxEvents) return { events: inOrder(others), more: false };
  return { events: inOrder(nearest(own, others)), more: true };
}

/** The nearest events, found without sorting all of them, because this runs for every event's page. */
function nearest(own: Nearness, others: readonly Nearness[]): Nearness[] {
  const found: { one: Nearness; away: number }[] = [];
  for (const one of others) {
    const away = distance(own, one);
    if (found.length === maxEvents && away >= (found.at(-1)?.away ?? 0)) continue;
    const at = found.findIndex((other) => other.away > away);
    found.splice(at < 0 ? found.length : at, 0, { one, away });
    if (found.length > maxEvents) found.pop();
  }
  return found.map(({ one }) => one);
}

function distance(a: Nearness, b: Nearness): number {
  const days = a.day === undefined || b.day === undefined ? worth.unknownDay : Math.abs(a.day - b.day);
  const city = a.city !== undefined && a.city === b.city ? worth.city : 0;
  const field = a.fields.some((slug) => b.fields.includes(slug)) ? worth.field : 0;
  return days - city - field;
}

function inOrder(events: readonly Nearness[]): Item[] {
  const { multiDay, days, undated } = programmeOf(events.map(({ event }) => event));
  return [...multiDay, ...days.flatMap(({ items }) => items), ...undated];
}
