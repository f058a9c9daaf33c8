/**
 * Lays files into a new site. One that stands in the last site with the same bytes gets its name in the new one too (a
 * hard link) rather than being written again: of 40,000 files, the disk takes most of the time that a build takes else.
 * The last site is only read. A file of it that somebody has touched since is not taken.
 */
import { hash } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A file as it was laid: hash of its bytes, and by what the system knows whether it still is that file. */
type Laid = [hash: string, size: number, modified: number, node: number];

export const hashOf = (bytes: string | Uint8Array): string => hash('sha1', bytes);

export class Layout {
  readonly #out: string;
  readonly #last: string | undefined;
  readonly #ledger: string;
  readonly #before: Readonly<Record<string, Laid>>;
  readonly #laid: Record<string, Laid> = {};
  readonly #folders = new Set<string>();

  /**
   * @param out    folder of the new site
   * @param last   folder of the last one; undefined where nothing may be taken from it
   * @param ledger file that says what was laid into the last one
   */
  constructor(out: string, last: string | undefined, ledger: string) {
    this.#out = out;
    this.#last = last;
    this.#ledger = ledger;
    this.#before = last === undefined ? {} : read(ledger);
  }

  /**
   * @param path  of the file, from the folder of the site
   * @param key   hash of its bytes (`hashOf`)
   * @param bytes gives them
   * @throws where a file stands there already, or can't be written
   */
  lay(path: string, key: string, bytes: () => string | Uint8Array): void {
    const file = join(this.#out, path);
    const folder = dirname(file);
    if (!this.#folders.has(folder)) mkdirSync(folder, { recursive: true });
    this.#folders.add(folder);
    if (!this.#link(path, key, file)) write(path, file, bytes());
    const { size, mtimeMs, ino } = statSync(file);
    this.#laid[path] = [key, size, mtimeMs, ino];
  }

  /** Writes down what was laid, for the next build. */
  finish(): void {
    mkdirSync(dirname(this.#ledger), { recursive: true });
    writeFileSync(`${this.#ledger}.new`, JSON.stringify(this.#laid));
    renameSync(`${this.#ledger}.new`, this.#ledger);
  }

  #link(path: string, key: string, file: string): boolean {
    const [known, size, modified, node] = this.#before[path] ?? [];
    if (known !== key || this.#last === undefined) return false;
    const there = join(this.#last, path);
    const now = statSync(there, { throwIfNoEntry: false });
    if (!now || now.size !== size || now.mtimeMs !== modified || now.ino !== node) return false;
    try {
      linkSync(there, file);
      return true;
    } catch {
      // Another disk, or a system without such names.
      return false;
    }
  }
}

/** Never onto another, which might be one that two sites share. */
function write(path: string, file: string, bytes: string | Uint8Array): void {
  let taken = false;
  try {
    writeFileSync(file, bytes, { flag: 'wx' });
  } catch (error) {
    taken = (error as NodeJS.ErrnoException).code === 'EEXIST';
    if (!taken) throw error;
  }
  if (taken) throw new Error(`public/${path} has the name of a page; give it another.`);
}

function read(ledger: string): Record<string, Laid> {
  try {
    return JSON.parse(readFileSync(ledger, 'utf8')) as Record<string, Laid>;
  } catch {
    return {};
  }
}
