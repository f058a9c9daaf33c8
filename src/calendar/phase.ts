import { dayOf } from './dates-and-times.ts';

/** Before, during or after the meeting; `days` is the number of days until it begins. */
export type Phase = { name: 'before'; days: number } | { name: 'during' } | { name: 'after' };

/**
 * The phase on a given day. This function also runs in the reader's browser, which may lack Temporal.
 *
 * @param starts first day of the meeting
 * @param ends   last day
 * @param today  in the meeting's time zone, `2027-06-13`
 */
export function phaseOn(starts: string, ends: string, today: string): Phase {
  // Date.parse treats a date as midnight UTC, so differences are whole days.
  const days = (Date.parse(dayOf(starts)) - Date.parse(today)) / 86_400_000;
  if (days > 0) return { name: 'before', days };
  return today > dayOf(ends) ? { name: 'after' } : { name: 'during' };
}

/** The phase at a given time. @param now in the meeting's time zone */
export const phaseOf = (starts: string, ends: string, now: Temporal.ZonedDateTime): Phase =>
  phaseOn(starts, ends, now.toPlainDate().toString());

/**
 * The date and time that the site is built for.
 *
 * @param value SITE_DATE: `2027-06-13`, `2027-06-13T10:00` in the meeting's time zone, or with an offset; default now
 * @throws RangeError with a message for the user
 */
export function siteDate(value: string | undefined, timeZone: string): Temporal.ZonedDateTime {
  if (!value) return Temporal.Now.zonedDateTimeISO(timeZone);
  try {
    if (/(?:[+-]\d{2}:?\d{2}|Z)$/.test(value) && value.includes('T'))
      return Temporal.Instant.from(value).toZonedDateTimeISO(timeZone);
    return Temporal.PlainDateTime.from(value, { overflow: 'reject' }).toZonedDateTime(timeZone);
  } catch {
    throw new RangeError(
      `SITE_DATE is "${value}"; it must be a date or a date and a time, like 2027-06-13 or 2027-06-13T10:00`,
    );
  }
}
