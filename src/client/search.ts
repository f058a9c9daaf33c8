/**
 * The search box: a dialog anywhere, or the form of the search page. A small interface of our own on Pagefind's API,
 * whose index and engine are loaded here and not before.
 */
import type { Box } from '../search/box.ts';
import { facetNames } from '../search/shared/site-words.ts';
import { element } from './search/element.ts';
import { engineOf, json } from './search/engine.ts';
import { makePanel, type Panel } from './search/panel.ts';
import styles from '../theme/search-box.css?inline';

// Sent by the first line (first.ts); the bundle of a module that is loaded by address keeps no exports.
addEventListener('site-search', (event) => search(Boolean((event as CustomEvent).detail)));

// Made by script, as the policy lets no style into the page.
const sheet = new CSSStyleSheet();
sheet.replaceSync(styles);
document.adoptedStyleSheets.push(sheet);

let box: Promise<Box> | undefined;
let dialog: HTMLDialogElement | undefined;
let inPage: Panel | undefined;

/** @param here true to answer in the search page itself, else in a dialog */
function search(here: boolean): void {
  const link = document.querySelector<HTMLAnchorElement>('[data-search-open]');
  const form = document.querySelector<HTMLFormElement>('[data-search-page]');
  if (!link) return;
  // It was said before, and holds no more.
  const note = document.querySelector('#no-search');
  if (note) note.textContent = '';
  loaded(link).catch(() => undefined);
  engineOf(document.documentElement.lang).catch(() => undefined);
  if (form) searchInPage(form, link, here);
  else openSearch(link);
}

/** Opens the search over the page. @param link the search link of the page's head, which carries the words */
function openSearch(link: HTMLAnchorElement): void {
  dialog ??= makeDialog(link);
  if (!dialog.open) dialog.showModal();
  dialog.querySelector('input')?.select();
}

function makeDialog(link: HTMLAnchorElement): HTMLDialogElement {
  const { label = '', close = '' } = link.dataset;
  const input = element('input', {
    type: 'search',
    name: 'q',
    autocomplete: 'off',
    autocapitalize: 'off',
    spellcheck: false,
    enterKeyHint: 'search',
    placeholder: label,
    'aria-label': label,
  });
  const made: HTMLDialogElement = element('dialog', { className: 'search-box', 'aria-label': label });
  const panel = makePanel(() => loaded(link), link.dataset['failed'] ?? '', input, link.href);
  let latest = Promise.resolve();
  const submit = async (event: Event) => {
    event.preventDefault();
    await latest;
    made.querySelector<HTMLAnchorElement>('.results a')?.click();
  };
  const form = element(
    'form',
    { role: 'search', submit },
    input,
    element('button', { type: 'button', click: () => made.close() }, close),
  );
  const keys = element('p', { className: 'search-keys', 'aria-hidden': 'true' });
  void loaded(link).then(({ words }) => (keys.textContent = words.keys), () => undefined); // prettier-ignore
  made.append(form, element('div', { className: 'search-panel' }, ...panel.elements), keys);
  input.addEventListener('input', () => (latest = panel.ask(input.value)));
  made.addEventListener('keydown', (event) => walk(event, input, made));
  // A click beside the box closes it, as people expect.
  made.addEventListener('click', (event) => event.target === made && made.close());
  document.body.append(made);
  latest = panel.ask('');
  return made;
}

/** What the box says and offers; fetched again where that failed. */
function loaded(link: HTMLAnchorElement): Promise<Box> {
  box ??= json<Box>(new URL('box.json', link.href).href);
  box.catch(() => (box = undefined));
  return box;
}

/** The up and down keys go from the field through the results and back. */
function walk(event: KeyboardEvent, input: HTMLInputElement, within: HTMLElement): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const target = event.target as HTMLElement;
  if (step === undefined || event.ctrlKey || event.metaKey || event.altKey || target.matches('select')) return;
  const stops = [input, ...within.querySelectorAll<HTMLElement>('.search-panel a')];
  const at = stops.indexOf(target);
  if (at < 0) return;
  event.preventDefault();
  stops[Math.max(0, at + step)]?.focus();
}

/** Searches for what the search page's form or address asks, and shows it in place of the index. */
function searchInPage(form: HTMLFormElement, link: HTMLAnchorElement, here: boolean): void {
  const input = form.elements.namedItem('q') as HTMLInputElement;
  if (!here) input.select();
  if (inPage) return void inPage.ask(input.value);
  const index = document.querySelector<HTMLElement>('[data-site-index]');
  const address = new URL(location.href);
  const write = () => {
    const url = new URL(location.href);
    for (const [name, value] of Object.entries({ q: input.value.trim(), ...panel.chosen }))
      if (value === '') url.searchParams.delete(name);
      else url.searchParams.set(name, value);
    history.replaceState(history.state, '', url);
  };
  const panel = makePanel(() => loaded(link), link.dataset['failed'] ?? '', input, link.href, write);
  const whole = element('div', { className: 'search-panel' }, ...panel.elements);
  inPage = panel;
  for (const facet of facetNames) panel.chosen[facet] = address.searchParams.get(facet) ?? '';
  if (input.value === '') input.value = address.searchParams.get('q') ?? '';
  const ask = async () => {
    write();
    const asked = input.value.trim() !== '';
    whole.hidden = !asked;
    if (!asked && index) index.hidden = false;
    await panel.ask(input.value);
    // The index comes back where it is the best that there is.
    if (index && input.value.trim() !== '') index.hidden = whole.querySelector('.results a') !== null;
  };
  form.after(whole);
  form.addEventListener('keydown', (event) => walk(event, input, form.parentElement ?? form));
  whole.addEventListener('keydown', (event) => walk(event, input, form.parentElement ?? form));
  input.addEventListener('input', () => void ask());
  void ask();
}
