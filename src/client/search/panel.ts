/** The panel below a search field: the number of results, the facets and the results. */
import type { Box } from '../../search/box.ts';
import { facetNames, type Facet } from '../../search/shared/site-words.ts';
import { formatPlural } from '../plural.ts';
import {
  answer,
  resultsPerPage,
  first,
  load,
  otherAnswers,
  type Answer,
  type Hit,
  type OtherAnswer,
} from './answer.ts';
import { element } from './element.ts';
import { forget } from './engine.ts';
import { hitElement } from './hit.ts';

const { lang } = document.documentElement;
/** Debounce of queries, in milliseconds. */
const debounce = 150;
/** The status says that a search is running after this many milliseconds. */
const searchingAfter = 600;
/** Timeout of a search, in milliseconds. */
const timeout = 30_000;

export interface Panel {
  elements: HTMLElement[];
  /** The last of the elements, below the results. */
  below: HTMLElement;
  /** Shows the results for a query, or the starting points for ''. Resolves once they are shown. */
  ask: (question: string) => Promise<void>;
  chosen: Record<Facet, string>;
}

/**
 * @param box     loads the words; called again after a failure
 * @param status  live region; its data attributes have the messages needed before the words are loaded
 * @param input   the field, which gets the focus if a focused button is removed
 * @param link    address of the search page, which has the index of all pages
 * @param changed called when the reader chooses a facet
 */
export function makePanel(
  box: () => Promise<Box>,
  status: HTMLElement,
  input: HTMLInputElement,
  link: string,
  changed?: () => void,
): Panel {
  const { failed = '', searching = '' } = status.dataset;
  const aside = element('p', { className: 'remark search-aside', hidden: true });
  const facets = element('div', { className: 'search-facets', hidden: true });
  const results = element('ol', { className: 'results', 'data-search-results': '' });
  const more = element('button', { type: 'button', className: 'search-more', hidden: true });
  const below = element('div', { className: 'search-below' });
  const chosen: Record<Facet, string> = { type: '', city: '', field: '' };
  let turn = 0;
  let current: Answer | undefined;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  /** A query that must not be corrected. */
  let literal = '';

  async function ask(question: string): Promise<void> {
    const now = ++turn;
    const asked = question.trim();
    if (asked === '') return trying(now, begin(now));
    results.ariaBusy = 'true';
    clearTimeout(waiting);
    waiting = setTimeout(() => (status.textContent = searching), searchingAfter);
    await new Promise((done) => setTimeout(done, debounce));
    if (now !== turn) return;
    const answering = answer(asked, lang, literal === asked).then(async (answered) => {
      if (now === turn) await show(answered, asked, now);
    });
    await trying(now, answering);
    if (now === turn) results.ariaBusy = 'false';
  }

  /** Reports a failure or timeout. The next query tries again. */
  async function trying(now: number, work: Promise<void>): Promise<void> {
    let clock: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<never>((_, refuse) => (clock = setTimeout(refuse, timeout)));
    try {
      await Promise.race([work, late]);
    } catch {
      if (now === turn) fail();
    } finally {
      clearTimeout(clock);
    }
  }

  async function begin(now: number): Promise<void> {
    const { words, start } = await box();
    if (now !== turn) return;
    clear(words.start);
    below.replaceChildren(
      element('h2', {}, words.begin),
      ...start.map(({ title, href, entries }) =>
        element(
          'section',
          { className: 'search-start' },
          element('h3', {}, element('a', { href }, title)),
          element('ul', {}, ...entries.map((entry) => element('li', {}, element('a', { href: entry.href, lang: entry.lang }, entry.title)))), // prettier-ignore
        ),
      ),
    );
  }

  /** Empties the panel. @param message shown and announced */
  function clear(message: string): void {
    current = undefined;
    clearTimeout(waiting);
    results.ariaBusy = 'false';
    status.textContent = message;
    aside.hidden = facets.hidden = more.hidden = true;
    results.replaceChildren();
    below.replaceChildren();
  }

  function fail(): void {
    turn++;
    forget();
    clear(failed);
    const addLink = ({ words }: Box) => {
      if (status.textContent === failed && !below.hasChildNodes()) below.append(indexLink(words.index));
    };
    box().then(addLink, () => undefined);
  }

  const indexLink = (title: string) => element('a', { className: 'search-index', href: `${link}#index` }, title);

  /** Shows a complete answer at once, to avoid layout shift. */
  async function show(answered: Answer, question: string, now: number): Promise<void> {
    const { words } = await box();
    const hits = answered.hits.filter((hit) => facetNames.every((facet) => fits(hit, facet)));
    const { top, named } = await first(hits, answered.shown, answered.endings);
    if (now !== turn) return;
    clearTimeout(waiting);
    current = answered;
    const { shown } = answered;
    status.textContent =
      hits.length > 0
        ? formatPlural(words.results, hits.length).replace('{query}', () => shown)
        : words.none.replace('{query}', () => shown);
    const remarks = [
      ...(answered.corrected ? [instead(words.instead, question)] : []),
      ...(answered.some ? [words.some] : []),
    ];
    aside.replaceChildren(...remarks);
    aside.hidden = remarks.length === 0;
    updateFacets(answered, words);
    results.replaceChildren(...top.map((one) => hitElement(one)));
    offerMore(hits.slice(resultsPerPage), words);
    below.replaceChildren(...(hits.length === 0 ? nothing(answered, words) : []));
    const others = named
      ? []
      : await otherAnswers(question, answered, await box(), new URL(link).pathname).catch(() => []);
    if (now !== turn) return;
    below.append(...others.map((other) => elsewhere(other, words)));
    // Until now the status said that nothing was found.
    if (hits.length === 0 && others[0])
      status.textContent = others.map(({ count, language }) => foreign(words, count, language.name)).join(' ');
  }

  const fits = (hit: Hit, facet: Facet) => chosen[facet] === '' || hit.about[facet].includes(chosen[facet]);

  function instead(text: string, question: string): HTMLElement {
    const again = () => {
      literal = question;
      input.focus();
      void ask(question);
    };
    return element(
      'button',
      { type: 'button', click: again },
      text.replace('{query}', () => question),
    );
  }

  /** Suggestions for when nothing was found. */
  function nothing({ hits }: Answer, words: Box['words']): HTMLElement[] {
    const all = () => {
      for (const facet of facetNames) chosen[facet] = '';
      input.focus();
      changed?.();
      void ask(input.value);
    };
    return [
      ...(hits.length > 0 ? [element('button', { type: 'button', click: all }, words.unfilter)] : []),
      indexLink(words.index),
    ];
  }

  /** Updates the facets. Each value shows how many results it has, given the other facets. */
  function updateFacets({ hits, facets: values }: Answer, words: Box['words']): void {
    const offered = facetNames.filter((facet) => values[facet].length > 1);
    if (!facets.hasChildNodes()) facets.append(...offered.map((facet) => choice(facet, words[facet])));
    for (const facet of offered) {
      const rest = hits.filter((hit) => facetNames.every((other) => other === facet || fits(hit, other)));
      const options = values[facet].flatMap(([slug, name]) => {
        const count = rest.filter(({ about }) => about[facet].includes(slug)).length;
        if (count === 0 && chosen[facet] !== slug) return [];
        return [new Option(`${name} (${number(count)})`, slug, false, chosen[facet] === slug)];
      });
      // Only the options change, so that the select keeps the focus.
      facets.querySelector(`[name=${facet}]`)?.replaceChildren(new Option(words.all, ''), ...options);
    }
    facets.hidden = offered.length === 0 || hits.length === 0;
  }

  function choice(facet: Facet, label: string): HTMLElement {
    const choose = (event: Event) => {
      chosen[facet] = (event.target as HTMLSelectElement).value;
      changed?.();
      const now = ++turn;
      if (current) void trying(now, show(current, input.value.trim(), now));
    };
    return element('label', {}, element('span', {}, label), element('select', { name: facet, change: choose }));
  }

  function offerMore(rest: readonly Hit[], words: Box['words']): void {
    const next = rest.slice(0, resultsPerPage);
    more.hidden = next.length === 0;
    more.textContent = formatPlural(words.more, next.length);
    more.onclick = () => {
      const now = turn;
      const loading = load(next).then((loaded) => {
        if (now !== turn) return;
        const items = loaded.map((one) => hitElement(one));
        results.append(...items);
        items[0]?.querySelector('a')?.focus();
        offerMore(rest.slice(resultsPerPage), words);
      });
      void trying(now, loading);
    };
  }

  function elsewhere({ language, count, shown, found }: OtherAnswer, words: Box['words']): HTMLElement {
    const { code, name, dir = 'ltr', search } = language;
    const all = `${search}?q=${encodeURIComponent(shown)}`;
    return element(
      'section',
      { className: 'search-elsewhere' },
      element('h2', {}, element('a', { href: all, hreflang: code }, foreign(words, count, name))),
      element('ol', { className: 'results' }, ...found.map((one) => hitElement(one, { code, dir }))),
    );
  }

  return { elements: [aside, facets, results, more, below], below, ask, chosen };
}

const foreign = (words: Box['words'], count: number, language: string): string =>
  formatPlural(words.elsewhere, count).replace('{language}', () => language);

const number = (value: number): string => new Intl.NumberFormat(lang).format(value);
