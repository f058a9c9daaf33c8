/**
 * Measures the quality of the search and its transfer size: each query is typed into the search page of a built site in
 * a real browser. Prints the figures for docs/benchmarks.md.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import type { Page, Request } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { visiting } from '../helpers/browser.ts';
import { built } from '../helpers/build.ts';
import { isThisEdition } from '../helpers/this-edition.ts';
import { en } from './questions/en.ts';
import { fr } from './questions/fr.ts';
import { pl } from './questions/pl.ts';

const visit = visiting('main');
const languages = [
  ['en', '', en],
  ['pl', '/pl', pl],
  ['fr', '/fr', fr],
] as const;

/** Prints this run's figures to the terminal. */
const print = (...lines: string[]) => process.stdout.write(`search, ${lines.join('\n  ')}\n`);

/** Types a query and waits until all results are shown. @returns addresses of the results, in order */
async function search(page: Page, field: string, question: string): Promise<string[]> {
  await page.fill(field, question);
  await page.waitForFunction(() => document.querySelector('[data-search-results]')?.ariaBusy === 'false');
  const links = page.locator('.search-panel .results > li > a:first-child');
  return links.evaluateAll((found) => found.map((link) => link.getAttribute('href') ?? ''));
}

describe.runIf(isThisEdition).concurrent.each(languages)('%s: relevance', (lang, prefix, questions) => {
  test('95% of first results are right, every right page is in the top three, and nonsense finds nothing', async () => {
    await visit(`${prefix}/search/`, {}, async ({ page, faults }) => {
      await page.focus('#q');
      const wrong: string[] = [];
      const missing: string[] = [];
      let count = 0;
      for (const [kind, asked] of Object.entries(questions))
        for (const [question, wanted] of Object.entries(asked)) {
          const found = await search(page, '#q', question);
          const all = wanted === null ? [] : [wanted].flat();
          const there =
            wanted === null ? found.length === 0 : all.every((address) => found.slice(0, 3).includes(address));
          const right = typeof wanted === 'string' ? found[0] === wanted : there;
          count++;
          if (!right) wrong.push(`${kind}: "${question}" gives ${found.slice(0, 3).join(' ') || 'nothing'}`);
          if (!there) missing.push(`${kind}: "${question}" lacks ${all.join(' ')}`);
        }
      const share = (without: string[]) => (100 * (count - without.length)) / count;
      print(
        `${lang}: ${count} queries, first result right ${share(wrong).toFixed(1)}%, among the first three ${share(missing).toFixed(1)}%`,
        ...wrong,
      );
      expect(count).toBeGreaterThanOrEqual(40);
      expect(missing).toEqual([]);
      expect(share(wrong)).toBeGreaterThanOrEqual(95);
      expect(faults).toEqual([]);
    });
  });
});

/** The transfer size of a file: text with Brotli, the index as it is, because it is already compressed. */
function weigh(dir: string, address: string): number {
  const data = readFileSync(join(dir, address));
  return /\.(js|json|css|html)$/.test(address) ? brotliCompressSync(data).length : data.length;
}

describe.runIf(isThisEdition).each([
  ['en', '/', 'kilar concert', 'literature', 'zzqqxx'],
  ['pl', '/pl/', 'koncert', 'literatura', 'zzqqxx'],
  ['fr', '/fr/', 'Katovice', 'musique', 'orkiestra'],
])('%s: transfer size', (lang, address, first, second, third) => {
  test('at most 130 kB from opening to the first results, and 20 kB for the second query', async () => {
    await visit(address, {}, async ({ page }) => {
      await page.waitForLoadState('networkidle');
      let sent: Request[] = [];
      page.on('requestfinished', (request) => sent.push(request));
      const weight = async () => {
        let sum = 0;
        for (const request of sent) {
          const { pathname } = new URL(request.url());
          // Cached files have no body; pages that the browser prefetches don't count towards the search.
          const { responseBodySize } = await request.sizes();
          if (responseBodySize > 0 && !pathname.endsWith('/')) sum += weigh(built('main'), pathname);
        }
        sent = [];
        return sum;
      };
      await page.click('[data-search-open]');
      await page.waitForSelector('dialog[open]');
      const costs: number[] = [];
      for (const question of [first, second, third]) {
        await search(page, 'dialog input', question);
        await page.waitForLoadState('networkidle');
        costs.push(await weight());
      }
      const kB = (bytes = 0) => (bytes / 1000).toFixed(1);
      print(
        `${lang}: "${first}" ${kB(costs[0])} kB, then "${second}" ${kB(costs[1])} kB, then "${third}" ${kB(costs[2])} kB`,
      );
      expect(costs[0]).toBeGreaterThan(10_000);
      expect(costs[0]).toBeLessThanOrEqual(130_000);
      expect(costs[1]).toBeLessThanOrEqual(20_000);
    });
  });
});
