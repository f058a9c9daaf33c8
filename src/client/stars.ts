/**
 * The stars: each keeps a session or event on the reader's own list. Loaded by the first line (first.ts) where a page has
 * stars or the list itself.
 */
import { toggled } from './picks.ts';
import { openStore } from './store.ts';

const all = (selector: string) => document.querySelectorAll<HTMLElement>(selector);

const store = openStore(show);
let shown: (() => void) | undefined;

/** Says on each star whether it is lit, and beside each link to the list how many are. */
function show(): void {
  const picks = store.read();
  for (const star of all('[data-star]'))
    star.setAttribute('aria-pressed', String(picks.includes(star.dataset['star'] ?? '')));
  for (const count of all('[data-list-count]')) count.textContent = picks.length > 0 ? `(${picks.length})` : '';
  shown?.();
}

let told = false;

addEventListener('click', (event) => {
  const [note] = all('[data-list-refused]');
  const pick = (event.target as Element).closest<HTMLElement>('[data-star]')?.dataset['star'];
  // What was told once goes with the next step.
  if (note) note.textContent = '';
  if (pick === undefined) return;
  store.write(toggled(store.read(), pick));
  if (!store.refused() || !note || told) return;
  told = true;
  note.textContent = note.dataset['listRefused'] ?? '';
});

show();
const there = () => (document.documentElement.dataset['stars'] = '');

// The page of the list has a module of its own, named there. A bundle that is loaded by address keeps no exports, so the
// list is handed over in an event; the module gives back what shows it. Where it doesn't come, the page says what to do
// instead, as it does without scripts.
const [page] = all('[data-list]');
if (!page) there();
else
  void import(/* @vite-ignore */ page.dataset['list'] as string).then(
    () => {
      there();
      dispatchEvent(new CustomEvent('own-list', { detail: { store, ready: (show: () => void) => (shown = show) } }));
    },
    () => undefined,
  );
