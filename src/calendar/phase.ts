import { dayOf } from './moments.ts';

/** The three lives of the site: it invites, it shows what is on, it remembers. */
export type Phase = { name: 'before'; days: number } | { name: 'during' } | { name: 'after' };

/**
 * Where a day lies to the meeting. Asked by the build and again by the reader's browser, which may lack Temporal.
 *
 * @param today a day of the meeting's zone, `2027-06-13`
 */
export function phaseOn(starts: string, ends: string, today: string): Phase {
  // Days alone are read as midnights in UTC, so their distance is whole days.
  const days = (Date.parse(dayOf(starts)) - Date.parse(today)) / 86_400_000;
  if (days > 0) return { name: 'before', days };
  return today > dayOf(ends) ? { name: 'after' } : { name: 'during' };
}

/** Where `now` lies to the meeting. @param now a moment in the meeting's zone */
export const phaseOf = (starts: string, ends: string, now: Temporal.ZonedDateTime): Phase =>
  phaseOn(starts, ends, now.toPlainDate().toString());

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
