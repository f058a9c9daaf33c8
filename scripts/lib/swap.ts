/** A site is made aside and swapped in when it is whole, so that its folder holds the last good one at any time. */
import { cpSync, existsSync, readdirSync, realpathSync, renameSync, statSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { makeFolder } from './folders.ts';

export interface Target {
  /** The site's folder; the one that a link leads to. */
  out: string;
  /** Where Astro makes the new one: always in the project, for it renames files that it has made there. */
  made: string;
  /** Where the new one lies when it is whole: beside the target, so that the swap is a rename within one file system. */
  aside: string;
  /** Where the last one lies during the swap. */
  old: string;
}

export function targetOf(folder: string): Target {
  const out = existsSync(folder) ? realpathSync(folder) : resolve(folder);
  const beside = (ending: string) => join(dirname(out), `.${basename(out)}-${ending}`);
  const aside = beside('new');
  const made = holds(resolve('.'), aside) ? aside : resolve('node_modules/.cache/site');
  return { out, made, aside, old: beside('old') };
}

/**
 * Why a site can't be made in a folder, or undefined where it can.
 *
 * @param name    the folder as it was given
 * @param content the content folder
 */
export function outDirError(name: string, { out }: Target, content: string): string | undefined {
  const root = resolve('.');
  if (holds(out, root)) return `The site can't be made in "${name}", which holds the project itself.`;
  if (holds(out, content)) return `The site can't be made in "${name}", which holds the content.`;
  const own = [content, ...['src', 'public', 'scripts', 'node_modules'].map((part) => join(root, part))];
  const within = own.find((folder) => holds(folder, out));
  if (within !== undefined)
    return `The site can't be made in "${name}", inside ${relative(root, within) || '.'}/; name a folder outside of it.`;
  if (!existsSync(out)) return undefined;
  if (!statSync(out).isDirectory()) return `"${name}" is a file; delete it, or name a folder for the site.`;
  // Anything but an empty folder, or a site that was built before, must not be replaced.
  if (readdirSync(out).length > 0 && !existsSync(join(out, 'index.html')))
    return `"${name}" holds other files than a built site; name another folder, or empty it first.`;
  return undefined;
}

const holds = (folder: string, path: string) => path === folder || path.startsWith(folder + sep);

/** Was a build killed between the two renames of its swap, or is one between them now? */
export const isSwapInterrupted = ({ out, old }: Target): boolean => !existsSync(out) && existsSync(old);

/**
 * Puts back the last good site where a build was killed in the middle of its swap, and takes away what it left.
 * Only for who has the lock.
 */
export async function recoverInterrupted(target: Target): Promise<void> {
  if (isSwapInterrupted(target)) renameSync(target.old, target.out);
  for (const folder of [target.made, target.aside, target.old]) await remove(folder);
}

/** Takes the unfinished site away. What can't be deleted is left for the next build, which takes it away first. */
export async function discard({ made, aside }: Target): Promise<void> {
  // The reason why the build failed is told; that a folder can't be deleted is not one more.
  for (const folder of [made, aside]) await remove(folder).catch(() => undefined);
}

/** Puts the new site in the place of the last one. @throws with the last one back in its place */
export function swapIn(target: Target): void {
  const { out, made, aside, old } = target;
  if (made !== aside) {
    makeFolder(aside);
    cpSync(made, aside, { recursive: true });
  }
  if (existsSync(out)) renameSync(out, old);
  try {
    renameSync(aside, out);
  } catch (error) {
    if (isSwapInterrupted(target)) renameSync(old, out);
    throw error;
  }
}

/** Takes away what a swap leaves; what can't be deleted, the next build deletes. */
export async function clearAway({ made, old }: Target): Promise<void> {
  for (const folder of [made, old]) await remove(folder).catch(() => undefined);
}

/** Not `rmSync`, which waits for the disk file by file: of 50,000 files a hundred seconds instead of five (ext4). */
const remove = (folder: string) => rm(folder, { recursive: true, force: true });
