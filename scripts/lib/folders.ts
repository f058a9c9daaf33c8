import { existsSync, mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/**
 * Makes a folder, with all that it lies in, where it isn't there. Node's own way (`recursive`) never ends in a place where
 * nothing can be made, like /proc: what the system says there, it takes for a folder further up that is missing.
 *
 * @throws what the system says, with `code` and `path`
 */
export function makeFolder(path: string): void {
  const whole = resolve(path);
  if (existsSync(whole)) return;
  makeFolder(dirname(whole));
  mkdirSync(whole);
}
