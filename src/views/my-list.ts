/** The My list page: everything that can be on it, and the data for its script. */
import { formatWeekday, machineTime, timeOf } from '../calendar/dates-and-times.ts';
import { programmeOf } from '../calendar/programme.ts';
import { span } from '../calendar/ics/file.ts';
import type { PageContext } from '../i18n/page-context.ts';
import { pluralForms } from '../i18n/plurals.ts';
import type { Edition } from '../model/edition.ts';
import { addressOfEntry } from '../model/page-addresses.ts';
import { calendarAddress } from '../model/calendars.ts';
import { allItems, cityOf, takesPlace, type Item } from '../model/items.ts';
import { statusLabelsOf, type StatusLabel } from '../calendar/status-labels.ts';
import { placesOf } from './item-row.ts';
import { whenInYear, type When } from './when.ts';

/** The id of a session or event in My list: the path of its page, without language and outer slashes. */
export const entryId = (item: Item): string => addressOfEntry(item).slice(1, -1);

/**
 * Ids whose address is redirected, each with the id that replaces it, or '' if the new address isn't a session or
 * event. Links and lists with the old address then still work (docs/contract.md, "My list").
 */
export function movedIds(edition: Edition): Record<string, string> {
  const ids = new Set(allItems(edition).map(entryId));
  return Object.fromEntries(
    Object.entries(edition.redirects).flatMap(([from, to]) => {
      const [old, now] = [from, to.replace(/#.*/, '')].map((address) => address.slice(1, -1)) as [string, string];
      return /^(?:events|programme)\/[^/]+$/.test(old) && !ids.has(old) ? [[old, ids.has(now) ? now : '']] : [];
    }),
  );
}

export interface MyListRow {
  id: string;
  title: string;
  href: string;
  lang: string | undefined;
  statusLabels: StatusLabel[];
  /** Undefined if the title of its group says all that is known. */
  when: When | undefined;
  places: { title: string; lang: string | undefined }[];
  dated: boolean;
  /**
   * Instants (RFC 3339); undefined for an item without a time, or one that doesn't take place, which can't clash.
   */
  starts: string | undefined;
  ends: string | undefined;
  city: string | undefined;
}

/** Everything that can be on the list, grouped by day as in the programme. */
export function myListGroups(page: PageContext): { title: string; rows: MyListRow[] }[] {
  const { t, lang, edition } = page;
  const { multiDay, days, undated } = programmeOf(allItems(edition));
  return [
    { title: t('programme.long'), rows: multiDay.map((item) => row(page, item)) },
    ...days.map(({ day, items }) => ({
      title: formatWeekday(lang, day),
      rows: items.map((item) => row(page, item, true)),
    })),
    { title: t('programme.undated'), rows: undated.map((item) => row(page, item)) },
  ].filter(({ rows }) => rows.length > 0);
}

/** @param oneDay true if the item is listed under its day, so that only the times are shown */
function row(page: PageContext, item: Item, oneDay = false): MyListRow {
  const { edition } = page;
  const { facts } = item;
  const when =
    facts.starts === undefined
      ? undefined
      : oneDay
        ? hoursOf(facts.starts, facts.ends)
        : whenInYear(page, facts.starts, facts.ends);
  const { starts, ends, allDay } = span(item);
  const at = (moment: string | undefined) =>
    moment === undefined || moment === '' || allDay || !takesPlace(item)
      ? undefined
      : machineTime(moment, edition.site.timeZone);
  const city = cityOf(edition, item);
  return {
    ...page.ref(item),
    id: entryId(item),
    statusLabels: statusLabelsOf(page, item),
    when,
    places: placesOf(page, item),
    dated: facts.starts !== undefined,
    starts: at(starts),
    ends: at(ends),
    city: city?.slug,
  };
}

function hoursOf(starts: string, ends: string | undefined): When | undefined {
  const text = [timeOf(starts), ends && timeOf(ends)].filter(Boolean).join('–');
  return text === '' ? undefined : { text, datetime: undefined, ends: undefined };
}

/** The data for the script: words with `{placeholders}`, transfer times, names of host cities and the calendar file. */
export type MyListData = ReturnType<typeof myListData>;

export function myListData(page: PageContext) {
  const { t, edition } = page;
  const gap = (...names: string[]) => Object.fromEntries(names.map((name) => [name, `{${name}}`]));
  return {
    words: {
      overlap: t('list.overlap', gap('first', 'second')),
      far: t('list.far', gap('first', 'second', 'from', 'to', 'duration')),
      removed: t('list.removed', gap('title')),
      cleared: t('list.cleared'),
      changed: t('list.changed'),
      copied: t('list.copied'),
      failed: t('list.failed'),
      refused: t('list.refused'),
      broken: t('list.broken'),
      same: t('list.same'),
      offer: pluralForms(page, 'list.offer', 'count'),
      unknown: pluralForms(page, 'list.unknown', 'count'),
    },
    ways: shortestTransfers(page).map((way) => ({ ...way, text: t('transfers.minutes', { minutes: way.minutes }) })),
    cities: Object.fromEntries(edition.entries['host-cities'].map((city) => [city.slug, page.ref(city).title])),
    calendar: page.link(calendarAddress('programme')),
  };
}

/** The shortest transfer for each pair of cities, by any means of transport and in either direction. */
export function shortestTransfers({ edition }: PageContext): { between: [string, string]; minutes: number }[] {
  const ways = new Map<string, { between: [string, string]; minutes: number }>();
  for (const { from, to, minutes } of edition.entries.meeting[0]?.facts.transfers ?? []) {
    const between = [from, to].sort() as [string, string];
    const known = ways.get(between.join(' '));
    if (!known || minutes < known.minutes) ways.set(between.join(' '), { between, minutes });
  }
  return [...ways.values()];
}
