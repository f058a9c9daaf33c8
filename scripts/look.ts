/**
 * `npm run look`: screenshots of each kind of page at 390 and 1280 px, light and dark, in each language, and one
 * contact sheet to look at: look/index.html and look/sheet-*.png.
 * `-- --only events,about` takes only addresses that contain one of these words.
 */
import './lib/last-word.ts';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { pagesOf } from '../src/model/addresses.ts';
import { readContent } from '../src/model/content.ts';
import { localAddress } from '../src/i18n/addresses.ts';
import { contentDir } from '../src/settings.ts';
import { startBrowser } from './lib/browser.ts';
import { serve } from './lib/server.ts';

const { values } = parseArgs({ options: { only: { type: 'string' } } });
const { edition } = readContent(contentDir());
if (!edition) throw new Error('The content has errors; `npm run check` lists them.');

/** One address of each kind: the first entry stands for the others. */
const kinds = new Map<string, string>();
for (const [address, entry] of pagesOf(edition.entries)) {
  const kind = entry ? entry.kind : address;
  if (!kinds.has(kind)) kinds.set(kind, address);
}
const addresses = [...kinds.values(), '/nowhere/'].filter(
  (address) => !values.only || values.only.split(',').some((word) => address.includes(word)),
);

rmSync('look', { recursive: true, force: true });
mkdirSync('look');
const { server, url } = await serve('dist', 0);
const browser = await startBrowser();
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
        await page.screenshot({ path: `look/${name}`, fullPage: true });
        shots.push({ name, address, lang, width, theme });
      }
    await context.close();
  }
const figures = shots.map(
  ({ name, address, lang, width, theme }) =>
    `<figure><a href="${name}"><img src="${name}" alt=""></a><figcaption>${lang} ${address} ${width} ${theme}</figcaption></figure>`,
);
writeFileSync(
  'look/index.html',
  `<!doctype html><meta charset="utf-8"><title>Look</title><style>body{display:flex;flex-wrap:wrap;gap:12px;font:12px sans-serif;background:#888}figure{margin:0;width:260px}img{width:260px;height:360px;object-fit:cover;object-position:top}</style>${figures.join('')}`,
);
const sheet = await browser.newPage({ viewport: { width: 1700, height: 1000 } });
await sheet.goto(`file://${process.cwd()}/look/index.html`);
await sheet.screenshot({ path: 'look/sheet.png', fullPage: true });
await browser.close();
server.close();
process.stdout.write(`${shots.length} pictures in look/; look at look/index.html or look/sheet.png.\n`);
