/** Local times of the meeting: `2027-06-12T09:00`, with an offset only for the second occurrence of a repeated time. */

/** The instants that a local time can mean: usually one, two if the clocks go back, none if the clocks skip it. */
function instantsOf(local: string, timeZone: string): Temporal.ZonedDateTime[] {
  const time = Temporal.PlainDateTime.from(local);
  const earlier = time.toZonedDateTime(timeZone, { disambiguation: 'earlier' });
  const later = time.toZonedDateTime(timeZone, { disambiguation: 'later' });
  if (earlier.equals(later)) return [earlier];
  return earlier.toPlainDateTime().equals(time) ? [earlier, later] : [];
}

/** The instant of a local time; for a repeated time the first, unless it has an offset. */
export function instantOf(moment: string, timeZone: string): Temporal.ZonedDateTime {
  return hasOffset(moment)
    ? Temporal.Instant.from(moment).toZonedDateTimeISO(timeZone)
    : Temporal.PlainDateTime.from(moment).toZonedDateTime(timeZone);
}

export const hasOffset = (moment: string): boolean => /T.*[+-]/.test(moment);

/**
 * Removes a redundant offset: a local time without one means the first occurrence of a repeated time (RFC 5545, 3.3.5).
 */
export function withoutNeedlessOffset(moment: string, timeZone: string): string {
  if (!hasOffset(moment)) return moment;
  const local = moment.slice(0, 16);
  return instantsOf(local, timeZone)[1]?.offset === moment.slice(16) ? moment : local;
}

/** What is wrong with a local time in a zone, as a message for editors; undefined if nothing is. */
export function localTimeProblem(moment: string, timeZone: string): string | undefined {
  if (!moment.includes('T')) return undefined;
  const written = moment.replace('T', ' ');
  const local = written.slice(0, 16);
  const [first, second] = instantsOf(moment.slice(0, 16), timeZone);
  if (!first) return `"${written}" doesn't exist in ${timeZone}, because the clocks skip that hour; correct it`;
  const choices = second ? `${local}${first.offset} or ${local}${second.offset}` : local;
  if (!hasOffset(moment))
    return second && `"${written}" occurs twice in ${timeZone}, because the clocks go back; write ${choices}`;
  if ([first, second].some((instant) => instant?.offset === moment.slice(16))) return undefined;
  return `"${written}" doesn't have the offset of ${timeZone} at that time; write ${choices}`;
}
