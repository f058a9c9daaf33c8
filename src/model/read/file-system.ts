/** Files and folders on disk. Nothing here throws: what can't be read is reported or undefined. */
import { closeSync, type Dirent, lstatSync, openSync, readdirSync, readFileSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { compare, type Report } from '../problem.ts';

/**
 * Limits, far above what pages, tables and paragraphs need: larger files would keep the check busy for minutes.
 * Pictures may be as large as those from phones.
 */
export const maxBytes = { page: 300_000, settings: 1_000_000, picture: 40_000_000, document: 20_000_000 };
const maxLineLength = 20_000;
/** The message for a file without read permission. */
export const unreadable = 'this file can’t be read; check its permissions';
export const maxBytesOf = (file: string) => (/\.mdx?$/i.test(file) ? maxBytes.page : maxBytes.settings);

export const tooBig = (path: string, max: number): boolean => (sizeOf(path) ?? 0) > max;

/** Does the path exist, even as a broken symbolic link? */
const isThere = (path: string) => lstatSync(path, { throwIfNoEntry: false }) !== undefined;

/** The size of a file; undefined for a broken or circular symbolic link. */
export function sizeOf(path: string): number | undefined {
  try {
    return statSync(path).size;
  } catch {
    return undefined;
  }
}

type Form = 'file' | 'folder' | 'dead link' | 'unreadable';

/** All files below a folder, sorted, except ignored ones (docs/contract.md, section 1). */
export function filesBelow(dir: string, below: string): [file: string, form: Form][] {
  let found: Dirent[];
  try {
    found = readdirSync(join(dir, below), { withFileTypes: true });
  } catch {
    return [[below || '.', 'unreadable']];
  }
  return found
    .filter(({ name }) => !/^[_.]/.test(name) && name !== 'README.md')
    .sort((a, b) => compare(a.name, b.name))
    .flatMap((entry) => {
      const path = below === '' ? entry.name : `${below}/${entry.name}`;
      if (entry.isDirectory()) return /\.(mdx?|ya?ml|csv)$/i.test(path) ? [[path, 'folder']] : filesBelow(dir, path);
      return [[path, entry.isSymbolicLink() && sizeOf(join(dir, path)) === undefined ? 'dead link' : 'file']];
    });
}

/**
 * The text of a file; undefined, with a report, if it can't be read. Files over the limit are reported by readFolder().
 */
export function readText(dir: string, file: string, report: Report): string | undefined {
  const path = join(dir, file);
  if (tooBig(path, maxBytesOf(file))) return undefined;
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' && !isThere(path)) report(1, '', 'this file is missing; create it');
    // Folders and broken links are reported by readFolder().
    else if (!['ENOENT', 'EISDIR', 'ELOOP'].includes(code ?? '')) report(1, '', unreadable);
    return undefined;
  }
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    report(1, '', 'this file isn’t saved as UTF-8; save it again with that encoding');
    return undefined;
  }
  const long = text.split(/\r\n?|\n/).findIndex(({ length }) => length > maxLineLength);
  if (long < 0) return text;
  report(long + 1, '', `the line is over the limit of ${maxLineLength} characters; split it`);
  return undefined;
}

/** The first bytes of a file, one character each; undefined if it can't be read. */
export function startOf(path: string): string | undefined {
  const bytes = Buffer.alloc(256);
  let handle: number | undefined;
  try {
    handle = openSync(path, 'r');
    readSync(handle, bytes, 0, 256, 0);
  } catch {
    return undefined;
  } finally {
    if (handle !== undefined) closeSync(handle);
  }
  return bytes.toString('latin1');
}

/** Does a file begin with the signature of JPEG, PNG, GIF, WebP, AVIF or SVG? */
export function isPicture(start: string): boolean {
  return (
    start.startsWith('\xff\xd8\xff') ||
    start.startsWith('\x89PNG\r\n') ||
    start.startsWith('GIF8') ||
    (start.startsWith('RIFF') && start.slice(8, 12) === 'WEBP') ||
    start.slice(4, 12) === 'ftypavif' ||
    /^\s*(\xef\xbb\xbf)?<(\?xml|svg|!--|!DOCTYPE svg)/.test(start)
  );
}
