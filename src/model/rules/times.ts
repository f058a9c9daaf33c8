import type { Entry } from '../edition.ts';
import { originals, type RuleContext } from './context.ts';

/** An event this many days away from the meeting is a slip of the year or the month. */
const mostDaysAway = 60;

type Timed = { starts?: string; ends?: string; venue?: string };

/** An end before its start, an end without a start, something far from the meeting, two things in one venue at one time. */
export function times(context: RuleContext): void {
  const meeting = context.edition.entries.meeting[0]?.facts;
  const placed: { entry: Entry; file: string; line: number; facts: Timed }[] = [];

  for (const { entry, file } of originals(context)) {
    const facts = entry.facts as Timed;
    const { starts, ends } = facts;
    if (ends !== undefined && starts === undefined)
      context.error(
        file.file,
        file.lineOf(['ends']),
        'ends',
        `"${written(ends)}" is an end without a start; add starts or delete ends`,
      );
    if (starts === undefined) continue;
    if (ends !== undefined && before(ends, starts))
      context.error(
        file.file,
        file.lineOf(['ends']),
        'ends',
        `"${written(ends)}" is before the start, "${written(starts)}"; correct one of them`,
      );
    if (meeting && (entry.kind === 'events' || entry.kind === 'sessions')) {
      const away = Math.min(daysBetween(starts, meeting.starts), daysBetween(starts, meeting.ends));
      if (away > mostDaysAway)
        context.error(
          file.file,
          file.lineOf(['starts']),
          'starts',
          `"${written(starts)}" is ${away} days away from the meeting; correct the date`,
        );
      if (facts.venue !== undefined && starts.includes('T') && ends?.includes('T'))
        placed.push({ entry, file: file.file, line: file.lineOf(['starts']), facts });
    }
  }
  placed.forEach((one, index) => {
    const other = placed
      .slice(0, index)
      .find(
        ({ facts }) =>
          facts.venue === one.facts.venue &&
          (facts.starts as string) < (one.facts.ends as string) &&
          (one.facts.starts as string) < (facts.ends as string),
      );
    if (other)
      context.error(
        one.file,
        one.line,
        'starts',
        `in the venue "${one.facts.venue}" this overlaps with ${other.file}; correct the hours or the venue`,
      );
  });
}

/** As an editor writes it. */
const written = (moment: string) => moment.replace('T', ' ');

/** A day as a whole ends after all its hours. */
const before = (end: string, start: string) =>
  end.includes('T') && start.includes('T') ? end < start : end.slice(0, 10) < start.slice(0, 10);

const daysBetween = (a: string, b: string) =>
  Math.abs(Temporal.PlainDate.from(a.slice(0, 10)).until(b.slice(0, 10), { largestUnit: 'days' }).days);
