/**
 * clock.ts for a page that lists only the first few of many sessions and events: when fewer upcoming ones are left than
 * it should show, it fetches the complete list from the programme.
 */
import { nextCount } from '../calendar/now-and-next.ts';
import { tick } from './clock.ts';

async function refill(): Promise<void> {
  const list = document.querySelector<HTMLElement>('[data-rest]');
  if (!list || list.querySelectorAll('[data-state=next]').length >= nextCount) return;
  const response = await fetch(list.dataset['rest'] as string);
  if (!response.ok) return;
  const programme = new DOMParser().parseFromString(await response.text(), 'text/html');
  list.replaceChildren(...programme.querySelectorAll('.now-and-next [data-from]'));
  list.removeAttribute('data-rest');
  tick();
}

// If there is no connection, it tries again a minute later.
const attempt = () => void refill().catch(() => undefined);
attempt();
setInterval(attempt, 60_000);
