/**
 * `npm run deploy`: builds the site and deploys dist/ to Cloudflare according to wrangler.jsonc. Options after `--` are
 * passed to wrangler: `npm run deploy -- --dry-run` shows what would be deployed, and needs no account. `-- --built`
 * deploys dist/ as it is.
 */
import './lib/uncaught-errors.ts';
import { spawnSync } from 'node:child_process';
import { cpSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { rulesOf } from '../src/hosting/parse-rules.ts';

const isBuilt = process.argv.includes('--built');
const options = process.argv.slice(2).filter((option) => option !== '--built');
const wrangler = join(dirname(createRequire(import.meta.url).resolve('wrangler/package.json')), 'bin/wrangler.js');

// Without a terminal to sign in, wrangler would fail with a long explanation.
if (process.env['CI'] && !process.env['CLOUDFLARE_API_TOKEN'] && !options.includes('--dry-run')) {
  process.stderr.write('CLOUDFLARE_API_TOKEN is not set, so nothing can be deployed; see docs/hosting.md.\n');
  process.exit(1);
}
if (!isBuilt) run('scripts/build.ts');
run(wrangler, 'deploy', ...belowBase(), ...options);

function run(...command: string[]): void {
  const { status } = spawnSync(process.execPath, command, {
    stdio: 'inherit',
    env: { ...process.env, WRANGLER_SEND_METRICS: 'false' },
  });
  if (status !== 0) process.exit(status ?? 1);
}

/**
 * Cloudflare looks for files at the full path of their address, so a site with a base path is copied into a folder of
 * that name.
 */
function belowBase(): string[] {
  const { base } = rulesOf('dist');
  if (base === '') return [];
  const assets = '.wrangler/assets';
  rmSync(assets, { recursive: true, force: true });
  cpSync('dist', join(assets, base), { recursive: true });
  for (const name of ['_headers', '_redirects']) renameSync(join(assets, base, name), join(assets, name));
  return ['--assets', assets];
}
