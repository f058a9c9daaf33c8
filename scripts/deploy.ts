/**
 * `npm run deploy`: builds the site and deploys dist/ to Cloudflare as wrangler.jsonc says. Options after `--` are
 * passed to wrangler: `npm run deploy -- --dry-run` shows what would be deployed, and needs no account.
 */
import './lib/uncaught-errors.ts';
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const options = process.argv.slice(2);
const wrangler = join(dirname(createRequire(import.meta.url).resolve('wrangler/package.json')), 'bin/wrangler.js');

// Without a terminal to sign in, wrangler would fail with a long explanation.
if (process.env['CI'] && !process.env['CLOUDFLARE_API_TOKEN'] && !options.includes('--dry-run')) {
  process.stderr.write('CLOUDFLARE_API_TOKEN is not set, so nothing can be deployed; see docs/hosting.md.\n');
  process.exit(1);
}
for (const command of [['scripts/build.ts'], [wrangler, 'deploy', ...options]]) {
  const { status } = spawnSync(process.execPath, command, {
    stdio: 'inherit',
    env: { ...process.env, WRANGLER_SEND_METRICS: 'false' },
  });
  if (status !== 0) process.exit(status ?? 1);
}
