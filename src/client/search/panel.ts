/** What stands below a search field: how many were found, by what to narrow them down, and the results. */
import type { Box } from '../../search/box.ts';
import { facetNames, type Facet } from '../../search/shared/site-words.ts';
import { counted } from '../counted.ts';
import { answer, atOnce, first, load, otherAnswers, type Answer, type Hit, type OtherAnswer } from './answer.ts';
import { element } from './element.ts';
import { forget } from './engine.ts';
import { hitElement } from './hit.ts';

const { lang } = document.documentElement;
/** Pause after a keystroke, in milliseconds: long enough that a word typed at once is asked once. */
const pause = 150;
/** After this time, in milliseconds, a reader wants to hear that something goes on. */
const patience = 600;
/** After this time, in milliseconds, nothing will come any more; a phone at the edge of its network has had its first answer long before. */
const limit = 30_000;

export interface Panel {
  elements: HTMLElement[];
  /** Shows what is found for a question; '' shows where to begin. @returns when it stands there */
  ask: (question: string) => Promise<void>;
  chosen: Record<Facet, string>;
}

/**
 * @param box     what the interface says; asked anew after it failed
 * @param failed  what to say where even that can't be loaded
 * @param input   the field, which gets the focus back where what had it goes away
 * @param link    address of the search page, which has the index of everything
 * @param changed told when the reader narrows the results down
 */
export function makePanel(
  box: () => Promise<Box>,
  failed: string,
  input: HTMLInputElement,
  link: string,
  changed?: () => void,
): Panel {
  const status = element('p', { className: 'remark search-status', role: 'status' });
  const aside = element('p', { className: 'remark search-aside', hidden: true });
  const facets = element('div', { className: 'search-facets', hidden: true });
  const results = element('ol', { className: 'results', 'data-search-results': '' });
  const more = element('button', { type: 'button', className: 'search-more', hidden: true });
  const below = element('div', { className: 'search-below' });
  const chosen: Record<Facet, string> = { type: '', city: '', field: '' };
  let turn = 0;
  let current: Answer | undefined;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  /** A question that shall not be mended. */
  let literal = '';

  async function ask(question: string): Promise<void> {
    const now = ++turn;
    const asked = question.trim();
    if (asked === '') return trying(now, begin(now));
    results.ariaBusy = 'true';
    clearTimeout(waiting);
    waiting = setTimeout(() => void patiently(now), patience);
    await new Promise((done) => setTimeout(done, pause));
    if (now !== turn) return;
    const answering = answer(asked, lang, literal === asked).then(async (answered) => {
      if (now === turn) await show(answered, asked, now);
    });
    await trying(now, answering);
    if (now === turn) results.ariaBusy = 'false';
  }

  /** Says so where something can't be loaded, or doesn't come. What was tried is tried anew with the next question. */
  async function trying(now: number, work: Promise<void>): Promise<void> {
    let clock: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<never>((_, refuse) => (clock = setTimeout(refuse, limit)));
    try {
      await Promise.race([work, late]);
    } catch {
      if (now === turn) fail();
    } finally {
      clearTimeout(clock);
    }
  }

  async function patiently(now: number): Promise<void> {
    const words = await said();
    if (now === turn && words) status.textContent = words.searching;
  }

  /** What the interface says; undefined where it can't be loaded. */
  const said = () => box().then(({ words }) => words, () => undefined); // prettier-ignore

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

  /** Empties the panel. @param said what is announced */
  function clear(said: string): void {
    current = undefined;
    clearTimeout(waiting);
    results.ariaBusy = 'false';
    status.textContent = said;
    aside.hidden = facets.hidden = more.hidden = true;
    results.replaceChildren();
    below.replaceChildren();
  }

  function fail(): void {
    turn++;
    forget();
    clear(failed);
    void said().then((words) => {
      if (words && status.textContent === failed && !below.hasChildNodes()) below.append(indexLink(words.index));
    });
  }

  const indexLink = (title: string) => element('a', { className: 'search-index', href: `${link}#index` }, title);

  /** Everything that depends on the answer, put there at once, so that nothing moves while it is read. */
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
        ? counted(words.results, hits.length).replace('{query}', () => shown)
        : words.none.replace('{query}', () => shown);
    const remarks = [
      ...(answered.mended ? [instead(words.instead, question)] : []),
      ...(answered.some ? [words.some] : []),
    ];
    aside.replaceChildren(...remarks);
    aside.hidden = remarks.length === 0;
    narrowing(answered, words);
    results.replaceChildren(...top.map((one) => hitElement(one)));
    offerMore(hits.slice(atOnce), words);
    below.replaceChildren(...(hits.length === 0 ? nothing(answered, words) : []));
    const others = named
      ? []
      : await otherAnswers(question, answered, await box(), new URL(link).pathname).catch(() => []);
    if (now !== turn) return;
    below.append(...others.map((other) => elsewhere(other, words)));
    // Where nothing was found before, that is news.
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

  /** What to do where nothing was found. */
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

  /** A choice for each facet, with how many there are of each value among what the other choices leave. */
  function narrowing({ hits, facets: values }: Answer, words: Box['words']): void {
    const offered = facetNames.filter((facet) => values[facet].length > 1);
    if (!facets.hasChildNodes()) facets.append(...offered.map((facet) => choice(facet, words[facet])));
    for (const facet of offered) {
      const rest = hits.filter((hit) => facetNames.every((other) => other === facet || fits(hit, other)));
      const options = values[facet].flatMap(([slug, name]) => {
        const count = rest.filter(({ about }) => about[facet].includes(slug)).length;
        if (count === 0 && chosen[facet] !== slug) return [];
        return [new Option(`${name} (${number(count)})`, slug, false, chosen[facet] === slug)];
      });
      // The field itself stays, and with it the focus.
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
    const next = rest.slice(0, atOnce);
    more.hidden = next.length === 0;
    more.textContent = counted(words.more, next.length);
    more.onclick = () => {
      const now = turn;
      const loading = load(next).then((loaded) => {
        if (now !== turn) return;
        const items = loaded.map((one) => hitElement(one));
        results.append(...items);
        items[0]?.querySelector('a')?.focus();
        offerMore(rest.slice(atOnce), words);
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

  return { elements: [status, aside, facets, results, more, below], ask, chosen };
}

const foreign = (words: Box['words'], count: number, language: string): string =>
  counted(words.elsewhere, count).replace('{language}', () => language);

const number = (value: number): string => new Intl.NumberFormat(lang).format(value);
