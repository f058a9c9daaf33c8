import { allItems, type Item, lastDayOf } from '../model/items.ts';
import { programmeOf } from '../calendar/programme.ts';
import { dayOf, formatDays, hasTime, spanOf, timeOf } from '../calendar/moments.ts';
import { lifeAt, type Life, type Span, type State } from '../calendar/now-and-next.ts';
import { pluralForms } from '../i18n/plurals.ts';
import type { PageContext } from '../i18n/page-context.ts';
import type { Entry } from '../model/edition.ts';
import { memo } from '../model/memo.ts';
import { meetingValues } from './facts.ts';
import { timelineOf, type TimelineEntry } from './timeline.ts';

/** A session or event at the moment of the build. */
export interface Moment extends Span {
  item: Item;
  state: State;
  /** What is said of it while it is on: "started at 21:00", "until 12:30". */
  meanwhile: string;
}

/** What the reader's clock knows of the meeting. */
export interface Clock {
  /** False when nothing can change any more: the meeting and its events are over. */
  runs: boolean;
  /** How the meeting stands, for each phase; before it with a form per plural category and `{days}` to fill in. */
  status: { before: Record<string, string>; during: string; after: string };
  starts: string;
  ends: string;
  timeZone: string;
}

export interface LifeOfPage extends Clock {
  phase: Life['phase'];
  status: Clock['status'] & { now: string };
  /** The day that it is in the meeting's zone. */
  today: string;
  /** What isn't over, in order. Empty when nothing can change any more. */
  moments: Moment[];
  /** The meeting that followed. */
  following: TimelineEntry | undefined;
}

/**
 * The moments for a page: the programme has all, so that the reader's clock is right until the end; other pages have the
 * first ones, and the address of the rest if there is any.
 */
export function momentsOn(page: PageContext, { moments }: LifeOfPage): { moments: Moment[]; rest: string | undefined } {
  const most = page.address === '/programme/' ? Infinity : 24;
  return { moments: moments.slice(0, most), rest: moments.length > most ? page.link('/programme/') : undefined };
}

/** Which life the site leads at a moment, in words. @param now a moment in the meeting's zone */
export const lifeOf = (page: PageContext, now: Temporal.ZonedDateTime): LifeOfPage =>
  memo(page.edition, `life in ${page.lang} at ${now.epochMilliseconds}`, () => makeLife(page, now));

function makeLife(page: PageContext, now: Temporal.ZonedDateTime): LifeOfPage {
  const { edition, t } = page;
  const { timeZone } = edition.site;
  const { facts } = edition.entries.meeting[0] as Entry<'meeting'>;
  const meeting = { starts: dayOf(facts.starts), ends: lastDayOf(facts.starts, facts.ends) };
  const { long, days } = programmeOf(allItems(edition));
  const all = [...long, ...days.flatMap(({ items }) => items)]
    .map((item) => ({
      item,
      ...spanOf(item.facts.starts as string, item.facts.ends, timeZone),
      meanwhile: meanwhile(page, item),
    }))
    .sort((a, b) => Date.parse(a.from) - Date.parse(b.from) || Date.parse(a.to) - Date.parse(b.to));
  const today = now.toPlainDate().toString();
  const { phase, states } = lifeAt(meeting, all, today, now.epochMilliseconds);
  const moments = all.map((moment, index) => ({ ...moment, state: states[index] as State }));

  const status = {
    before: pluralForms(page, 'home.before', 'days'),
    during: t('home.during'),
    after: t('home.after', { dates: meetingValues(page).dates }),
  };
  const line = timelineOf(page);
  const coming = moments.filter(({ state }) => state !== 'past');
  return {
    runs: phase.name !== 'after' || coming.length > 0,
    phase,
    status: { ...status, now: phase.name === 'before' ? t('home.before', { days: phase.days }) : status[phase.name] },
    ...meeting,
    timeZone,
    today,
    moments: coming,
    following: line
      .slice(line.findIndex(({ current }) => current) + 1)
      .find(({ status: how }) => how !== 'unconfirmed'),
  };
}

/** What a thing that is on says of its hours: nothing is invented where no end is known. */
function meanwhile({ t, lang }: PageContext, { facts: { starts = '', ends } }: Item): string {
  if (ends === undefined)
    return hasTime(starts) ? t('life.started', { time: timeOf(starts) as string }) : t('life.today');
  const last = lastDayOf(starts, ends);
  if (last !== dayOf(starts))
    return t('life.until-day', { day: formatDays(lang, last, undefined, { day: 'numeric', month: 'long' }) });
  return hasTime(ends) ? t('life.until-time', { time: timeOf(ends) as string }) : t('life.today');
}
