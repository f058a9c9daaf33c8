import { appendFileSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

export interface Lock {
  /** Lets another process hold it too: the lock stands as long as one of its holders lives. */
  share: (pid: number) => void;
  release: () => void;
}

/** A lock that is still empty after this time, in milliseconds, was left by a process that ended while it wrote. */
const patience = 5000;

/**
 * One build at a time in a checkout: Astro keeps its types and caches in one place, and two builds would mix.
 *
 * @param file where the lock stands; it names its holders, one a line: process number, and when it started
 * @returns undefined where another build has it
 * @throws where it can't be written
 */
export function tryLock(file: string): Lock | undefined {
  mkdirSync(dirname(file), { recursive: true });
  for (;;) {
    if (write(file)) {
      const release = () => rmSync(file, { force: true });
      process.once('exit', release);
      return { share: (pid) => appendFileSync(file, nameOf(pid)), release };
    }
    const holders = read(file);
    if (holders === undefined || !isStale(file, holders)) return undefined;
    remove(file, holders);
  }
}

/** The lock, as soon as it is free; who has to wait says so once. @throws where it can't be written */
export async function takeLock(file: string, say: (message: string) => void): Promise<Lock> {
  for (let told = false; ; told = true) {
    const lock = tryLock(file);
    if (lock) return lock;
    if (!told) say('Another build is running in this checkout; waiting for it to end.');
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}

/** @returns false where another process has it */
function write(file: string): boolean {
  try {
    writeFileSync(file, nameOf(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    // On a full disk the file is there, and empty.
    rmSync(file, { force: true });
    throw error;
  }
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

/** Takes a stale lock away; one that another process has put in its place meanwhile is left to it. */
function remove(file: string, stale: string): void {
  const aside = `${file}.${process.pid}`;
  try {
    renameSync(file, aside);
  } catch {
    return;
  }
  if (read(aside) === stale) rmSync(aside, { force: true });
  else renameSync(aside, file);
}

function isStale(file: string, holders: string): boolean {
  const lines = holders.split('\n').filter(Boolean);
  if (lines.length > 0) return lines.every(isGone);
  const { mtimeMs } = statSync(file, { throwIfNoEntry: false }) ?? { mtimeMs: Date.now() };
  return Date.now() - mtimeMs > patience;
}

/** Has a process ended? Numbers are given again, in a fresh container soon: then another one has started under it. */
function isGone(line: string): boolean {
  const [pid = '', start = ''] = line.split(' ');
  if (!/^\d+$/.test(pid)) return true;
  try {
    process.kill(Number(pid), 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
  return start !== '' && startOf(Number(pid)) !== start;
}

const nameOf = (pid: number): string => `${pid} ${startOf(pid)}\n`;

/**
 * When a process started, as Linux counts it (proc(5), field 22 of /proc/PID/stat); '' on other systems, and 'ended' for
 * one that only waits to be buried.
 */
function startOf(pid: number): string {
  const stat = read(`/proc/${pid}/stat`);
  if (stat === undefined) return '';
  const [state, ...fields] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return state === 'Z' ? 'ended' : (fields[18] ?? '');
}
