/** What nginx sends of a built site on the loopback address, asked by wrk and by hey. */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, globSync } from 'node:fs';
import { join } from 'node:path';

const listen = '127.0.0.1:8099';
const seconds = 8;
const connections = 64;

/**
 * @param site a built site
 * @param out  folder for nginx's copy of it
 * @returns paragraphs and a table for the report
 */
export async function load(site: string, out: string, say: (text: string) => void): Promise<string[]> {
  const missing = ['nginx', 'wrk', 'hey'].filter(
    (name) => spawnSync(name, ['-v'], { stdio: 'ignore' }).error !== undefined,
  );
  if (missing.length > 0) {
    say(`The load isn’t measured, for ${missing.join(' and ')} isn’t installed (Debian packages of these names).`);
    return [];
  }
  const packed = spawnSync(
    process.execPath,
    ['scripts/nginx.ts', '--site', site, '--outDir', out, '--listen', listen],
    { encoding: 'utf8' },
  );
  if (packed.status !== 0) throw new Error(packed.stderr);
  const server = spawn('nginx', ['-p', out, '-c', join(out, 'nginx.conf'), '-g', 'daemon off;'], { stdio: 'ignore' });
  try {
    await answers(`http://${listen}/`);
    const [event = ''] = globSync('events/*/index.html', { cwd: site });
    const [index = ''] = globSync('pagefind/index/*', { cwd: site });
    const asked = ['/', `/${event.replace(/index\.html$/, '')}`, '/programme/', '/search/', `/${index}`];
    const rows: string[] = [];
    for (const address of asked.filter((one) => one !== '/' || existsSync(join(site, 'index.html')))) {
      const wrk = spawnSync(
        'wrk',
        [
          '-t2',
          `-c${connections}`,
          `-d${seconds}s`,
          '--latency',
          '-H',
          'Accept-Encoding: br',
          `http://${listen}${address}`,
        ],
        { encoding: 'utf8' },
      ).stdout;
      const hey = spawnSync(
        'hey',
        ['-z', `${seconds}s`, '-c', String(connections), '-H', 'Accept-Encoding: br', `http://${listen}${address}`],
        { encoding: 'utf8' },
      ).stdout;
      const read = (text: string, pattern: RegExp) => pattern.exec(text)?.[1] ?? '–';
      const body = new Uint8Array(
        await (await fetch(`http://${listen}${address}`, { headers: { 'Accept-Encoding': 'identity' } })).arrayBuffer(),
      );
      const cells = [
        `\`${address.replace(/[^/]{14,}\.pf_index/, '….pf_index')}\``,
        (body.length / 1000).toFixed(1),
        Number(read(wrk, /Requests\/sec:\s+([\d.]+)/)).toLocaleString('en', { maximumFractionDigits: 0 }),
        read(wrk, /Transfer\/sec:\s+(\S+)/),
        read(wrk, /99%\s+(\S+)/),
        Number(read(hey, /Requests\/sec:\s+([\d.]+)/)).toLocaleString('en', { maximumFractionDigits: 0 }),
        /Socket errors|Non-2xx/.test(wrk) || /Error distribution/.test(hey) ? 'some' : 'none',
      ];
      rows.push(`| ${cells.join(' | ')} |`);
      say(`  ${cells.join('  ')}`);
    }
    return [
      `Load: nginx with the configuration and the packed files of \`npm run nginx\`, on the loopback address and the same processors as who asks; ${connections} connections for ${seconds} s, in brotli.`,
      [
        '| address | kB unpacked | wrk, requests/s | sent/s | 99 % within | hey, requests/s | errors |',
        '| --- | --: | --: | --: | --: | --: | --- |',
        ...rows,
      ].join('\n'),
    ];
  } finally {
    server.kill();
  }
}

/** Waits until a server answers, ten seconds at most. */
async function answers(url: string): Promise<void> {
  for (let wait = 0; wait < 100; wait++) {
    try {
      await fetch(url);
      return;
    } catch {
      await new Promise((wake) => setTimeout(wake, 100));
    }
  }
  throw new Error(`nginx gives no answer at ${url}`);
}
