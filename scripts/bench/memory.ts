/** Preloaded into each Node process that is measured: writes down the most memory that it held, in KiB. */
import { appendFileSync } from 'node:fs';

process.on('exit', () => {
  appendFileSync(process.env['BENCH_MEMORY'] as string, `${process.resourceUsage().maxRSS}\n`);
});
