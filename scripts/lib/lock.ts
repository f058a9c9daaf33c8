import { appendFileSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

export interface Lock {
  /** Adds a holder: the lock is valid as long as one of its holders runs. */
  share: (pid: number) => void;
  release: () => void;
}

/** A lock file that is still empty after this time was left by a process that ended while writing it. */
const emptyLockMs = 5000;

/**
 * One build at a time in a checkout: two builds would mix their types and caches in .astro/.
 *
 * @param file the lock file, with one holder per line: process id and start time
 * @returns undefined if another build has the lock
 * @throws if it can't be written
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

/** Waits for the lock, with one message if another build has it. @throws if it can't be written */
export async function takeLock(file: string, log: (message: string) => void): Promise<Lock> {
  for (let isFirst = true; ; isFirst = false) {
    const lock = tryLock(file);
    if (lock) return lock;
    if (isFirst) log('Another build is running in this checkout; waiting for it to end.');
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}

/** @returns false if another process has the lock */
function write(file: string): boolean {
  try {
    writeFileSync(file, nameOf(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    // On a full disk, an empty file may have been created.
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

/** Deletes a stale lock, unless another process has replaced it meanwhile. */
function remove(file: string, stale: string): void {
  const moved = `${file}.${process.pid}`;
  try {
    renameSync(file, moved);
  } catch {
    return;
  }
  if (read(moved) === stale) rmSync(moved, { force: true });
  else renameSync(moved, file);
}

function isStale(file: string, holders: string): boolean {
  const lines = holders.split('\n').filter(Boolean);
  if (lines.length > 0) return lines.every(isGone);
  const { mtimeMs } = statSync(file, { throwIfNoEntry: false }) ?? { mtimeMs: Date.now() };
  return Date.now() - mtimeMs > emptyLockMs;
}

/** Has a process ended? Its id may have been reused by another process, which happens soon in a new container. */
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
 * When a process started, in Linux's clock ticks (proc(5), field 22 of /proc/PID/stat); '' on other systems, 'ended'
 * for a zombie.
 */
function startOf(pid: number): string {
  const stat = read(`/proc/${pid}/stat`);
  if (stat === undefined) return '';
  const [state, ...fields] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return state === 'Z' ? 'ended' : (fields[18] ?? '');
}
