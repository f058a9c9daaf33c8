/**
 * The search, in the dialog of every page or the form of the search page: a small user interface for Pagefind's API.
 * The inline script (inline.ts) opens the dialog and loads this module.
 */
import type { Box } from '../search/box.ts';
import { facetNames } from '../search/shared/site-words.ts';
import { element } from './search/element.ts';
import { engineOf, json } from './search/engine.ts';
import { makePanel, type Panel } from './search/panel.ts';
import styles from '../theme/search-results.css?inline';

/** `history.state` while the dialog is open; the query and facets are stored when the reader follows a result. */
interface SearchState {
  search?: Record<string, string>;
}

// A constructed stylesheet, because the security policy allows no style element.
const sheet = new CSSStyleSheet();
sheet.replaceSync(styles);
document.adoptedStyleSheets.push(sheet);

let box: Promise<Box> | undefined;
let started = false;

// Sent by the inline script whenever the search is opened or its field gets the focus.
addEventListener('site-search', () => {
  const host = document.querySelector<HTMLElement>('[data-search]');
  if (!host || started) return;
  started = true;
  engineOf(document.documentElement.lang).catch(() => undefined);
  if (host instanceof HTMLDialogElement) searchInDialog(host);
  else searchInPage(host as HTMLFormElement);
});

function searchInDialog(dialog: HTMLDialogElement): void {
  const [form, input] = [
    dialog.querySelector('form') as HTMLFormElement,
    dialog.querySelector('input') as HTMLInputElement,
  ];
  const status = dialog.querySelector('[role=status]') as HTMLElement;
  const panel = makePanel(() => loadBox(form), status, input, form.action);
  Object.assign(panel.chosen, choicesIn((history.state as SearchState | null)?.search ?? {}));
  let latest = panel.ask(input.value);
  input.addEventListener('input', () => {
    latest = panel.ask(input.value);
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void latest.then(() => dialog.querySelector<HTMLAnchorElement>('.results a')?.click());
  });
  dialog.addEventListener('keydown', (event) => moveFocus(event, input, dialog));
  dialog.addEventListener('click', ({ target }) => {
    // A click on the backdrop.
    if (target === dialog) dialog.close();
    if ((target as Element).closest('a'))
      history.replaceState({ search: { q: input.value, ...panel.chosen } } satisfies SearchState, '');
  });
  const keys = element('p', { className: 'search-keys', 'aria-hidden': 'true' });
  void loadBox(form).then(({ words }) => (keys.textContent = words.keys), () => undefined); // prettier-ignore
  status.after(...panel.elements);
  panel.below.append(dialog.querySelector('.search-wait') ?? '');
  dialog.append(keys);
}

/** The chosen facet values in a query or a stored state. */
const choicesIn = (values: Record<string, string>): Panel['chosen'] =>
  Object.fromEntries(facetNames.map((facet) => [facet, values[facet] ?? ''])) as Panel['chosen'];

/**
 * Loads the words and starting points of the search, and loads them again after a failure.
 * @param form with the search page's address as its action
 */
function loadBox(form: HTMLFormElement): Promise<Box> {
  box ??= json<Box>(new URL('box.json', form.action).href);
  box.catch(() => (box = undefined));
  return box;
}

/** The arrow keys move the focus from the field through the results and back. */
function moveFocus(event: KeyboardEvent, input: HTMLInputElement, within: HTMLElement): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const target = event.target as HTMLElement;
  if (step === undefined || event.ctrlKey || event.metaKey || event.altKey || target.matches('select')) return;
  const stops = [input, ...within.querySelectorAll<HTMLElement>('.search-panel a')];
  const at = stops.indexOf(target);
  if (at < 0) return;
  event.preventDefault();
  stops[Math.max(0, at + step)]?.focus();
}

/** Shows results for the query in the search page's form or address, instead of the A–Z index. */
function searchInPage(form: HTMLFormElement): void {
  const input = form.elements.namedItem('q') as HTMLInputElement;
  const index = document.querySelector<HTMLElement>('[data-site-index]');
  const query = new URL(location.href).searchParams;
  const writeAddress = () => {
    const url = new URL(location.href);
    for (const [name, value] of Object.entries({ q: input.value.trim(), ...panel.chosen }))
      if (value === '') url.searchParams.delete(name);
      else url.searchParams.set(name, value);
    history.replaceState(history.state, '', url);
  };
  const status = form.querySelector('[role=status]') as HTMLElement;
  const panel = makePanel(() => loadBox(form), status, input, form.action, writeAddress);
  const container = element('div', { className: 'search-panel' }, status, ...panel.elements);
  Object.assign(panel.chosen, choicesIn(Object.fromEntries(query)));
  if (input.value === '') input.value = query.get('q') ?? '';
  const ask = async () => {
    writeAddress();
    const empty = input.value.trim() === '';
    container.hidden = empty;
    if (empty && index) index.hidden = false;
    await panel.ask(input.value);
    // The A–Z index stays if nothing was found.
    if (index && input.value.trim() !== '') index.hidden = container.querySelector('.results a') !== null;
  };
  form.after(container);
  const within = form.parentElement ?? form;
  for (const part of [form, container] as HTMLElement[])
    part.addEventListener('keydown', (event) => moveFocus(event, input, within));
  input.addEventListener('input', () => void ask());
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void ask();
  });
  void ask();
}
