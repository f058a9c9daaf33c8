/**
 * Script for pages built before the end of the meeting. Using the reader's clock, it updates the status and
 * what is on now and next, marks today, and adds the reader's local time if it differs from the meeting's.
 */
import { dayIn, statusAt, type Span, type State } from '../calendar/now-and-next.ts';
import { localeOf } from '../i18n/locale.ts';
import { formatPlural } from './plural.ts';

interface Clock {
  starts: string;
  ends: string;
  timeZone: string;
  texts: { before: Record<string, string>; during: string; after: string };
  /** "{time} your time" */
  yours: string;
}

const all = (selector: string) => document.querySelectorAll<HTMLElement>(selector);
/** The data on this script's element. */
const { starts, ends, timeZone, texts, yours } = JSON.parse(
  all('[data-clock]')[0]?.dataset['clock'] as string,
) as Clock;

tick();
setInterval(tick, 60_000);
markDays(dayIn(timeZone, Date.now()));

/** Updates everything that changes with time. */
export function tick(): void {
  const now = Date.now();
  const scheduled = [...all('[data-from]')];
  const spans = scheduled.map(({ dataset }) => dataset as unknown as Span);
  const { phase, states } = statusAt({ starts, ends }, spans, dayIn(timeZone, now), now);
  scheduled.forEach((item, index) => {
    const state = states[index] as State;
    item.dataset['state'] = state;
    item.hidden = state !== 'now' && state !== 'next';
  });
  for (const list of all('.now-and-next')) list.hidden = scheduled.every(({ hidden }) => hidden);
  for (const title of all('[data-in-phase]'))
    title.hidden = (title.dataset['inPhase'] === 'before') !== (phase.name === 'before');
  for (const line of all('.phase'))
    line.textContent = phase.name === 'before' ? formatPlural(texts.before, phase.days, 'days') : texts[phase.name];
  for (const hours of all('.hours:not(:has(.yours))')) addLocalHours(hours);
}

/** Marks today, and collapses past days while the meeting isn't over. */
function markDays(today: string): void {
  for (const day of all('details[data-day]'))
    day.toggleAttribute('open', today > ends || (day.dataset['day'] as string) >= today);
  for (const link of all('[data-date]'))
    link.setAttribute('aria-current', link.dataset['date'] === today ? 'date' : 'false');
}

/** Adds the reader's local times where they differ from the meeting's, with the weekday if the day differs too. */
function addLocalHours(hours: HTMLElement): void {
  let differs = false as boolean;
  let day = '';
  const local = [...hours.querySelectorAll('time')]
    .flatMap(({ dateTime, dataset }) => [dateTime, dataset['ends'] ?? []].flat())
    .map((instant) => {
      const date = new Date(instant);
      // The Swedish format is the same as in the attribute.
      const [ownDay, ownTime] = date.toLocaleString('sv').split(' ') as [string, string];
      differs ||= !instant.startsWith(`${ownDay}T${ownTime.slice(0, 5)}`);
      const otherDay = !(day || instant).startsWith(ownDay);
      day = ownDay;
      return date.toLocaleString(localeOf(document.documentElement.lang), {
        weekday: otherDay ? 'short' : undefined,
        hour: '2-digit',
        minute: '2-digit',
        hourCycle: 'h23',
        numberingSystem: 'latn',
      });
    });
  if (!differs) return;
  const beside = document.createElement('span');
  beside.className = 'yours';
  beside.textContent = yours.replace('{time}', local.join('–'));
  hours.append(' ', beside);
}
