/**
 * The reader's clock, on pages that were built before the end of the meeting: it updates the status and what is on and
 * next, marks today, and adds the reader's local time where it differs from the meeting's.
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

function tick(clock: Clock): void {
  const { starts, ends, timeZone, status } = clock;
  const now = Date.now();
  const moments = [...all('[data-from]')];
  const spans = moments.map(({ dataset }) => dataset as unknown as Span);
  const { phase, states, runsOut } = lifeAt({ starts, ends }, spans, dayIn(timeZone, now), now);
  moments.forEach((moment, index) => {
    const state = states[index] as State;
    moment.dataset['state'] = state;
    moment.hidden = state !== 'now' && state !== 'next';
  });
  for (const list of all('.moments')) list.hidden = moments.every(({ hidden }) => hidden);
  for (const title of all('[data-in-phase]'))
    title.hidden = (title.dataset['inPhase'] === 'before') !== (phase.name === 'before');
  if (runsOut) void getRest(clock);
  const text = phase.name === 'before' ? counted(status.before, phase.days, 'days') : status[phase.name];
  for (const line of all('.phase')) line.textContent = text;
}

/** Replaces a list of the first moments only by the programme's list of all. After a failure the next tick tries again. */
async function getRest(clock: Clock): Promise<void> {
  const list = document.querySelector<HTMLElement>('[data-rest]');
  const address = list?.dataset['rest'];
  if (!list || address === undefined) return;
  delete list.dataset['rest'];
  try {
    const response = await fetch(address);
    if (!response.ok) throw new Error(response.statusText);
    const programme = new DOMParser().parseFromString(await response.text(), 'text/html');
    list.replaceChildren(...programme.querySelectorAll('.moments [data-from]'));
    for (const hours of list.querySelectorAll<HTMLElement>('.hours')) yourHours(hours, clock.yours);
    tick(clock);
  } catch {
    list.dataset['rest'] = address;
  }
}

/** Marks today, and folds the days that are over as long as there are others. */
function markDays(today: string, last: string): void {
  for (const day of all('details[data-day]'))
    day.toggleAttribute('open', today > last || (day.dataset['day'] as string) >= today);
  for (const link of all('[data-date]'))
    link.setAttribute('aria-current', link.dataset['date'] === today ? 'date' : 'false');
}

/** Adds the reader's local hours to the meeting's, with the weekday where the day differs too. */
function yourHours(hours: HTMLElement, yours: string): void {
  let differs = false;
  let day = '';
  const instants = [...hours.querySelectorAll('time')].flatMap(({ dateTime, dataset }) => [
    dateTime,
    ...(dataset['ends'] === undefined ? [] : [dataset['ends']]),
  ]);
  const local = instants.map((dateTime) => {
    const date = new Date(dateTime);
    // The same moment as the reader's clock shows it, in the form in which the meeting's is written.
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
