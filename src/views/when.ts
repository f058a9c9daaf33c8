import { lastDayOf } from '../model/items.ts';
import {
  dayOf,
  formatDay,
  formatDays,
  formatWeekday,
  machineTime,
  rangeOfDays,
  timeOf,
  type DayRange,
} from '../calendar/dates-and-times.ts';
import type { PageContext } from '../i18n/page-context.ts';

export interface When {
  text: string;
  /** The start for `<time datetime>`; undefined for an unknown date and for several days. */
  datetime: string | undefined;
  /** A date range: start and end in words, each for a `<time>` of its own, because `<time>` can't express a range. */
  range?: (DayRange & { first: string; last: string }) | undefined;
  /** The instant of the end (RFC 3339), if the text has its time. */
  ends: string | undefined;
}

/** When something takes place, in words: a day, several days, or a day with its times. */
export const whenOf = (page: PageContext, starts: string | undefined, ends: string | undefined): When =>
  inWords(page, starts, ends, formatDay, undefined);

/** The same without the year, for pages that make it clear: weekday, day and times. */
export const whenInYear = (page: PageContext, starts: string | undefined, ends: string | undefined): When =>
  inWords(page, starts, ends, formatWeekday, { day: 'numeric', month: 'long' });

function inWords(
  { lang, t, edition }: PageContext,
  starts: string | undefined,
  ends: string | undefined,
  formatOne: typeof formatDay,
  formOfSeveral: Intl.DateTimeFormatOptions | undefined,
): When {
  const text = (words: string): When => ({ text: words, datetime: undefined, ends: undefined });
  if (starts === undefined) return text(t('time.unknown-date'));
  const range = rangeOfDays(lang, starts, ends, formOfSeveral);
  if (range)
    return {
      ...text(formatDays(lang, starts, ends, formOfSeveral)),
      range: { ...range, first: dayOf(starts), last: lastDayOf(starts, ends) },
    };
  const { timeZone } = edition.site;
  const datetime = machineTime(starts, timeZone);
  const [date, start, end] = [formatOne(lang, starts), timeOf(starts), ends && timeOf(ends)];
  if (start === undefined) return { text: date, datetime, ends: undefined };
  if (ends === undefined || !end) return { text: t('time.from', { date, time: start }), datetime, ends: undefined };
  return { text: t('time.between', { date, start, end }), datetime, ends: machineTime(ends, timeZone) };
}
