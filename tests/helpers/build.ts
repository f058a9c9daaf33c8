import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** The output folder of a test build. */
export const built = (name: string): string => resolve('tests/.built', name);

/** The unchanged output of `npm run new -- edition`, built as `starter`. */
export const starter = 'tests/.built/editions/starter';

/** In a shallow clone, the small editions, whose meetings are in the future, are built as if outside a repository. */
const isShallow = existsSync('.git/shallow');

/** Runs a script of the project. Returns its exit code and output. */
export function run(
  script: string,
  args: string[] = [],
  environment: Record<string, string> = {},
  cwd = '.',
): Promise<{ code: number; output: string }> {
  const child = spawn(process.execPath, [join('scripts', script), ...args], {
    cwd,
    env: {
      ...process.env,
      NODE_ENV: '',
      VITEST: '',
      ...(isShallow ? { GIT_CEILING_DIRECTORIES: resolve('tests') } : {}),
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data: Buffer) => (output += data.toString()));
  return new Promise((done, refuse) => {
    child.once('error', refuse);
    child.once('close', (code) => done({ code: code ?? 1, output }));
  });
}

/** The default SITE_DATE of the tests' builds. */
export const builtOn = '2026-06-01';

/** Builds an edition into tests/.built/<name>, as of a fixed date. @throws with the build's output */
export async function buildSite(name: string, environment: Record<string, string> = {}): Promise<string> {
  const { code, output } = await run('build.ts', ['--outDir', built(name)], {
    SITE_DATE: builtOn,
    ...environment,
  });
  if (code !== 0) throw new Error(`the build of ${name} failed:\n${output}`);
  return built(name);
}
