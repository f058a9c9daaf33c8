import { lastDayOf } from '../model/items.ts';
import { dayOf, formatDay, formatDays, formatWeekday, machineTime, timeOf } from '../calendar/moments.ts';
import type { PageContext } from '../i18n/page-context.ts';

export interface When {
  text: string;
  /** For `<time datetime>`; undefined when nothing is known, or for a span, which HTML has no value for. */
  datetime: string | undefined;
}

/** When something was, in words: a day, days, or a day with its hours. */
export function whenOf(page: PageContext, starts: string | undefined, ends: string | undefined): When {
  const { lang, t } = page;
  if (starts === undefined) return { text: t('time.unknown-date'), datetime: undefined };
  if (lastDayOf(starts, ends) !== dayOf(starts)) return { text: formatDays(lang, starts, ends), datetime: undefined };
  return {
    text: hours(page, formatDay(lang, starts), starts, ends),
    datetime: machineTime(starts, page.edition.site.timeZone),
  };
}

/** The same on a page where the year is plain: weekday, day and hours. */
export function whenInYear(page: PageContext, starts: string | undefined, ends: string | undefined): When {
  const { lang, t } = page;
  if (starts === undefined) return { text: t('time.unknown-date'), datetime: undefined };
  const short = { day: 'numeric', month: 'long' } as const;
  if (lastDayOf(starts, ends) !== dayOf(starts))
    return { text: formatDays(lang, starts, ends, short), datetime: undefined };
  return {
    text: hours(page, formatWeekday(lang, starts), starts, ends),
    datetime: machineTime(starts, page.edition.site.timeZone),
  };
}

function hours({ t }: PageContext, date: string, starts: string, ends: string | undefined): string {
  const start = timeOf(starts);
  if (start === undefined) return date;
  const end = ends === undefined ? undefined : timeOf(ends);
  return end === undefined ? t('time.from', { date, time: start }) : t('time.between', { date, start, end });
}
