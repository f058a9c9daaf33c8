import { cpSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A change to a file of the valid edition: a new text, a replacement within it, a new name, or null to delete it. */
export type Change = string | Buffer | { replace: string; with: string } | { moveTo: string } | null;

/** A way to break the edition in tests/editions/trio, and the errors that the check must report. */
export interface ContentError {
  name: string;
  /** Changes by path from the content folder. */
  change: Record<string, Change>;
  /** Every error: `file:line`, or `file at text of the line`, and words that this error must contain. */
  expect: [where: string, ...words: string[]][];
}

/** Copies the valid edition and applies the changes. The caller deletes the copy. */
export function copyWithChanges(
  changes: Record<string, Change>,
  from = 'tests/editions/trio',
): { dir: string; remove: () => void } {
  const dir = mkdtempSync(join(tmpdir(), 'content-errors-'));
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

/** Resolves a place given by the text of its line to `file:line`, so that lines may be added above it. */
export function lineOf(dir: string, where: string): string {
  const [file = '', text] = where.split(' at ', 2);
  if (text === undefined) return where;
  const index = readFileSync(join(dir, file), 'utf8')
    .split('\n')
    .findIndex((line) => line.includes(text));
  if (index < 0) throw new Error(`${file} has no line with "${text}"`);
  return `${file}:${index + 1}`;
}
