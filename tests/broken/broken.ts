import { cpSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** What is done to a file of the sound edition: a new text, a part of it replaced, another name, or nothing left of it. */
export type Change = string | Buffer | { replace: string; with: string } | { moveTo: string } | null;

/** A way to break the edition in tests/editions/trio, and what the check must say of it. */
export interface Broken {
  name: string;
  /** Path from the content folder: what is done to it. */
  change: Record<string, Change>;
  /** Every error: `file:line`, or `file at text of the line`, and words that must stand in the same problem. */
  expect: [where: string, ...words: string[]][];
}

/** A copy of the sound edition with the changes made. The caller deletes it. */
export function broken(
  changes: Record<string, Change>,
  from = 'tests/editions/trio',
): { dir: string; remove: () => void } {
  const dir = mkdtempSync(join(tmpdir(), 'broken-'));
  cpSync(from, dir, { recursive: true });
  for (const [file, change] of Object.entries(changes)) {
    const path = join(dir, file);
    mkdirSync(dirname(path), { recursive: true });
    if (change === null) rmSync(path, { recursive: true });
    else if (typeof change === 'string' || Buffer.isBuffer(change)) writeFileSync(path, change);
    else if ('moveTo' in change) {
      mkdirSync(dirname(join(dir, change.moveTo)), { recursive: true });
      renameSync(path, join(dir, change.moveTo));
    } else {
      const text = readFileSync(path, 'utf8');
      if (!text.includes(change.replace)) throw new Error(`${file} has no "${change.replace}"`);
      writeFileSync(
        path,
        text.replace(change.replace, () => change.with),
      );
    }
  }
  return { dir, remove: () => rmSync(dir, { recursive: true, force: true }) };
}

/** `file:line` of a place that is given by the text of its line, so that files can grow above it. */
export function lineOf(dir: string, where: string): string {
  const [file = '', text] = where.split(' at ', 2);
  if (text === undefined) return where;
  const index = readFileSync(join(dir, file), 'utf8')
    .split('\n')
    .findIndex((line) => line.includes(text));
  if (index < 0) throw new Error(`${file} has no line with "${text}"`);
  return `${file}:${index + 1}`;
}
