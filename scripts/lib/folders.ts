import { accessSync, constants, existsSync, mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/**
 * Creates a folder and its parents, unless they exist. Node's `recursive` option never returns where nothing can be
 * created, such as in /proc, because it mistakes the system's error for a missing parent.
 *
 * @throws the system's error, with `code` and `path`
 */
export function makeFolder(path: string): void {
  const absolute = resolve(path);
  if (existsSync(absolute)) return;
  makeFolder(dirname(absolute));
  mkdirSync(absolute);
}

/** Can files be created in a folder, which may not exist yet? */
export function isWritable(path: string): boolean {
  const absolute = resolve(path);
  if (!existsSync(absolute)) return isWritable(dirname(absolute));
  try {
    accessSync(absolute, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** Lets every user read the files that this process and its children create: a web server may run as another user. */
export function makeReadable(): void {
  const before = process.umask(0o022);
  process.umask(before & 0o722);
}
