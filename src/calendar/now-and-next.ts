import { phaseOn, type Phase } from './phase.ts';

/** Start and end of something, as instants with their offset (RFC 3339). */
export interface Span {
  from: string;
  to: string;
}

/** The state of a session or event at a given time: past, current, one of the next, or later. */
export type State = 'past' | 'now' | 'next' | 'later';

/** Number of upcoming items shown. */
export const nextCount = 3;

export interface Status {
  phase: Phase;
  /** One for each span. */
  states: State[];
}

/**
 * The phase and the states of all items at a moment. Used at build time with the time of the build, and in the browser
 * with the current time.
 *
 * @param meeting first and last day
 * @param spans   sorted by start
 * @param today   the date in the meeting's time zone
 * @param now     milliseconds since 1970
 */
export function statusAt(
  meeting: { starts: string; ends: string },
  spans: readonly Span[],
  today: string,
  now: number,
): Status {
  let coming = 0;
  const states = spans.map(({ from, to }): State => {
    if (Date.parse(to) <= now) return 'past';
    if (Date.parse(from) <= now) return 'now';
    coming += 1;
    return coming > nextCount ? 'later' : 'next';
  });
  return { phase: phaseOn(meeting.starts, meeting.ends, today), states };
}

/**
 * Today in a time zone, for browsers without Temporal: Swedish dates are in ISO 8601 format.
 *
 * @param now milliseconds since 1970
 */
export const dayIn = (timeZone: string, now: number): string => new Date(now).toLocaleDateString('sv', { timeZone });
