import type { Entry } from '../edition.ts';
import { takesPlace } from '../items.ts';
import { originals, type ReadFile, type RuleContext } from './helpers/context.ts';

/** Reports schedule changes that contradict each other. */
export function checkScheduleChanges(context: RuleContext): void {
  const meeting = context.edition.entries.meeting[0];
  for (const { entry, file } of originals(context)) {
    if (entry.kind !== 'meeting' && entry.kind !== 'events' && entry.kind !== 'sessions') continue;
    check(context, entry, file);
    if (entry.kind === 'sessions' && meeting && !takesPlace(meeting) && takesPlace(entry))
      context.note(
        file.file,
        1,
        'status',
        `the meeting is ${meeting.facts.status} but this session isn't; add status: ${meeting.facts.status} unless it takes place`,
      );
  }
}

function check(
  context: RuleContext,
  { facts }: Entry<'meeting'> | Entry<'events'> | Entry<'sessions'>,
  file: ReadFile,
): void {
  const error = (field: string, message: string) => context.error(file.file, file.lineOf([field]), field, message);
  const { status, full, starts, previously, price } = facts;
  if (status !== undefined && full) error('full', `this can't be both ${status} and fully booked; delete one of them`);
  if (previously !== undefined && starts === undefined)
    error(
      'previously',
      `"${written(previously)}" is an earlier start without a new one; add starts, or write it as starts with status: postponed`,
    );
  if (previously !== undefined && previously === starts)
    error('previously', `"${written(previously)}" is also the start; correct starts, or delete previously`);
  if (price && 'admission' in facts && facts.admission === 'free')
    error('price', `admission is free, but this says ${price.amount} ${price.currency}; delete one of them`);
}

/** As written by editors. */
const written = (moment: string) => moment.replace('T', ' ');
