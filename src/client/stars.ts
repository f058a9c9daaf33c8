/**
 * The stars: each adds a session or event to the reader's list. Loaded by the inline script (inline.ts) on pages that
 * have stars or the list itself.
 */
import type { OwnListDetail } from './list.ts';
import { toggled } from './picks.ts';
import { openStore } from './store.ts';

const all = (selector: string) => document.querySelectorAll<HTMLElement>(selector);

const [movedElement] = all('[data-moved]');
const moved = JSON.parse(movedElement?.dataset['moved'] ?? '{}') as Record<string, string>;
const store = openStore(moved, show);
let showList: (() => void) | undefined;

/** Updates the state of each star, and the number of entries next to each link to the list. */
function show(): void {
  const picks = store.read();
  for (const star of all('[data-star]'))
    star.setAttribute('aria-pressed', String(picks.includes(star.dataset['star'] ?? '')));
  for (const count of all('[data-list-count]')) count.textContent = picks.length > 0 ? `(${picks.length})` : '';
  showList?.();
}

let warned = false;

addEventListener('click', (event) => {
  const [warning] = all('[data-list-refused]');
  const pick = (event.target as Element).closest<HTMLElement>('[data-star]')?.dataset['star'];
  if (warning) warning.textContent = '';
  if (pick === undefined) return;
  store.write(toggled(store.read(), pick));
  if (!store.refused() || !warning || warned) return;
  warned = true;
  warning.textContent = warning.dataset['listRefused'] ?? '';
});

show();
const ready = () => (document.documentElement.dataset['stars'] = '');

// The list page has its own module. The bundle of a module that is loaded by its URL has no exports, so the two
// communicate with an event. Without the module, the page is the same as without JavaScript.
const [list] = all('[data-list]');
if (!list) ready();
else
  void import(/* @vite-ignore */ list.dataset['list'] as string).then(
    () => {
      ready();
      const detail: OwnListDetail = { store, moved, ready: (show) => (showList = show) };
      dispatchEvent(new CustomEvent('own-list', { detail }));
    },
    () => undefined,
  );
