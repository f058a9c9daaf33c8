/**
 * `npm run lighthouse`: Lighthouse (mobile, simulated) on each kind of page in each language of the site in dist/,
 * served as a CDN does: HTTP/2, compressed. Needs openssl for a certificate. Exit code 1 if a page misses a target. The
 * times depend on the machine, so run nothing else at the same time.
 * `-- --only events,about` measures only addresses that contain one of these words, `--lang pl` only one language;
 * `--runs 3` takes the median of three.
 */
import './lib/uncaught-errors.ts';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { parseArgs } from 'node:util';
import lighthouse from 'lighthouse';
import { localAddress } from '../src/i18n/addresses.ts';
import { readContent } from '../src/model/read/content.ts';
import { contentDir } from '../src/settings.ts';
import { startBrowser } from './lib/browser.ts';
import { serveCompressed } from './lib/compressing-server.ts';
import { usageError } from './lib/usage-error.ts';
import { samplePages } from './lib/sample-pages.ts';
import { serve } from './lib/server.ts';

/** The targets for each page (docs/contract.md, section 4): scores, LCP in milliseconds, layout shift. */
const targets = { score: 100, paint: 1200, shift: 0 };
const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const;

interface Result {
  scores: number[];
  /** Largest Contentful Paint, in milliseconds. */
  paint: number;
  shift: number;
  /** The failed audits, which lower a score below 100. */
  faults: string[];
}

const { values } = parseArgs({
  options: { only: { type: 'string' }, lang: { type: 'string' }, runs: { type: 'string', default: '1' } },
});
const { edition } = readContent(contentDir());
if (!edition) usageError('The content has errors; `npm run check` lists them');

const site = await serve('dist', 0);
const { url, close } = await serveCompressed(site.url);
const port = await freePort();
const browser = await startBrowser({ more: [`--remote-debugging-port=${port}`, '--ignore-certificate-errors'] });
let missed = 0;
try {
  for (const { code } of edition.site.languages.filter(({ code }) => !values.lang || code === values.lang))
    for (const address of samplePages(edition, values.only)) {
      const results: Result[] = [];
      for (let run = 0; run < Number(values.runs); run += 1)
        results.push(await measure(url + localAddress(edition.site, code, address), address === '/nowhere/'));
      results.sort((a, b) => a.paint - b.paint);
      const result = results[Math.floor(results.length / 2)] as Result;
      // The SEO score means nothing for the 404 page, which search engines don't index.
      const counted = result.scores.filter((score) => !Number.isNaN(score));
      const fine =
        counted.every((score) => score >= targets.score) &&
        result.paint <= targets.paint &&
        result.shift <= targets.shift;
      if (!fine) missed += 1;
      const scores = result.scores.map((score) => (Number.isNaN(score) ? '  –' : String(score).padStart(3))).join(' ');
      const figures = `${scores}  ${(result.paint / 1000).toFixed(2)} s  ${result.shift.toFixed(3)}`;
      process.stdout.write(`${figures}  ${code} ${address}${fine ? '' : `  ← ${result.faults.join(', ')}`}\n`);
    }
} finally {
  await browser.close();
  close();
  site.server.close();
}
process.stdout.write(
  missed === 0
    ? 'Every page meets the targets.\n'
    : `${missed} ${missed === 1 ? 'page misses' : 'pages miss'} a target.\n`,
);
process.exitCode = missed === 0 ? 0 : 1;

/** Measures one visit to a page. @param hidden whether it is the 404 page */
async function measure(address: string, hidden: boolean): Promise<Result> {
  const outcome = await lighthouse(
    address,
    { port, output: 'json', logLevel: 'error', onlyCategories: [...categories] },
    { extends: 'lighthouse:default', settings: { ignoreStatusCode: hidden } },
  );
  if (!outcome) throw new Error(`Lighthouse returned no result for ${address}`);
  const { lhr } = outcome;
  const noindex = lhr.audits['is-crawlable']?.score === 0;
  const scores = categories.map((name) =>
    name === 'seo' && (hidden || noindex) ? NaN : Math.round((lhr.categories[name]?.score ?? 0) * 100),
  );
  const faults = categories.flatMap((name) =>
    (lhr.categories[name]?.auditRefs ?? [])
      .filter(({ id, weight }) => weight > 0 && (lhr.audits[id]?.score ?? 1) < 0.9)
      .map(({ id }) => id),
  );
  return {
    scores,
    paint: lhr.audits['largest-contentful-paint']?.numericValue ?? NaN,
    shift: lhr.audits['cumulative-layout-shift']?.numericValue ?? NaN,
    faults,
  };
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  return typeof address === 'object' && address ? address.port : 0;
}
