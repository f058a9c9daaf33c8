/**
 * `npm run screenshots`: screenshots of each kind of page at 390 and 1280 px, light and dark, in each language, and a
 * contact sheet of them all: screenshots/index.html, and screenshots/sheet-<language>-<theme>.png.
 * `-- --only events,about` limits it to addresses that contain one of these words.
 */
import './lib/uncaught-errors.ts';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { readContent } from '../src/model/read/content.ts';
import { localAddress } from '../src/i18n/addresses.ts';
import { contentDir } from '../src/settings.ts';
import { startBrowser } from './lib/browser.ts';
import { usageError } from './lib/usage-error.ts';
import { samplePages } from './lib/sample-pages.ts';
import { serve } from './lib/server.ts';

const { values } = parseArgs({ options: { only: { type: 'string' } } });
const { edition } = readContent(contentDir());
if (!edition) usageError('The content has errors; `npm run check` lists them');

const addresses = samplePages(edition, values.only);

rmSync('screenshots', { recursive: true, force: true });
mkdirSync('screenshots');
const { server, url } = await serve('dist', 0);
const browser = await startBrowser({ systemFonts: true });
const shots: { name: string; address: string; lang: string; width: number; theme: string }[] = [];
for (const theme of ['light', 'dark'] as const)
  for (const width of [390, 1280]) {
    const context = await browser.newContext({
      viewport: { width, height: 900 },
      colorScheme: theme,
      reducedMotion: 'reduce',
    });
    const page = await context.newPage();
    for (const { code: lang } of edition.site.languages)
      for (const address of addresses) {
        const name = `${lang}${address.replaceAll('/', '-')}${width}-${theme}.png`;
        await page.goto(url + localAddress(edition.site, lang, address));
        await page.evaluate(() => document.fonts.ready);
        await page.screenshot({ path: `screenshots/${name}`, fullPage: true });
        shots.push({ name, address, lang, width, theme });
      }
    await context.close();
  }
/** A contact sheet: a page of many screenshots, each cropped to its top. */
const sheetOf = (some: typeof shots) =>
  `<!doctype html><meta charset="utf-8"><title>Screenshots</title><style>body{display:flex;flex-wrap:wrap;gap:12px;font:12px sans-serif;background:#888}figure{margin:0;width:260px}a{display:block;height:360px;overflow:hidden}img{width:260px}</style>${some
    .map(
      ({ name, address, lang, width, theme }) =>
        `<figure><a href="${name}"><img src="${name}" alt=""></a><figcaption>${lang} ${address} ${width} ${theme}</figcaption></figure>`,
    )
    .join('')}`;
writeFileSync('screenshots/index.html', sheetOf(shots));
// A single sheet would be too large for a browser.
for (const [name, some] of Map.groupBy(shots, ({ lang, theme }) => `${lang}-${theme}`)) {
  writeFileSync(`screenshots/${name}.html`, sheetOf(some));
  const sheet = await browser.newPage({ viewport: { width: 1700, height: 1000 } });
  await sheet.goto(`file://${process.cwd()}/screenshots/${name}.html`, { timeout: 120_000 });
  await sheet.screenshot({ path: `screenshots/sheet-${name}.png`, fullPage: true, timeout: 120_000 });
  await sheet.close();
}
await browser.close();
server.close();
process.stdout.write(
  `${shots.length} screenshots in screenshots/; open screenshots/index.html or screenshots/sheet-*.png.\n`,
);
