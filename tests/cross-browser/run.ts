/**
 * `npm run test:browsers`: runs the scenarios in Firefox and in WebKitGTK, whose engine is closest to Safari's. Both
 * come from Debian packages. `npm test` runs the same scenarios in Chromium.
 */
import '../../scripts/lib/uncaught-errors.ts';
import { existsSync } from 'node:fs';
import { serve } from '../../scripts/lib/server.ts';
import { buildSite } from '../helpers/build.ts';
import { firefox, webkit, type Window } from './drivers.ts';
import { offlineScenarios, unpackCopy } from './offline.ts';
import { scenarios } from './scenarios.ts';

const find = (...places: string[]) => places.find((place) => existsSync(place));
const programs = {
  firefox: find('/usr/bin/firefox-esr', '/usr/bin/firefox'),
  driver: find('/usr/bin/WebKitWebDriver'),
  display: find('/usr/bin/Xvfb'),
  browser: find(
    ...['x86_64', 'aarch64'].flatMap((machine) =>
      ['4.1', '4.0'].map((version) => `/usr/lib/${machine}-linux-gnu/webkit2gtk-${version}/MiniBrowser`),
    ),
  ),
};
const { driver, display, browser } = programs;
if (!programs.firefox || !driver || !display || !browser) {
  process.stderr.write(
    'This needs Firefox and WebKitGTK. On Debian: apt-get install firefox-esr webkit2gtk-driver xvfb\n',
  );
  process.exit(1);
}

const browsers: Record<string, () => Promise<Window>> = {
  Firefox: () => firefox(programs.firefox as string),
  WebKitGTK: () => webkit({ driver, display, browser }),
};
const only = process.argv[2]?.toLowerCase();
const site = await buildSite('main');
const { server, url } = await serve(site, 0, '127.0.0.1');
const copy = await unpackCopy(site);
const all = [
  ...Object.entries(scenarios).map(([title, scenario]) => ({ title, scenario, at: url })),
  ...Object.entries(offlineScenarios).map(([title, scenario]) => ({ title, scenario, at: copy })),
];
let failed = 0;
let passed = 0;
for (const [name, start] of Object.entries(browsers)) {
  if (only && !name.toLowerCase().includes(only)) continue;
  const window = await start();
  await window.resize(1280, 900);
  for (const { title, scenario, at } of all) {
    const before = window.faults()?.length ?? 0;
    const failure = await scenario(window, at).then(
      () => window.faults()?.slice(before).join('; ') ?? '',
      (error: unknown) => (error instanceof Error ? error.message : String(error)),
    );
    if (failure === '') passed++;
    else failed++;
    process.stdout.write(
      `${failure === '' ? 'ok    ' : 'FAILED'}  ${name}: ${title}${failure === '' ? '' : `\n        ${failure.split('\n')[0]}`}\n`,
    );
  }
  await window.close();
}
server.close();
process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exit(failed > 0 ? 1 : 0);
