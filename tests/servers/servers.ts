/** Starts local servers for tests of the built site. */
import { spawn, type ChildProcess } from 'node:child_process';
import { createRequire } from 'node:module';
import { createServer, type AddressInfo } from 'node:net';
import { dirname, join, resolve } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { serve } from '../../scripts/lib/server.ts';
import { sendRequest } from './send-request.ts';

export interface RunningServer {
  port: number;
  stop: () => Promise<void>;
}

/** Our local server. */
export async function startLocal(dir: string): Promise<RunningServer> {
  const { server, url } = await serve(dir, 0, '127.0.0.1');
  return {
    port: Number(new URL(url).port),
    stop: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

/**
 * Cloudflare's runtime with the settings of wrangler.jsonc and `dir` as dist/, without its network requests (location,
 * updates, telemetry).
 *
 * @throws if it isn't ready within a minute
 */
export async function startEdge(dir: string): Promise<RunningServer> {
  const wrangler = join(dirname(createRequire(import.meta.url).resolve('wrangler/package.json')), 'bin/wrangler.js');
  const home = resolve('node_modules/.cache/wrangler');
  const args = [
    'dev',
    '--assets',
    dir,
    '--ip',
    '127.0.0.1',
    '--port',
    '0',
    '--inspector-port',
    '0',
    '--persist-to',
    home,
  ];
  const child = spawn(process.execPath, [wrangler, ...args, '--show-interactive-dev-session=false'], {
    stdio: ['ignore', 'pipe', 'pipe'],
    // Its own process group, so that its child processes end with it.
    detached: true,
    env: {
      ...process.env,
      CI: 'true',
      CLOUDFLARE_CF_FETCH_ENABLED: 'false',
      WRANGLER_SEND_METRICS: 'false',
      WRANGLER_HIDE_BANNER: 'true',
      XDG_CONFIG_HOME: home,
    },
  });
  const stop = ending(child);
  try {
    const ready = await outputMatching(child, /Ready on http:\/\/127\.0\.0\.1:(\d+)/, 60_000);
    return { port: Number(ready[1]), stop };
  } catch (error) {
    await stop();
    throw new Error(`wrangler dev did not start: ${(error as Error).message}`, { cause: error });
  }
}

/**
 * nginx with the output of `npm run nginx`.
 * @param program path of nginx @param folder output of `npm run nginx` @param port its port
 */
export async function startNginx(program: string, folder: string, port: number): Promise<RunningServer> {
  const args = ['-p', folder, '-c', join(folder, 'nginx.conf'), '-e', 'stderr', '-g', 'daemon off;'];
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  const stop = ending(child);
  let output = '';
  child.stderr.on('data', (data: Buffer) => (output += data.toString()));
  for (let attempt = 0; attempt < 100; attempt += 1) {
    if (child.exitCode !== null) throw new Error(`nginx did not start: ${output.trim()}`);
    const response = await sendRequest(port, '/').catch(() => undefined);
    if (response) return { port, stop };
    await new Promise((wait) => setTimeout(wait, 100));
  }
  await stop();
  throw new Error(`nginx did not answer within 10 s: ${output.trim()}`);
}

export function freePort(): Promise<number> {
  return new Promise((done, refuse) => {
    const server = createServer();
    server.on('error', refuse);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => done(port));
    });
  });
}

/** Waits until a program's output matches a pattern. @throws with the end of the output if it never does */
function outputMatching(child: ChildProcess, pattern: RegExp, timeoutMs: number): Promise<RegExpExecArray> {
  return new Promise((done, refuse) => {
    let output = '';
    const fail = (reason: string) =>
      refuse(new Error(`${reason}. ${stripVTControlCharacters(output).trim().split('\n').slice(-8).join('\n')}`));
    const timer = setTimeout(() => fail(`it was not ready within ${timeoutMs / 1000} s`), timeoutMs);
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (data: Buffer) => {
        output += data.toString();
        const found = pattern.exec(stripVTControlCharacters(output));
        if (!found) return;
        clearTimeout(timer);
        done(found);
      });
    child.once('exit', (code) => {
      clearTimeout(timer);
      fail(`it exited with code ${code}`);
    });
  });
}

/** Returns a function that stops a program and its children. They are killed if this process ends first. */
function ending(child: ChildProcess): () => Promise<void> {
  const kill = (signal: NodeJS.Signals) => {
    try {
      if (child.pid) process.kill(-child.pid, signal);
    } catch {
      // It has already ended.
    }
  };
  const last = () => kill('SIGKILL');
  process.once('exit', last);
  return async () => {
    process.off('exit', last);
    const ended = child.exitCode === null && new Promise((done) => child.once('close', done));
    kill('SIGTERM');
    const timer = setTimeout(last, 5000);
    await ended;
    clearTimeout(timer);
    // Children that outlive it would keep the port in use and the test run waiting.
    last();
  };
}
