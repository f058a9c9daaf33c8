import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { contentDir } from '../../src/settings.ts';
import { causeOf } from './system-errors.ts';

export interface Running {
  pid: number;
  /** All that it said, and how it ended. Refused where it couldn't be started. */
  ended: Promise<{ code: number | null; signal: NodeJS.Signals | null; output: string }>;
  /** Ends it with all that it has started. */
  kill: () => Promise<void>;
}

/**
 * Runs Astro in a process of its own, with a memory of its own.
 * @param hear told what it says while it runs
 */
export function astro(args: string[], environment: Record<string, string>, hear?: (data: Buffer) => void): Running {
  const binary = join(dirname(createRequire(import.meta.url).resolve('astro/package.json')), 'bin/astro.mjs');
  const grouped = process.platform !== 'win32';
  // Half as much time is lost to clearing memory (MB; Node's own default is 16).
  const young = '--max-semi-space-size=64';
  const child = spawn(
    process.execPath,
    [young, '--import', import.meta.resolve('./exit-with-parent.ts'), binary, ...args],
    {
      // Variables of these names, which a test runner sets, would be taken for what Vite says of the build.
      env: {
        ...process.env,
        PROD: undefined,
        DEV: undefined,
        NODE_ENV: 'production',
        ASTRO_TELEMETRY_DISABLED: '1',
        COMMAND_PID: String(process.pid),
        ...environment,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
      // A group of its own, which can be ended as a whole; a Ctrl+C comes to the command alone, which ends it.
      detached: grouped,
    },
  );
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (data: Buffer) => {
      output += data.toString();
      hear?.(data);
    });
  const closed = once(child, 'close');
  const { pid = 0 } = child;
  return {
    pid,
    ended: closed.then(([code, signal]) => ({ code, signal, output }) as Awaited<Running['ended']>),
    async kill() {
      try {
        process.kill(grouped ? -pid : pid, 'SIGKILL');
      } catch {
        // It has ended by itself.
      }
      await closed.catch(() => undefined);
    },
  };
}

/**
 * Why Astro failed: the machine's refusal in a sentence, or else what Astro said, without colours, stacks and places in
 * the machine's folders: what is left names the page and the reason.
 */
export function reasonOf({ signal, output }: Awaited<Running['ended']>): string {
  const root = resolve('.');
  const text = stripVTControlCharacters(output);
  const cause = causeOf(text, root);
  if (cause !== undefined) return cause;
  // Our own messages are complete without what Astro or Pagefind add.
  const own = /^(?:\S+\.mdx(?::\d+)? {2}|The build hangs: ).*|The search index couldn't be made: .*/m.exec(text)?.[0];
  if (own !== undefined) return own;
  const missing = /failed to resolve import "(.+?)" from "(.+?\.mdx)"/.exec(text);
  if (missing) return importError(missing[1] as string, missing[2] as string);
  if (signal !== null)
    return `The build was ended from outside (${signal}), perhaps because the machine has too little memory.`;
  return text
    .split('\n')
    .filter(
      (line) => !/^\s*(at |Stack trace:|Location:)|node_modules|^\s+\S+\.(ts|js|mjs|astro):\d+:\d+$|^\s*$/.test(line),
    )
    .map((line) => line.replaceAll(`${root}/`, ''))
    .join('\n');
}

/** An MDX file imports what doesn't exist. */
function importError(name: string, path: string): string {
  const lines = existsSync(path) ? readFileSync(path, 'utf8').split('\n') : [];
  const line = lines.findIndex((text) => text.includes(name)) + 1;
  return `${relative(contentDir(), path)}:${line || 1}  "${name}" can't be found; import a file or an installed package`;
}
