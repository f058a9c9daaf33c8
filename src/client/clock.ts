/**
 * The reader's clock, on pages built before the meeting's end: updates the phase and what is on and next, marks today, and
 * adds the reader's local time where it differs.
 */
import { dayIn, lifeAt, type Span, type State } from '../calendar/now-and-next.ts';
import { localeOf } from '../i18n/locale.ts';
import { counted } from './counted.ts';

interface Clock {
  starts: string;
  ends: string;
  timeZone: string;
  status: { before: Record<string, string>; during: string; after: string };
  /** "{time} your time" */
  yours: string;
}

const { lang } = document.documentElement;
const data = document.querySelector<HTMLElement>('[data-clock]')?.dataset['clock'];
const all = (selector: string) => document.querySelectorAll<HTMLElement>(selector);

if (data) {
  const clock = JSON.parse(data) as Clock;
  tick(clock);
  setInterval(() => tick(clock), 60_000);
  markDays(dayIn(clock.timeZone, Date.now()), clock.ends);
  for (const hours of all('.hours')) yourHours(hours, clock.yours);
}

function tick({ starts, ends, timeZone, status }: Clock): void {
  const now = Date.now();
  const moments = [...all('[data-from]')];
  const spans = moments.map(({ dataset }) => dataset as unknown as Span);
  const { phase, states } = lifeAt({ starts, ends }, spans, dayIn(timeZone, now), now);
  moments.forEach((moment, index) => {
    const state = states[index] as State;
    moment.dataset['state'] = state;
    moment.hidden = state !== 'now' && state !== 'next';
  });
  for (const list of all('.moments')) list.hidden = moments.every(({ hidden }) => hidden);
  for (const title of all('[data-in-phase]'))
    title.hidden = (title.dataset['inPhase'] === 'before') !== (phase.name === 'before');
  const said = phase.name === 'before' ? counted(status.before, phase.days, 'days') : status[phase.name];
  for (const line of all('.phase')) line.textContent = said;
}

/** Marks today, and collapses past days while the meeting isn't over. */
function markDays(today: string, last: string): void {
  for (const day of all('details[data-day]'))
    day.toggleAttribute('open', today > last || (day.dataset['day'] as string) >= today);
  for (const link of all('[data-date]'))
    link.setAttribute('aria-current', link.dataset['date'] === today ? 'date' : 'false');
}

/** Adds the reader's local time, with the weekday if it is another day. */
function yourHours(hours: HTMLElement, yours: string): void {
  let differs = false as boolean;
  let day = '';
  const local = [...hours.querySelectorAll('time')].map(({ dateTime }) => {
    const date = new Date(dateTime);
    // The reader's local time, in the format of the `datetime` attribute.
    const own = new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString();
    differs ||= own.slice(0, 16) !== dateTime.slice(0, 16);
    const otherDay = own.slice(0, 10) !== (day || dateTime.slice(0, 10));
    day = own.slice(0, 10);
    return date.toLocaleString(localeOf(lang), {
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
