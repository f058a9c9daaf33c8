/**
 * The search box: a dialog anywhere, or the form of the search page. A small interface of our own on Pagefind's API,
 * whose index and engine are loaded here and not before.
 */
import { counted } from './counted.ts';

interface Found {
  url: string;
  excerpt: string;
  meta: Record<string, string>;
}
interface Pagefind {
  init: () => Promise<void>;
  options: (options: object) => Promise<void>;
  debouncedSearch: (query: string) => Promise<{ results: { data: () => Promise<Found> }[] } | null>;
}

/** Results shown at once; more than that nobody reads. */
const most = 20;

let engine: Promise<Pagefind> | undefined;
function pagefind(): Promise<Pagefind> {
  engine ??= (async () => {
    const address = '/pagefind/pagefind.js';
    const loaded = (await import(/* @vite-ignore */ address)) as Pagefind;
    await loaded.options({ ranking: { metaWeights: { title: 8 } }, excerptLength: 20 });
    await loaded.init();
    return loaded;
  })();
  // A failed download may succeed the next time.
  engine.catch(() => (engine = undefined));
  return engine;
}

/** The words of the interface, fetched with the search so that no page carries them. */
interface Words {
  results: Record<string, string>;
  none: string;
  failed: string;
}
let words: Promise<Words> | undefined;
const interfaceWords = (address: string) =>
  (words ??= fetch(address).then((response) => {
    if (!response.ok) throw new Error(String(response.status));
    return response.json() as Promise<Words>;
  }));

let dialog: HTMLDialogElement | undefined;

// Sent by the first line (first.ts); the bundle of a module that is loaded by address keeps no exports.
addEventListener('site-search', (event) => void search(Boolean((event as CustomEvent).detail)));

/** @param inPage true to answer in the search page itself, else in a dialog */
async function search(inPage?: boolean): Promise<void> {
  const link = document.querySelector<HTMLAnchorElement>('[data-search-open]');
  const form = document.querySelector<HTMLFormElement>('[data-search-page]');
  if (!link) return;
  if (inPage && form) await searchInPage(form, link);
  else openSearch(link);
}

/** Opens the search over the page. @param link the search link of the page's head, which carries the words */
function openSearch(link: HTMLAnchorElement): void {
  if (!dialog) {
    const { label = '', close = '', start = '' } = link.dataset;
    dialog = document.createElement('dialog');
    dialog.className = 'search-box';
    dialog.setAttribute('aria-label', label);
    const form = document.createElement('form');
    form.setAttribute('role', 'search');
    form.method = 'dialog';
    const input = field(label);
    const button = document.createElement('button');
    button.textContent = close;
    button.type = 'button';
    button.addEventListener('click', () => dialog?.close());
    form.append(input, button);
    const hint = document.createElement('p');
    hint.className = 'remark';
    hint.textContent = start;
    const list = resultList();
    dialog.append(form, hint, list.status, list.results);
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      list.results.querySelector('a')?.click();
    });
    input.addEventListener('input', () => {
      hint.hidden = input.value.trim() !== '';
      void show(input.value, list, link.href);
    });
    // A click beside the box closes it, as people expect.
    dialog.addEventListener('click', (event) => {
      if (event.target === dialog) dialog.close();
    });
    document.body.append(dialog);
  }
  if (!dialog.open) dialog.showModal();
  dialog.querySelector('input')?.select();
  pagefind().catch(() => undefined);
}

let pageList: ResultList | undefined;

/** Searches for what the search page's form or address asks, and shows it above the index. */
async function searchInPage(form: HTMLFormElement, link: HTMLAnchorElement): Promise<void> {
  const input = form.elements.namedItem('q') as HTMLInputElement;
  const address = new URL(location.href);
  if (!pageList) {
    pageList = resultList();
    form.after(pageList.status, pageList.results);
    if (input.value === '') input.value = address.searchParams.get('q') ?? '';
    const list = pageList;
    const ask = async () => {
      const url = new URL(location.href);
      if (input.value.trim() === '') url.searchParams.delete('q');
      else url.searchParams.set('q', input.value.trim());
      history.replaceState(history.state, '', url);
      await show(input.value, list, link.href);
    };
    input.addEventListener('input', () => void ask());
    return ask();
  }
  await show(input.value, pageList, link.href);
}

interface ResultList {
  status: HTMLElement;
  results: HTMLElement;
}
function resultList(): ResultList {
  const status = document.createElement('p');
  status.className = 'remark';
  status.setAttribute('role', 'status');
  const results = document.createElement('ol');
  results.className = 'results';
  results.dataset['searchResults'] = '';
  return { status, results };
}

function field(label: string): HTMLInputElement {
  const input = document.createElement('input');
  input.type = 'search';
  input.name = 'q';
  input.autocomplete = 'off';
  input.spellcheck = false;
  input.setAttribute('aria-label', label);
  return input;
}

let asked = 0;
async function show(query: string, { status, results }: ResultList, indexAddress: string): Promise<void> {
  const turn = ++asked;
  const question = query.trim();
  if (question === '') {
    results.replaceChildren();
    status.textContent = '';
    return;
  }
  const spoken = interfaceWords(new URL('words.json', indexAddress).href);
  let found: Found[];
  let count: number;
  try {
    const answer = await (await pagefind()).debouncedSearch(question);
    if (answer === null || turn !== asked) return;
    count = answer.results.length;
    found = await Promise.all(answer.results.slice(0, most).map((result) => result.data()));
  } catch {
    if (turn !== asked) return;
    results.replaceChildren();
    status.textContent = await spoken.then(({ failed }) => failed).catch(() => '⚠');
    return;
  }
  const said = await spoken.catch(() => undefined);
  if (turn !== asked) return;
  results.replaceChildren(...found.map(hit));
  status.textContent = said ? sentence(said, count, question) : String(count);
}

/** "3 results for …", in the language's own plural. */
function sentence({ results, none }: Words, count: number, query: string): string {
  if (count === 0) return none.replace('{query}', query);
  return counted(results, count).replace('{query}', query);
}

function hit({ url, excerpt, meta }: Found): HTMLLIElement {
  const item = document.createElement('li');
  const link = document.createElement('a');
  link.href = url;
  link.textContent = meta['title'] ?? url;
  const about = document.createElement('p');
  about.className = 'meta';
  about.textContent = [meta['section'], meta['city']].filter(Boolean).join(' · ');
  const text = document.createElement('p');
  text.className = 'excerpt';
  // Pagefind marks what it found with <mark> and escapes all else; parsed, not inserted, so that only marks survive.
  for (const node of new DOMParser().parseFromString(excerpt, 'text/html').body.childNodes) {
    if (node.nodeName !== 'MARK') {
      text.append(node.textContent ?? '');
      continue;
    }
    const mark = document.createElement('mark');
    mark.textContent = node.textContent;
    text.append(mark);
  }
  item.append(link, about, text);
  return item;
}
