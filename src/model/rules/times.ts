import type { Entry } from '../edition.ts';
import { lastDayOf } from '../items.ts';
import { localTimeProblem } from '../local-time.ts';
import { originals, type RuleContext } from './helpers/context.ts';

/** An event more than this many days away from the meeting is taken to have a typo in its year or month. */
const maxDaysAway = 60;
/** News may be published years before or after the meeting, but a date this far away has a typo in its year. */
const maxYearsAway = 5;

type Timed = { starts?: string; ends?: string; venue?: string; status?: string };

/**
 * Reports an end before its start, an end without a start, a date far from the meeting, and two items in the same venue
 * at the same time.
 */
export function checkTimes(context: RuleContext): void {
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
    const { timeZone } = context.edition.site;
    for (const [field, moment] of [
      ['starts', file.facts['starts'] as string | undefined],
      ['ends', file.facts['ends'] as string | undefined],
      ['previously', file.facts['previously'] as string | undefined],
      ['date', file.facts['date'] as string | undefined],
    ] as const) {
      const problem = moment === undefined ? undefined : localTimeProblem(moment, timeZone);
      if (problem !== undefined) context.error(file.file, file.lineOf([field]), field, problem);
      else if (moment !== undefined && meeting && (field === 'date' || field === 'previously')) {
        const years = Math.abs(Number(moment.slice(0, 4)) - Number(meeting.starts.slice(0, 4)));
        if (years > maxYearsAway)
          context.error(
            file.file,
            file.lineOf([field]),
            field,
            `"${written(moment)}" is ${years} years away from the meeting; correct the year`,
          );
      }
    }
    if (starts === undefined) continue;
    if (entry.kind === 'past-hosts' && !starts.startsWith(String(entry.facts.year)))
      context.error(
        file.file,
        file.lineOf(['starts']),
        'starts',
        `"${written(starts)}" isn't in ${entry.facts.year}, the year of this meeting; correct one of them`,
      );
    if (ends !== undefined && before(ends, starts))
      context.error(
        file.file,
        file.lineOf(['ends']),
        'ends',
        `"${written(ends)}" is before the start, "${written(starts)}"; correct one of them`,
      );
    else if (starts.endsWith('T00:00') && ends?.endsWith('T00:00') && ends > starts) {
      const [first, last] = [starts.slice(0, 10), lastDayOf(starts, ends)];
      context.error(
        file.file,
        file.lineOf(['starts']),
        'starts',
        `from midnight to midnight means whole days; write starts: ${first} and ${first === last ? 'delete ends' : `ends: ${last}`}`,
      );
    }
    if (meeting && (entry.kind === 'events' || entry.kind === 'sessions')) {
      for (const [field, moment] of [
        ['starts', starts],
        ['ends', ends],
      ] as const) {
        if (moment === undefined) continue;
        const away = Math.min(daysBetween(moment, meeting.starts), daysBetween(moment, meeting.ends));
        if (away <= maxDaysAway) continue;
        context.error(
          file.file,
          file.lineOf([field]),
          field,
          `"${written(moment)}" is ${away} days away from the meeting; correct the date`,
        );
        // One report: the end usually has the same typo.
        break;
      }
      // A cancelled or postponed item leaves its venue free.
      if (facts.venue !== undefined && facts.status === undefined && starts.includes('T'))
        placed.push({ entry, file: file.file, line: file.lineOf(['starts']), facts });
    }
  }
  placed.forEach((one, index) => {
    const other = placed
      .slice(0, index)
      .find(({ facts }) => facts.venue === one.facts.venue && overlap(facts, one.facts));
    if (other)
      context.error(
        one.file,
        one.line,
        'starts',
        `in the venue "${one.facts.venue}" this overlaps with ${other.file}; correct the times or the venue`,
      );
  });
}

/** As written by editors. */
const written = (moment: string) => moment.replace('T', ' ');

/** A day without a time isn't before any time on that day. */
const before = (end: string, start: string) =>
  end.includes('T') && start.includes('T') ? end < start : end.slice(0, 10) < start.slice(0, 10);

const daysBetween = (a: string, b: string) =>
  Math.abs(Temporal.PlainDate.from(a.slice(0, 10)).until(b.slice(0, 10), { largestUnit: 'days' }).days);

/** Do two items overlap? An item without a known end counts as one minute long. */
function overlap(a: Timed, b: Timed): boolean {
  const end = ({ starts = '', ends }: Timed) => (ends?.includes('T') ? ends : starts);
  const [from, to] = [a.starts as string, b.starts as string];
  return from === to || (from < end(b) && to < end(a));
}
