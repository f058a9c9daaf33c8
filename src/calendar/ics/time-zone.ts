import ICAL from 'ical.js';
import { instantOf } from '../../model/local-time.ts';

/**
 * The VTIMEZONE of an IANA time zone (RFC 5545, section 3.6.5) for a span of time: all offset changes in the
 * platform's zone data, from the last two before the span to the first after it. VTIMEZONEs shipped by libraries have
 * only today's rules, which are wrong for past editions and for zones whose rules change irregularly.
 *
 * @param first the earliest local time, `2027-06-12T09:00`
 * @param last  the latest local time
 */
export function zoneComponent(timeZone: string, first: string, last: string): ICAL.Component {
  const zone = new ICAL.Component('vtimezone');
  zone.addPropertyWithValue('tzid', timeZone);
  for (const change of changes(timeZone, first, last)) {
    const before = change.subtract({ nanoseconds: 1 });
    // A zone without changes has only one offset.
    const from = change.epochMilliseconds === 0 ? change.offset : before.offset;
    // A higher offset is summer time if a change back follows; otherwise it is a new standard time.
    const next = change.getTimeZoneTransition('next');
    const summer =
      offsetIn(change.offset) > offsetIn(from) && next !== null && offsetIn(next.offset) < offsetIn(change.offset);
    const part = new ICAL.Component(summer ? 'daylight' : 'standard');
    // The onset is written in the local time that applied before the change (sections 3.8.2.4 and 3.6.5).
    const onset = Temporal.PlainDateTime.from(
      change.toPlainDateTime().add({ seconds: offsetIn(from) - offsetIn(change.offset) }),
    );
    part.addPropertyWithValue('dtstart', ICAL.Time.fromDateTimeString(onset.toString({ smallestUnit: 'second' })));
    part.addPropertyWithValue('tzoffsetfrom', ICAL.UtcOffset.fromString(from));
    part.addPropertyWithValue('tzoffsetto', ICAL.UtcOffset.fromString(change.offset));
    zone.addSubcomponent(part);
  }
  return zone;
}

/** The moments of the offset changes; for a zone without any, the Unix epoch. */
function changes(timeZone: string, first: string, last: string): Temporal.ZonedDateTime[] {
  const at = (moment: string) => instantOf(moment, timeZone);
  const found: Temporal.ZonedDateTime[] = [];
  let before = at(first).add({ nanoseconds: 1 }).getTimeZoneTransition('previous');
  // One more than needed, as some programs require both a DAYLIGHT and a STANDARD part.
  for (let count = 0; before && count < 2; count += 1, before = before.getTimeZoneTransition('previous'))
    found.unshift(before);
  for (let next = at(first).getTimeZoneTransition('next'); next; next = next.getTimeZoneTransition('next')) {
    found.push(next);
    if (Temporal.ZonedDateTime.compare(next, at(last)) > 0) break;
  }
  return found.length > 0 ? found : [new Temporal.ZonedDateTime(0n, timeZone)];
}

/** Seconds of an offset like `+02:00` or `-09:30`. */
function offsetIn(offset: string): number {
  const [hours = 0, minutes = 0, seconds = 0] = offset.slice(1).split(':').map(Number);
  return (offset.startsWith('-') ? -1 : 1) * (hours * 3600 + minutes * 60 + seconds);
}
