/** Scenarios that must work in every browser. Each gets the site's address and throws if something is wrong. */
import type { Window } from './drivers.ts';

export type Scenario = (window: Window, site: string) => Promise<void>;

/** Waits until an expression is true in the page. @throws after ten seconds, with the expression */
export async function until(window: Window, expression: string): Promise<void> {
  const end = Date.now() + 10_000;
  for (;;) {
    if (await window.evaluate(`Boolean(${expression})`).catch(() => false)) return;
    if (Date.now() > end) throw new Error(`not true within 10 s: ${expression}`);
    await new Promise((done) => setTimeout(done, 100));
  }
}

export async function same(window: Window, expression: string, expected: unknown): Promise<void> {
  const found = await window.evaluate(expression);
  if (JSON.stringify(found) !== JSON.stringify(expected))
    throw new Error(`${expression} is ${JSON.stringify(found)} instead of ${JSON.stringify(expected)}`);
}

const text = (selector: string) => `(document.querySelector('${selector}')?.textContent ?? '')`;
export const shown = (selector: string) =>
  `[...document.querySelectorAll('${selector}')].filter((one) => one.getClientRects().length > 0).length`;
const sideways = 'document.documentElement.scrollWidth <= document.documentElement.clientWidth';

const addresses = [
  '/',
  '/about/',
  '/programme/',
  '/events/',
  '/network/',
  '/past-hosts/',
  '/search/',
  '/list/',
  '/sources/',
];

export const scenarios: Record<string, Scenario> = {
  'home has its title, font and background; the network page has its maps': async (window, site) => {
    await window.open(`${site}/`);
    await until(window, `document.title !== '' && document.querySelector('h1')`);
    await until(window, `[...document.fonts].some(({ status }) => status === 'loaded')`);
    await same(window, `getComputedStyle(document.body).backgroundColor !== 'rgba(0, 0, 0, 0)'`, true);
    await window.open(`${site}/network/`);
    const maps = `[...document.querySelectorAll('.map-panel img')]`;
    await until(window, `${maps}.length > 1 && ${maps}.every((image) => image.complete && image.naturalWidth > 0)`);
    await same(
      window,
      `${maps}.every(({ clientWidth, clientHeight }) => clientWidth > 100 && clientHeight > 100)`,
      true,
    );
  },

  'nothing scrolls sideways on a phone': async (window, site) => {
    await window.resize(390, 800);
    for (const address of ['', '/pl', '/fr'].flatMap((prefix) => addresses.map((one) => prefix + one))) {
      await window.open(site + address);
      await until(window, `document.readyState === 'complete'`);
      await same(window, sideways, true);
    }
    // On a phone the menu is a popover.
    await window.open(`${site}/`);
    await same(window, shown('#menu a'), 0);
    await window.click('.menu-open');
    await until(window, `${shown('#menu a')} > 3`);
    await window.resize(1280, 900);
  },

  'the programme’s filters work, show counts, update the address and follow the Back button': async (window, site) => {
    await window.open(`${site}/programme/`);
    const all = Number(await window.evaluate(shown('[data-entry]')));
    if (all < 10) throw new Error(`only ${all} entries of the programme are shown`);
    // Where CSS can't open the filters, as in Firefox before 143, the reader has to.
    if (await window.evaluate(`!document.querySelector('.filters label').checkVisibility()`))
      await window.click('.filters summary');
    await window.click('label[for="city-krakow"]');
    await until(window, `location.search === '?city=krakow'`);
    await until(window, `/\\d/.test(${text('[data-left]')})`);
    const left = Number(await window.evaluate(shown('[data-entry]')));
    if (left === 0 || left >= all) throw new Error(`${left} of ${all} entries are shown`);
    await until(window, `${text('[data-left]')}.includes('${left}')`);
    await window.back();
    await until(window, `location.search === '' && ${shown('[data-entry]')} === ${all}`);
    // Selecting the first filter loaded the script, which handles this click.
    await window.click('label[for="city-katowice"]');
    await until(window, `location.search === '?city=katowice'`);
    await window.back();
    await until(window, `location.search === '' && ${shown('[data-entry]')} === ${all}`);
    await window.open(`${site}/programme/?city=katowice`);
    await until(window, `document.querySelector('#city-katowice').checked`);
    await window.open(`${site}/programme/#city-krakow`);
    await until(window, `${shown('[data-entry]')} === ${left}`);
    // Filtering by field hides individual entries, not just whole days.
    await window.open(`${site}/programme/?field=music`);
    await until(window, `document.querySelector('#field-music').checked`);
    const music = `[data-entry][data-in~=' + document.querySelector('#field-music').className + ']`;
    await same(window, `${shown('[data-entry]')} === document.querySelectorAll('${music}').length`, true);
  },

  'the search finds pages in two languages, and results open': async (window, site) => {
    await window.open(`${site}/`);
    await window.click('[data-search-open]');
    await until(window, `document.querySelector('dialog.search-box')?.open`);
    await until(window, `document.querySelector('.search-start a')`);
    await window.type('dialog.search-box input', 'bread');
    await until(window, `document.querySelector('.search-panel .results a')`);
    await window.click('.search-panel .results a');
    await until(window, `location.pathname === '/events/days-of-bread/'`);
    await window.open(`${site}/pl/search/?q=Katowcie`);
    await until(window, `document.querySelector('.search-panel .results a')?.pathname === '/pl/host-cities/katowice/'`);
  },

  'a star button puts an event on the list, which can be shared as a link': async (window, site) => {
    await window.open(`${site}/events/`);
    await window.evaluate('localStorage.clear()');
    await until(window, `'myListReady' in document.documentElement.dataset`);
    await window.click('[data-star="events/electrokilar"]');
    await until(window, `document.querySelector('[data-star="events/electrokilar"]').ariaPressed === 'true'`);
    await window.open(`${site}/list/`);
    await until(window, `${shown('[data-entry-id]')} === 1`);
    await until(window, `document.querySelector('[data-link]').value.endsWith('/list/#v1/events/electrokilar')`);
    await window.evaluate('localStorage.clear()');
    await window.open(`${site}/`);
    await window.open(`${site}/list/#v1/events/electrokilar,days-of-bread`);
    await until(window, `document.querySelector('[data-offer]').open`);
    await window.click('[data-offer] [value=add]');
    await until(window, `${shown('[data-entry-id]')} === 2`);
    await window.evaluate('localStorage.clear()');
  },

  'the chosen theme is kept from page to page': async (window, site) => {
    const ground = 'getComputedStyle(document.body).backgroundColor';
    await window.open(`${site}/`);
    await window.click('[name=theme][value=dark]');
    const dark = await window.evaluate(ground);
    await window.click('[name=theme][value=light]');
    const light = await window.evaluate(ground);
    if (dark === light) throw new Error(`light and dark have the same background, ${String(dark)}`);
    await window.click('[name=theme][value=dark]');
    await window.open(`${site}/pl/programme/`);
    await same(window, 'document.documentElement.dataset.theme', 'dark');
    await same(window, ground, dark);
    await until(window, `document.querySelector('[name=theme][value=dark]').checked`);
    await window.click('[name=theme][value=auto]');
    await same(window, `[document.documentElement.dataset.theme, localStorage.theme].join()`, 'auto,auto');
  },

  'the language switch leads to the same page': async (window, site) => {
    await window.open(`${site}/events/days-of-bread/`);
    await window.click('.languages a[lang=pl]');
    await until(window, `location.pathname === '/pl/events/days-of-bread/' && document.documentElement.lang === 'pl'`);
  },

  'the styles are supported: colours of both themes, and print styles': async (window, site) => {
    await window.open(`${site}/programme/`);
    for (const [property, value] of [
      ['color', 'light-dark(#fff, #000)'],
      ['color', 'oklch(0.5 0.1 200)'],
    ])
      await same(window, `CSS.supports('${property}', '${value}')`, true);
    await same(window, `CSS.supports('selector(:has(a))')`, true);
    await same(
      window,
      `[...document.styleSheets].some((sheet) => [...sheet.cssRules].some((rule) => rule instanceof CSSMediaRule && rule.media.mediaText.includes('print') && rule.cssRules.length > 5))`,
      true,
    );
    await same(window, 'navigator.serviceWorker?.controller ?? null', null);
  },
};
