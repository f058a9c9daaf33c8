/** Preloaded into each measured Node process: records its peak memory, in KiB. */
import { appendFileSync } from 'node:fs';

process.on('exit', () => {
  appendFileSync(process.env['BENCH_MEMORY'] as string, `${process.resourceUsage().maxRSS}\n`);
});
