/** Local times of the meeting: `2027-06-12T09:00`, with an offset only for the second of two equal ones. */

/** The instants that a local time can mean: one, two when the clocks go back, none when they skip it. */
function instantsOf(local: string, timeZone: string): Temporal.ZonedDateTime[] {
  const time = Temporal.PlainDateTime.from(local);
  const earlier = time.toZonedDateTime(timeZone, { disambiguation: 'earlier' });
  const later = time.toZonedDateTime(timeZone, { disambiguation: 'later' });
  if (earlier.equals(later)) return [earlier];
  return earlier.toPlainDateTime().equals(time) ? [earlier, later] : [];
}

/** The instant of a local time; of two equal ones the first, unless its offset says otherwise. */
export function instantOf(moment: string, timeZone: string): Temporal.ZonedDateTime {
  return hasOffset(moment)
    ? Temporal.Instant.from(moment).toZonedDateTimeISO(timeZone)
    : Temporal.PlainDateTime.from(moment).toZonedDateTime(timeZone);
}

export const hasOffset = (moment: string): boolean => /T.*[+-]/.test(moment);

/** A moment without an offset that says nothing new: local times alone name the first of two equal ones (RFC 5545, 3.3.5). */
export function withoutNeedlessOffset(moment: string, timeZone: string): string {
  if (!hasOffset(moment)) return moment;
  const local = moment.slice(0, 16);
  return instantsOf(local, timeZone)[1]?.offset === moment.slice(16) ? moment : local;
}

/** What is wrong with a moment in a zone, as an editor sees it; undefined where nothing is. */
export function localTimeProblem(moment: string, timeZone: string): string | undefined {
  if (!moment.includes('T')) return undefined;
  const written = moment.replace('T', ' ');
  const local = written.slice(0, 16);
  const [first, second] = instantsOf(moment.slice(0, 16), timeZone);
  if (!first) return `"${written}" doesn't exist in ${timeZone}, where the clocks skip that hour; correct it`;
  const choices = second ? `${local}${first.offset} or ${local}${second.offset}` : local;
  if (!hasOffset(moment))
    return second && `"${written}" comes twice in ${timeZone}, where the clocks go back; write ${choices}`;
  if ([first, second].some((instant) => instant?.offset === moment.slice(16))) return undefined;
  return `"${written}" doesn't have the offset of ${timeZone} at that time; write ${choices}`;
}
