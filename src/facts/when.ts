import { endsSameNight } from '../calendar/programme.ts';
import { dayOf, formatDay, formatDays, formatWeekday, hasTime, machineTime, timeOf } from '../calendar/moments.ts';
import type { Page } from '../i18n/page.ts';

export interface When {
  text: string;
  /** For `<time datetime>`; undefined when nothing is known, or for a span, which HTML has no value for. */
  datetime: string | undefined;
}

/** When something was, in words: a day, days, or a day with its hours. */
export function whenOf(page: Page, starts: string | undefined, ends: string | undefined): When {
  const { lang, t } = page;
  if (starts === undefined) return { text: t('time.unknown-date'), datetime: undefined };
  const sameDay = ends === undefined || dayOf(starts) === dayOf(ends) || endsSameNight(starts, ends);
  if (!sameDay) return { text: formatDays(lang, starts, ends), datetime: undefined };
  return {
    text: hours(page, formatDay(lang, starts), starts, ends),
    datetime: machineTime(starts, page.edition.site.timeZone),
  };
}

/** The same on a page where the year is plain: weekday, day and hours. */
export function whenInYear(page: Page, starts: string | undefined, ends: string | undefined): When {
  const { lang, t } = page;
  if (starts === undefined) return { text: t('time.unknown-date'), datetime: undefined };
  const short = { day: 'numeric', month: 'long' } as const;
  if (ends !== undefined && dayOf(starts) !== dayOf(ends) && !endsSameNight(starts, ends))
    return { text: formatDays(lang, starts, ends, short), datetime: undefined };
  return {
    text: hours(page, formatWeekday(lang, starts), starts, ends),
    datetime: machineTime(starts, page.edition.site.timeZone),
  };
}

/** Just the hours: "09:00–10:30", "21:00", or '' for a whole day. */
export function hoursOf(starts: string, ends: string | undefined): string {
  const start = timeOf(starts);
  if (start === undefined) return '';
  const end = ends === undefined ? undefined : timeOf(ends);
  return end === undefined ? start : `${start}–${end}`;
}

function hours(page: Page, date: string, starts: string, ends: string | undefined): string {
  if (!hasTime(starts)) return date;
  const [start = '', end] = hoursOf(starts, ends).split('–');
  return end === undefined ? page.t('time.from', { date, time: start }) : page.t('time.between', { date, start, end });
}
