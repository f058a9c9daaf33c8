import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { contentDir } from '../../src/settings.ts';
import { systemErrorMessage } from './system-errors.ts';

export interface AstroProcess {
  pid: number;
  /** Its complete output and how it ended. Rejects if it couldn't be started. */
  ended: Promise<{ code: number | null; signal: NodeJS.Signals | null; output: string }>;
  /** Ends it and all processes that it started. */
  kill: () => Promise<void>;
}

/**
 * Runs Astro in a child process.
 * @param onOutput called with its output as it arrives
 */
export function runAstro(
  args: string[],
  environment: Record<string, string>,
  onOutput?: (data: Buffer) => void,
): AstroProcess {
  const binary = join(dirname(createRequire(import.meta.url).resolve('astro/package.json')), 'bin/astro.mjs');
  const grouped = process.platform !== 'win32';
  // Halves the time for garbage collection (MB; Node's default is 16).
  const young = '--max-semi-space-size=64';
  const child = spawn(
    process.execPath,
    [young, '--import', import.meta.resolve('./exit-with-parent.ts'), binary, ...args],
    {
      // Test runners set PROD, DEV and BASE_URL, which would override Vite's own values.
      env: {
        ...process.env,
        PROD: undefined,
        DEV: undefined,
        BASE_URL: undefined,
        NODE_ENV: 'production',
        ASTRO_TELEMETRY_DISABLED: '1',
        COMMAND_PID: String(process.pid),
        ...environment,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
      // A process group, which can be killed as a whole. Ctrl+C reaches only the command, which then kills the group.
      detached: grouped,
    },
  );
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (data: Buffer) => {
      output += data.toString();
      onOutput?.(data);
    });
  const closed = once(child, 'close') as Promise<[number | null, NodeJS.Signals | null]>;
  const { pid = 0 } = child;
  return {
    pid,
    ended: closed.then(([code, signal]) => ({ code, signal, output })),
    async kill() {
      try {
        process.kill(grouped ? -pid : pid, 'SIGKILL');
      } catch {
        // It has already ended.
      }
      await closed.catch(() => undefined);
    },
  };
}

/**
 * Why Astro failed: a system error as one message, or else Astro's output, which names the page and the
 * reason, without colours, stack traces and absolute paths.
 */
export function failureReason({ signal, output }: Awaited<AstroProcess['ended']>): string {
  const root = resolve('.');
  const text = stripVTControlCharacters(output);
  const cause = systemErrorMessage(text, root);
  if (cause !== undefined) return cause;
  // Our own messages are complete without the lines that Astro or Pagefind adds.
  const own = /^(?:\S+\.mdx(?::\d+)? {2}|The build hangs: ).*|The search index couldn't be created: .*/m.exec(
    text,
  )?.[0];
  if (own !== undefined) return own;
  const missing = /failed to resolve import "(.+?)" from "(.+?\.mdx)"/.exec(text);
  if (missing) return importError(missing[1] as string, missing[2] as string);
  if (signal !== null)
    return `Another program ended the build (${signal}), perhaps because the machine has too little memory.`;
  return text
    .split('\n')
    .filter(
      (line) => !/^\s*(at |Stack trace:|Location:)|node_modules|^\s+\S+\.(ts|js|mjs|astro):\d+:\d+$|^\s*$/.test(line),
    )
    .map((line) => line.replaceAll(`${root}/`, ''))
    .join('\n');
}

/** Names the line of an import that can't be resolved. */
function importError(name: string, path: string): string {
  const lines = existsSync(path) ? readFileSync(path, 'utf8').split('\n') : [];
  const line = lines.findIndex((text) => text.includes(name)) + 1;
  return `${relative(contentDir(), path)}:${line || 1}  "${name}" can't be found; import a file or an installed package`;
}
