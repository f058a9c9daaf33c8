import { phaseOn, type Phase } from './phase.ts';

/** When something is on, as instants with their offset (RFC 3339). */
export interface Span {
  from: string;
  to: string;
}

/** What a thing is at a moment: over, on, among the next, or later than these. */
export type State = 'past' | 'now' | 'next' | 'later';

/** As many of what is coming as a reader takes in at once. */
const next = 3;

export interface Life {
  phase: Phase;
  /** In the order of the spans. */
  states: State[];
}

/**
 * What the site shows at a moment. The build asks it for its own moment, and the reader's browser for the reader's,
 * so that a page made this morning is right tonight.
 *
 * @param meeting first and last day
 * @param spans   in the order of their starts
 * @param today   the day in the meeting's zone
 * @param now     milliseconds since 1970
 */
export function lifeAt(
  meeting: { starts: string; ends: string },
  spans: readonly Span[],
  today: string,
  now: number,
): Life {
  let coming = 0;
  return {
    phase: phaseOn(meeting.starts, meeting.ends, today),
    states: spans.map(({ from, to }) => {
      if (Date.parse(to) <= now) return 'past';
      if (Date.parse(from) <= now) return 'now';
      coming += 1;
      return coming > next ? 'later' : 'next';
    }),
  };
}

/**
 * The day that it is in a zone, for browsers without Temporal: Swedish writes days as ISO 8601 does.
 *
 * @param now milliseconds since 1970
 */
export const dayIn = (timeZone: string, now: number): string =>
  new Date(now).toLocaleDateString('sv', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
