/**
 * Writes the filters of a list into the address and counts the remaining entries. CSS hides the others, with or
 * without this script (theme/filter-styles.ts).
 */
import { fits } from '../calendar/facets.ts';
import { formatPlural } from './plural.ts';

const filters = document.querySelector<HTMLElement>('[data-filters]');
const tally = filters?.querySelector<HTMLElement>('[data-left]');
const radios = [...(filters?.querySelectorAll<HTMLInputElement>('input') ?? [])];
const every = radios.filter((radio) => radio.value === '');
const names = every.map(({ name }) => name);

/** The radio button of a value; "all" for an unknown one. */
const radioOf = (name: string, value: string) =>
  radios.find((radio) => radio.name === name && radio.value === value) ?? every.find((radio) => radio.name === name);

/** Checks the radio buttons of the values in the address: first the query, then the fragment. */
function readAddress(): void {
  const query = new URLSearchParams(location.search);
  for (const name of names) {
    const radio = radioOf(name, query.get(name) ?? '');
    if (radio) radio.checked = true;
  }
  readFragment();
}

/** The fragment's value applies while "all" is checked in its group. */
function readFragment(): void {
  const named = radioNamed(location.hash);
  if (named && every.some(({ name, checked }) => checked && name === named.name)) named.checked = true;
}

const radioNamed = (hash: string) => radios.find(({ id, value }) => value !== '' && hash === `#${id}`);

/** Writes the filters into the query, and removes a fragment that set one. */
function writeAddress(way: 'pushState' | 'replaceState'): void {
  const url = new URL(location.href);
  for (const { name, value, checked } of radios) {
    if (value === '') url.searchParams.delete(name);
    else if (checked) url.searchParams.set(name, value);
  }
  if (radioNamed(url.hash)) url.hash = '';
  if (url.href !== location.href) history[way](null, '', url);
}

/** Shows how many entries match all filters, and opens collapsed days if CSS can't. */
function showCount(): void {
  const chosen = radios.filter(({ checked, value }) => checked && value !== '').map(({ className }) => className);
  const entries = [...document.querySelectorAll<HTMLElement>('[data-entry]')];
  const left = entries.filter(({ dataset }) => fits(dataset['in']?.split(' ') ?? [], chosen)).length;
  // In other browsers, CSS opens collapsed days (theme/programme.css).
  if (chosen.length > 0 && !CSS.supports('selector(::details-content)'))
    for (const day of document.querySelectorAll<HTMLDetailsElement>('details[data-day]')) day.open = true;
  if (tally)
    tally.textContent = formatPlural(JSON.parse(tally.dataset['left'] ?? '{}') as Record<string, string>, left);
}

const someChosen = () => radios.some(({ checked, value }) => checked && value !== '');

if (filters) {
  // From now on this script handles the fragment instead of CSS.
  for (const radio of every) radio.dataset['all'] = '';
  const inQuery = names.some((name) => new URLSearchParams(location.search).has(name));
  // Without a query, the reader's first choice loaded this script, and needs a history entry.
  const way = !inQuery && someChosen() ? 'pushState' : 'replaceState';
  if (inQuery) readAddress();
  else readFragment();
  writeAddress(way);
  if (someChosen()) showCount();

  filters.addEventListener('change', () => {
    writeAddress('pushState');
    showCount();
  });
  filters.querySelector<HTMLElement>('[data-reset]')?.addEventListener('click', (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    for (const radio of every) radio.checked = true;
    writeAddress('pushState');
    showCount();
    // The link that had the focus is hidden now.
    every[0]?.focus();
  });
  addEventListener('popstate', () => {
    readAddress();
    writeAddress('replaceState');
    showCount();
  });
}
