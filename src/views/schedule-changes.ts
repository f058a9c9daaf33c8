/** Notices of schedule changes, which pages show above everything else. */
import {
  isScheduled,
  noticeOf,
  statusLabelsOf,
  type Notice,
  type ScheduledEntry,
  type StatusLabel,
} from '../calendar/status-labels.ts';
import type { PageContext } from '../i18n/page-context.ts';
import type { Edition, Entry } from '../model/edition.ts';
import { allItems, takesPlace } from '../model/items.ts';
import { memo } from '../model/memo.ts';
import { whenOf } from './when.ts';

export interface ScheduleNotice {
  statusLabels: StatusLabel[];
  /** The labels in a sentence: "It was planned for 12 June 2027, 09:00." */
  text: string;
  /** The editor's own sentence. */
  notice: Notice | undefined;
  /** The entry, on pages other than its own. */
  of: ReturnType<PageContext['ref']> | undefined;
}

/** The notices at the top of a page: those of the meeting on every page, and those of the page's own entry. */
export function noticesOn(page: PageContext): ScheduleNotice[] {
  const { entry } = page;
  const meeting = page.edition.entries.meeting[0];
  const own = isScheduled(entry) && entry.kind !== 'meeting' ? [entry] : [];
  return [...(meeting ? [meeting] : []), ...own].flatMap((one) => {
    const statusLabels = statusLabelsOf(page, one);
    const notice = noticeOf(page, one);
    if (statusLabels.length === 0 && !notice) return [];
    return [{ statusLabels, text: explained(page, one), notice, of: one === entry ? undefined : page.ref(one) }];
  });
}

/** The change in a sentence, with the original date; '' if there is none. */
function explained(page: PageContext, entry: ScheduledEntry): string {
  const { t } = page;
  const { status, starts, ends, previously } = entry.facts;
  const date = (from: string, to?: string) => whenOf(page, from, to).text;
  if (status === 'postponed' && starts !== undefined) return t('plans.postponed-text', { date: date(starts, ends) });
  if (status === undefined && previously !== undefined) return t('plans.moved-text', { date: date(previously) });
  return '';
}

/** Does anything in the edition have a status label or a notice, so that its pages need styles for them? */
export const hasScheduleChanges = (edition: Edition): boolean =>
  memo(edition, 'has changes', () =>
    [...edition.entries.meeting, ...allItems(edition)].some(
      ({ facts, translations }) =>
        facts.status !== undefined ||
        facts.previously !== undefined ||
        facts.full !== undefined ||
        Object.values(translations).some(({ notice }) => notice !== undefined),
    ),
  );

/** The status of the meeting in a sentence, shown instead of the countdown; undefined if it takes place. */
export function meetingOff(page: PageContext, meeting: Entry<'meeting'>): string | undefined {
  if (takesPlace(meeting)) return undefined;
  return page.t(meeting.facts.status === 'cancelled' ? 'plans.meeting-cancelled' : 'plans.meeting-postponed');
}
