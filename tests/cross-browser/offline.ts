/** Scenarios for the copy that `npm run offline` makes: what must work in every browser without a server. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { unzipSync } from 'fflate';
import { builtOn, run } from '../helpers/build.ts';
import { same, shown, until, type Scenario } from './scenarios.ts';

/** Where copies are made and unpacked: a folder whose name has a space and a non-ASCII letter. */
export const copyFolder = 'tests/.built/kopia świata';

/** Makes the copy of a built site as a zip file. @throws with the command's output */
export async function makeCopy(site: string, name: string, environment: Record<string, string> = {}): Promise<Buffer> {
  const zip = join(copyFolder, name);
  const { code, output } = await run('offline.ts', ['--site', site, '--out', zip], {
    SITE_DATE: builtOn,
    ...environment,
  });
  if (code !== 0) throw new Error(`could not make a copy of ${site}:\n${output}`);
  return readFileSync(zip);
}

/** Makes and unpacks the copy of a built site. @returns the address of its folder, without a trailing slash */
export async function unpackCopy(site: string): Promise<string> {
  rmSync(copyFolder, { recursive: true, force: true });
  for (const [file, data] of Object.entries(unzipSync(await makeCopy(site, 'copy.zip')))) {
    mkdirSync(dirname(join(copyFolder, file)), { recursive: true });
    writeFileSync(join(copyFolder, file), data);
  }
  return pathToFileURL(resolve(copyFolder)).href;
}

export const offlineScenarios: Record<string, Scenario> = {
  'a copy without a server: its cover page leads to the site, which has its styles, font and maps': async (
    window,
    copy,
  ) => {
    await window.open(`${copy}/index.html`);
    await same(window, `document.querySelectorAll('section[lang]').length`, 2);
    await window.click('.page-head a[href^=site]');
    await until(window, `location.pathname.endsWith('/site/index.html') && document.readyState === 'complete'`);
    await until(window, `[...document.fonts].some(({ status }) => status === 'loaded')`);
    await same(window, `[...document.fonts].some(({ status }) => status === 'error')`, false);
    await same(window, `[...document.styleSheets].every((sheet) => sheet.href)`, true);
    await same(window, `getComputedStyle(document.body).backgroundColor !== 'rgba(0, 0, 0, 0)'`, true);
    await window.click('a[href="network/index.html"]');
    const maps = `[...document.querySelectorAll('.map-panel img')]`;
    await until(window, `${maps}.length > 1 && ${maps}.every((image) => image.complete && image.naturalWidth > 0)`);
  },

  'a copy without a server: the language switch works, and the index replaces the search': async (window, copy) => {
    await window.open(`${copy}/site/events/days-of-bread/index.html`);
    await window.click('.languages a[lang=pl]');
    await until(window, `location.pathname.endsWith('/site/pl/events/days-of-bread/index.html')`);
    await same(window, `document.documentElement.lang`, 'pl');
    await window.click('.search-open');
    await until(window, `location.pathname.endsWith('/site/pl/search/index.html')`);
    await same(window, shown('input, button:not(.menu-open)'), 0);
    await window.click('[data-site-index] a[href$="katowice/index.html"]');
    await until(window, `location.pathname.endsWith('/site/pl/host-cities/katowice/index.html')`);
  },

  'a copy without a server: the programme’s filters and the menu on a phone work': async (window, copy) => {
    const programme = `${copy}/site/programme/index.html`;
    await window.open(programme);
    const all = Number(await window.evaluate(shown('[data-entry]')));
    // The filters are already open if the browser supports `::details-content`.
    if ((await window.evaluate(shown('.filters summary'))) === 1) await window.click('.filters summary');
    await window.click('label[for="city-krakow"]');
    await until(window, `${shown('[data-entry]')} < ${all}`);
    const left = Number(await window.evaluate(shown('[data-entry]')));
    if (left === 0) throw new Error('no entry is shown');
    await same(window, shown('.part'), 1);
    await window.click('.part a');
    await until(window, `${shown('[data-entry]')} === ${all}`);
    await window.open(`${copy}/site/index.html`);
    await window.open(`${programme}#city-krakow`);
    await until(window, `${shown('[data-entry]')} === ${left}`);
    await window.resize(390, 800);
    await window.open(`${copy}/site/index.html`);
    await window.click('.menu-open');
    await until(window, `${shown('#menu a')} > 3`);
    await window.resize(1280, 900);
  },
};
