import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * One build at a time in a checkout: Astro keeps its types and caches in one place, and two builds would mix.
 * The second waits, and says so once.
 *
 * @param file where the lock stands; it holds the number of the process that has it
 * @returns gives the lock back
 */
export async function takeLock(file: string, say: (message: string) => void): Promise<() => void> {
  mkdirSync(dirname(file), { recursive: true });
  let told = false;
  for (;;) {
    try {
      writeFileSync(file, String(process.pid), { flag: 'wx' });
      const release = () => rmSync(file, { force: true });
      process.once('exit', release);
      return release;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    if (isStale(file)) {
      rmSync(file, { force: true });
      continue;
    }
    if (!told) say('Another build is running in this checkout; waiting for it to end.');
    told = true;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}

/** A lock whose process is gone was left by a build that was killed. */
function isStale(file: string): boolean {
  let owner: number;
  try {
    owner = Number(readFileSync(file, 'utf8'));
  } catch {
    return false;
  }
  if (!owner) return false;
  try {
    process.kill(owner, 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}
