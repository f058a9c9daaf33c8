/** Runs commands and says how long they took and how much memory they held. */
import { spawn } from 'node:child_process';
import { globSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

export interface Run {
  /** Seconds by the clock, and of the processors. */
  seconds: number;
  processors: number;
  /** The most memory that it and all that it started held at once, in MB; looked at ten times a second, and after two seconds once. */
  memory: number;
}

/** @throws with what the command said, where it fails */
export async function measure(
  command: string,
  args: string[],
  environment: Record<string, string> = {},
  cwd = '.',
): Promise<Run> {
  const started = performance.now();
  const child = spawn(command, args, {
    cwd,
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data: Buffer) => (said += data.toString()));
  let memory = 0;
  let processors = 0;
  const spent = new Map<number, number>();
  let looks = 0;
  const look = setInterval(() => {
    // To count the memory of a large process holds it up; so a long run is asked once a second.
    const counted = looks < 20 || looks % 10 === 0;
    looks += 1;
    const { kilobytes, ticks } = family(child.pid as number, counted);
    memory = Math.max(memory, kilobytes / 1024);
    for (const [pid, count] of ticks) spent.set(pid, count);
  }, 100);
  const code = await new Promise<number | null>((done, refuse) => {
    child.once('error', refuse);
    child.once('close', done);
  });
  clearInterval(look);
  if (code !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${code}:\n${said.slice(-2000)}`);
  for (const ticks of spent.values()) processors += ticks / 100;
  return { seconds: (performance.now() - started) / 1000, processors, memory };
}

/** Memory and ticks of a process and of all that it started (Linux; nought elsewhere). */
function family(root: number, counted: boolean): { kilobytes: number; ticks: Map<number, number> } {
  const parents = new Map<number, { parent: number; ticks: number }>();
  const ticks = new Map<number, number>();
  let kilobytes = 0;
  try {
    for (const name of readdirSync('/proc')) {
      if (!/^\d+$/.test(name)) continue;
      try {
        const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
        const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
        parents.set(Number(name), { parent: Number(fields[1]), ticks: Number(fields[11]) + Number(fields[12]) });
      } catch {
        // It has ended meanwhile.
      }
    }
    for (const [pid, { ticks: count }] of parents) {
      let at: number | undefined = pid;
      while (at !== undefined && at !== root) at = parents.get(at)?.parent;
      if (at === undefined) continue;
      ticks.set(pid, count);
      if (!counted) continue;
      try {
        kilobytes += Number(/Pss:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0);
      } catch {
        // As above.
      }
    }
  } catch {
    return { kilobytes: 0, ticks };
  }
  return { kilobytes, ticks };
}

/** How many pages a site has, and what they and all of it weigh. */
export function weigh(site: string): {
  pages: number;
  megabytes: number;
  files: number;
  bytes: number;
  packed: number;
} {
  const all = globSync('**/*', { cwd: site, withFileTypes: true }).filter((entry) => entry.isFile());
  const sizes = all.map((entry) => statSync(join(entry.parentPath, entry.name)).size);
  const pages = all.filter(({ name }) => name.endsWith('.html'));
  const sample = pages.filter((_, index) => index % Math.ceil(pages.length / 200) === 0);
  const texts = sample.map((entry) => readFileSync(join(entry.parentPath, entry.name)));
  const mean = (numbers: readonly number[]) =>
    numbers.reduce((sum, number) => sum + number, 0) / Math.max(numbers.length, 1);
  return {
    pages: pages.length,
    files: all.length,
    megabytes: sizes.reduce((sum, size) => sum + size, 0) / 1e6,
    bytes: mean(texts.map(({ length }) => length)),
    packed: mean(
      texts.map((text) => brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }).length),
    ),
  };
}

export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1
    ? (sorted[middle] as number)
    : ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2;
}
