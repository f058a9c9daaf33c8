/**
 * The star buttons: each adds a session or event to My list. Loaded by the inline script (inline.ts) on pages that have
 * star buttons or the list itself.
 */
import type { MyListDetail } from './page.ts';
import { toggled } from './ids.ts';
import { openStorage } from './storage.ts';

const all = (selector: string) => document.querySelectorAll<HTMLElement>(selector);

const [movedElement] = all('[data-moved-ids]');
const moved = JSON.parse(movedElement?.dataset['movedIds'] ?? '{}') as Record<string, string>;
const storage = openStorage(moved, show);
let showList: (() => void) | undefined;

/** Updates the state of each star, and the number of entries next to each link to the list. */
function show(): void {
  const ids = storage.read();
  for (const star of all('[data-star]'))
    star.setAttribute('aria-pressed', String(ids.includes(star.dataset['star'] ?? '')));
  for (const count of all('[data-count]')) count.textContent = ids.length > 0 ? `(${ids.length})` : '';
  showList?.();
}

let warned = false;

addEventListener('click', (event) => {
  const [warning] = all('[data-refused]');
  const id = (event.target as Element).closest<HTMLElement>('[data-star]')?.dataset['star'];
  if (warning) warning.textContent = '';
  if (id === undefined) return;
  storage.write(toggled(storage.read(), id));
  if (!storage.refused() || !warning || warned) return;
  warned = true;
  warning.textContent = warning.dataset['refused'] ?? '';
});

show();
const ready = () => (document.documentElement.dataset['myListReady'] = '');

// The list page has its own module. The bundle of a module that is loaded by its URL has no exports, so the two
// communicate with an event. Without the module, the page is the same as without JavaScript.
const [list] = all('[data-my-list]');
if (!list) ready();
else
  void import(/* @vite-ignore */ list.dataset['myList'] as string).then(
    () => {
      ready();
      const detail: MyListDetail = { storage, moved, ready: (show) => (showList = show) };
      dispatchEvent(new CustomEvent('my-list', { detail }));
    },
    () => undefined,
  );
