import { allItems, type Item, lastDayOf, takesPlace } from '../model/items.ts';
import { programmeOf } from '../calendar/programme.ts';
import { dayOf, formatDays, hasTime, spanOf, timeOf } from '../calendar/dates-and-times.ts';
import { statusAt, type Status, type Span, type State } from '../calendar/now-and-next.ts';
import { pluralForms } from '../i18n/plurals.ts';
import type { PageContext } from '../i18n/page-context.ts';
import type { Entry } from '../model/edition.ts';
import { memo } from '../model/memo.ts';
import { meetingValues } from './meeting.ts';
import { meetingOff } from './schedule-changes.ts';
import { timelineOf, type TimelineEntry } from './timeline.ts';

/** A session or event with its state at build time. */
export interface ScheduledItem extends Span {
  item: Item;
  state: State;
  /** The text that is shown while it is on: "started at 21:00", "until 12:30". */
  meanwhile: string;
}

/** The data for the reader's clock (client/clock.ts). */
export interface Clock {
  /** False once the meeting and its events are over, so that nothing changes any more. */
  runs: boolean;
  /** The text for each phase; `before` has one for each plural form, with the placeholder `{days}`. */
  texts: { before: Record<string, string>; during: string; after: string };
  starts: string;
  ends: string;
  timeZone: string;
}

export interface MeetingStatus extends Clock {
  phase: Status['phase'];
  texts: Clock['texts'] & { now: string };
  /** Today in the meeting's time zone. */
  today: string;
  /** False if the meeting is cancelled or postponed. */
  takesPlace: boolean;
  /** Sessions and events that take place and aren't over, sorted by start. */
  scheduled: ScheduledItem[];
  /** The first confirmed meeting after this one. */
  following: TimelineEntry | undefined;
}

/**
 * The scheduled items for a page: the programme has all of them, so that the reader's clock is right until the end;
 * other pages have the first ones, and the address of the rest if there are more.
 */
export function scheduledOn(
  page: PageContext,
  { scheduled }: MeetingStatus,
): { scheduled: ScheduledItem[]; rest: string | undefined } {
  const limit = page.address === '/programme/' ? Infinity : 24;
  return {
    scheduled: scheduled.slice(0, limit),
    rest: scheduled.length > limit ? page.link('/programme/') : undefined,
  };
}

/** The status of the meeting at a given time. @param now in the meeting's time zone */
export const meetingStatusOf = (page: PageContext, now: Temporal.ZonedDateTime): MeetingStatus =>
  memo(page.edition, `status in ${page.lang} at ${now.epochMilliseconds}`, () => makeStatus(page, now));

function makeStatus(page: PageContext, now: Temporal.ZonedDateTime): MeetingStatus {
  const { edition, t } = page;
  const { timeZone } = edition.site;
  const entry = edition.entries.meeting[0] as Entry<'meeting'>;
  const { facts } = entry;
  const meeting = { starts: dayOf(facts.starts), ends: lastDayOf(facts.starts, facts.ends) };
  const { multiDay, days } = programmeOf(allItems(edition).filter(takesPlace));
  const all = [...multiDay, ...days.flatMap(({ items }) => items)]
    .map((item) => ({
      item,
      ...spanOf(item.facts.starts as string, item.facts.ends, timeZone),
      meanwhile: meanwhile(page, item),
    }))
    .sort((a, b) => Date.parse(a.from) - Date.parse(b.from) || Date.parse(a.to) - Date.parse(b.to));
  const today = now.toPlainDate().toString();
  const { phase, states } = statusAt(meeting, all, today, now.epochMilliseconds);
  const scheduled = all.map((item, index) => ({ ...item, state: states[index] as State }));

  const off = meetingOff(page, entry);
  const before = pluralForms(page, 'home.before', 'days');
  const texts = {
    before: off === undefined ? before : Object.fromEntries(Object.keys(before).map((form) => [form, off])),
    during: off ?? t('home.during'),
    after: off ?? t('home.after', { dates: meetingValues(page).dates }),
  };
  const timeline = timelineOf(page, now);
  const coming = scheduled.filter(({ state }) => state !== 'past');
  return {
    runs: phase.name !== 'after' || coming.length > 0,
    phase,
    texts: {
      ...texts,
      now: phase.name === 'before' ? (off ?? t('home.before', { days: phase.days })) : texts[phase.name],
    },
    takesPlace: off === undefined,
    ...meeting,
    timeZone,
    today,
    scheduled: coming,
    following: timeline
      .slice(timeline.findIndex(({ current }) => current) + 1)
      .find(({ status: how }) => how !== 'unconfirmed'),
  };
}

/** The times of a current item. */
function meanwhile({ t, lang }: PageContext, { facts: { starts = '', ends } }: Item): string {
  if (ends === undefined)
    return hasTime(starts) ? t('phase.started', { time: timeOf(starts) as string }) : t('phase.today');
  const last = lastDayOf(starts, ends);
  if (last !== dayOf(starts))
    return t('phase.until-day', { day: formatDays(lang, last, undefined, { day: 'numeric', month: 'long' }) });
  return hasTime(ends) ? t('phase.until-time', { time: timeOf(ends) as string }) : t('phase.today');
}
