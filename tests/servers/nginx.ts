/**
 * `npm run test:nginx`: checks Debian's nginx with the output of `npm run nginx`, as `npm test` checks Cloudflare's
 * runtime. Skipped with a message if nginx or its Brotli module isn't installed.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { built, buildSite, run } from '../helpers/build.ts';
import { checks } from './checks.ts';
import { freePort, startNginx } from './servers.ts';

const program = ['/usr/sbin/nginx', 'nginx'].find((path) => spawnSync(path, ['-v']).status === 0);
if (program === undefined || !existsSync('/usr/lib/nginx/modules/ngx_http_brotli_static_module.so')) {
  process.stdout.write('Skipped: this needs the Debian packages nginx and libnginx-mod-http-brotli-static.\n');
  process.exit(0);
}

const dir = existsSync(built('main')) ? built('main') : await buildSite('main');
const folder = built('nginx');
const port = await freePort();
const made = await run('nginx.ts', ['--site', dir, '--outDir', folder, '--listen', `127.0.0.1:${port}`]);
if (made.code !== 0) {
  process.stderr.write(made.output);
  process.exit(1);
}
const running = await startNginx(program, folder, port);
let faults = 0;
const all = checks('nginx', dir, () => running.port);
try {
  for (const { name, find } of all) {
    const found = await find();
    faults += found.length;
    process.stdout.write(`${found.length === 0 ? '✓' : '✗'} ${name}\n${found.map((fault) => `  ${fault}\n`).join('')}`);
  }
} finally {
  await running.stop();
}
process.stdout.write(`${all.length} checks, ${faults} faults.\n`);
process.exitCode = faults > 0 ? 1 : 0;
