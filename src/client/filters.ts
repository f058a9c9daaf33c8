/**
 * Keeps what is chosen in the programme in the address, so that it can be shared, reloaded and gone back to, and says how
 * many entries are left. What shows is decided by styles alone, with this script or without (styles/choices.ts).
 */
import { fits } from '../calendar/facets.ts';
import { counted } from './counted.ts';

const filters = document.querySelector<HTMLElement>('[data-filters]');
const tally = filters?.querySelector<HTMLElement>('[data-left]');
const radios = [...(filters?.querySelectorAll<HTMLInputElement>('input') ?? [])];
const every = radios.filter((radio) => radio.value === '');
const names = every.map(({ name }) => name);

/** The button of a value; an unknown value chooses everything. */
const radioOf = (name: string, value: string) =>
  radios.find((radio) => radio.name === name && radio.value === value) ?? every.find((radio) => radio.name === name);

/** Checks what the address says: the query first, then the value that a fragment names. */
function readAddress(): void {
  const query = new URLSearchParams(location.search);
  for (const name of names) {
    const radio = radioOf(name, query.get(name) ?? '');
    if (radio) radio.checked = true;
  }
  readFragment();
}

/** A value that the fragment names counts while everything is chosen in its group. */
function readFragment(): void {
  const named = radioNamed(location.hash);
  if (named && every.some(({ name, checked }) => checked && name === named.name)) named.checked = true;
}

const radioNamed = (hash: string) => radios.find(({ id, value }) => value !== '' && hash === `#${id}`);

/** Writes what is chosen into the address; a fragment that chose something is in the query then. */
function writeAddress(way: 'pushState' | 'replaceState'): void {
  const url = new URL(location.href);
  for (const { name, value, checked } of radios) {
    if (value === '') url.searchParams.delete(name);
    else if (checked) url.searchParams.set(name, value);
  }
  if (radioNamed(url.hash)) url.hash = '';
  if (url.href !== location.href) history[way](null, '', url);
}

/** Says how many entries are left: those that have the codes of all that is chosen. */
function tell(): void {
  const chosen = radios.filter(({ checked, value }) => checked && value !== '').map(({ className }) => className);
  const entries = [...document.querySelectorAll<HTMLElement>('[data-entry]')];
  const left = entries.filter(({ dataset }) => fits(dataset['in']?.split(' ') ?? [], chosen)).length;
  if (tally) tally.textContent = counted(JSON.parse(tally.dataset['left'] ?? '{}') as Record<string, string>, left);
}

const someChosen = () => radios.some(({ checked, value }) => checked && value !== '');

if (filters) {
  // From here on the fragment chooses through its button, and no more by itself.
  for (const radio of every) radio.dataset['all'] = '';
  const asked = names.some((name) => new URLSearchParams(location.search).has(name));
  // Without a question in the address the reader's first choice loaded this, and may have been made already.
  const way = !asked && someChosen() ? 'pushState' : 'replaceState';
  if (asked) readAddress();
  else readFragment();
  writeAddress(way);
  if (someChosen()) tell();

  filters.addEventListener('change', () => {
    writeAddress('pushState');
    tell();
  });
  filters.querySelector<HTMLElement>('[data-reset]')?.addEventListener('click', (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    for (const radio of every) radio.checked = true;
    writeAddress('pushState');
    tell();
    // The link that had the focus is gone now.
    every[0]?.focus();
  });
  addEventListener('popstate', () => {
    readAddress();
    writeAddress('replaceState');
    tell();
  });
}
