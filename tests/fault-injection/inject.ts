/**
 * Loaded into the build's processes by a test (`--import`): makes one of them fail at a known moment, as on a failing
 * machine.
 *
 * - `FAULT_KILL=SIGTERM@render` signals the build command at `check`, `render`, `swap` or `after`.
 * - `FAULT_RENDER=DIR` uses a finished site instead of running Astro, for faults before or after rendering; if the
 * folder doesn't exist, Astro exits early with code 0.
 * - `FAULT_WRITE=ENOSPC@1000000` makes writes to the staging folder fail after that many bytes.
 * - `FAULT_READ=EACCES@pages/visit.en.md` makes reads fail for files whose path ends with this.
 * - `FAULT_UMASK=077` sets the umask of the build command.
 * - `FAULT_INDEX=1` makes it look as if the search engine's binary were missing.
 * - `FAULT_MEMORY=1` fills the memory of the rendering process.
 */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

const { FAULT_KILL, FAULT_RENDER, FAULT_WRITE, FAULT_READ, FAULT_UMASK, FAULT_INDEX, FAULT_MEMORY, BUILD_DIR } =
  process.env;
const isCommand = /build\.ts$/.test(process.argv[1] ?? '');
const isRenderer = BUILD_DIR !== undefined && !isCommand;
const staging = /\.[^/\\]+-new([/\\]|$)/;

type Call = (...args: never[]) => unknown;
/** Runs a function before or after each call of an fs function, with its arguments. */
function around(owner: object, name: string, { before, after }: Record<string, (path: string, data: unknown) => void>) {
  const functions = owner as Record<string, Call>;
  const real = functions[name] as Call;
  functions[name] = (...args: never[]) => {
    const path = args[0] as unknown;
    const text = typeof path === 'string' || path instanceof URL ? decodeURI(String(path)) : '';
    before?.(text, args[1]);
    const result = real.apply(owner, args);
    after?.(text, args[1]);
    return result;
  };
}

const writers = [
  [fs, 'writeFileSync'],
  [fs, 'writeFile'],
  [fs, 'copyFileSync'],
  [fs.promises, 'writeFile'],
] as const;

if (FAULT_KILL && (isCommand || isRenderer)) {
  const [signal = '', moment = ''] = FAULT_KILL.split('@');
  let sent = false;
  const kill = () => {
    if (sent) return;
    sent = true;
    process.kill(isCommand ? process.pid : process.ppid, signal);
  };
  const on = (happens: boolean) => ({ after: () => happens && kill() });
  if (isCommand && moment === 'check')
    around(fs, 'readFileSync', { after: (path) => /meeting\.[a-z]+\.md$/.test(path) && kill() });
  if (isCommand && (moment === 'swap' || moment === 'after')) {
    let renames = 0;
    around(fs, 'renameSync', {
      after: (path) => {
        if (/-new|swap$/.test(path)) renames++;
        on(renames === (moment === 'swap' ? 1 : 2)).after();
      },
    });
  }
  if (isRenderer)
    for (const [owner, name] of writers)
      around(owner, name, {
        before: (path) => {
          if (moment !== 'render' || !staging.test(path) || !path.endsWith('.html')) return;
          kill();
          // As if Astro were stuck in an endless loop in an .mdx file.
          while (signal === 'SIGKILL');
        },
      });
}

if (FAULT_WRITE) {
  const [code = '', most = ''] = FAULT_WRITE.split('@');
  let written = 0;
  const refuse = (path: string, data: unknown) => {
    if (!staging.test(path)) return;
    written += (data as { length?: number } | undefined)?.length ?? 0;
    if (written > Number(most)) throw Object.assign(new Error(`${code}: refused, write '${path}'`), { code });
  };
  for (const [owner, name] of writers) around(owner, name, { before: refuse });
}

if (FAULT_READ) {
  const [code = '', file = ''] = FAULT_READ.split('@');
  const before = (path: string) => {
    if (path.endsWith(file)) throw Object.assign(new Error(`${code}: refused, open '${path}'`), { code });
  };
  for (const name of ['readFileSync', 'readdirSync', 'openSync', 'accessSync']) around(fs, name, { before });
}

if (FAULT_UMASK && isCommand) process.umask(FAULT_UMASK);

// As if the binary had never been installed, or antivirus software had removed it.
if (FAULT_INDEX && isRenderer) process.env['PAGEFIND_BINARY_PATH'] = '/no/such/program';

if (FAULT_MEMORY && isRenderer) {
  const filled: unknown[] = [];
  setImmediate(() => {
    for (;;) filled.push(new Array(100_000).fill(filled.length).map(String));
  });
}

if (FAULT_RENDER && isRenderer) {
  if (fs.existsSync(FAULT_RENDER)) fs.cpSync(FAULT_RENDER, BUILD_DIR, { recursive: true });
  process.exit(0);
}

syncBuiltinESMExports();
