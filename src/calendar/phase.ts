import { dayOf } from './moments.ts';

/** The three lives of the site: it invites, it shows what is on, it remembers. */
export type Phase = { name: 'before'; days: number } | { name: 'during' } | { name: 'after' };

/**
 * Where `now` lies to the meeting, by days of the meeting's zone.
 *
 * @param now a moment in the meeting's zone
 */
export function phaseOf(starts: string, ends: string, now: Temporal.ZonedDateTime): Phase {
  const today = now.toPlainDate();
  const days = today.until(dayOf(starts), { largestUnit: 'days' }).days;
  if (days > 0) return { name: 'before', days };
  return Temporal.PlainDate.compare(today, dayOf(ends)) > 0 ? { name: 'after' } : { name: 'during' };
}

/**
 * The moment as of which the site is built.
 *
 * @param value    SITE_DATE: `2027-06-13`, `2027-06-13T10:00` in the meeting's zone, or with an offset; default now
 * @throws RangeError with a sentence for the person who set it
 */
export function siteDate(value: string | undefined, timeZone: string): Temporal.ZonedDateTime {
  if (!value) return Temporal.Now.zonedDateTimeISO(timeZone);
  try {
    if (/(?:[+-]\d{2}:?\d{2}|Z)$/.test(value) && value.includes('T'))
      return Temporal.Instant.from(value).toZonedDateTimeISO(timeZone);
    return Temporal.PlainDateTime.from(value, { overflow: 'reject' }).toZonedDateTime(timeZone);
  } catch {
    throw new RangeError(
      `SITE_DATE is "${value}"; it must be a day or a day and an hour, like 2027-06-13 or 2027-06-13T10:00`,
    );
  }
}
