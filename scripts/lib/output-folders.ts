/**
 * A site is built in a temporary folder and then replaces the previous one, so that there is always a complete site.
 */
import { cpSync, existsSync, readdirSync, realpathSync, renameSync, statSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { makeFolder } from './folders.ts';

export interface OutputFolders {
  /** The site's folder, with symbolic links resolved. */
  out: string;
  /** Where Astro builds; always inside the project, because Astro moves files between it and other folders there. */
  buildDir: string;
  /** Where the complete new site goes: next to the old one, so that a rename within one file system replaces it. */
  staging: string;
  /** Where the old site is kept while it is being replaced. */
  old: string;
}

export function outputFolders(folder: string): OutputFolders {
  const out = existsSync(folder) ? realpathSync(folder) : resolve(folder);
  const beside = (ending: string) => join(dirname(out), `.${basename(out)}-${ending}`);
  const staging = beside('new');
  const buildDir = contains(resolve('.'), staging) ? staging : resolve('node_modules/.cache/site');
  return { out, buildDir, staging, old: beside('old') };
}

/**
 * Why a site can't be built in a folder; undefined if it can.
 *
 * @param name    the folder as the user wrote it
 * @param content the content folder
 */
export function outDirError(name: string, { out }: OutputFolders, content: string): string | undefined {
  const root = resolve('.');
  if (contains(out, root)) return `"${name}" contains the project; build the site in another folder.`;
  if (contains(out, content)) return `"${name}" contains the content; build the site in another folder.`;
  const own = [content, ...['src', 'public', 'scripts', 'node_modules'].map((part) => join(root, part))];
  const within = own.find((folder) => contains(folder, out));
  if (within !== undefined)
    return `The site can't be built in "${name}", inside ${relative(root, within) || '.'}/; choose a folder outside it.`;
  if (!existsSync(out)) return undefined;
  if (!statSync(out).isDirectory()) return `"${name}" is a file; delete it, or choose a folder for the site.`;
  // Only an empty folder or an earlier site may be replaced.
  if (readdirSync(out).length > 0 && !existsSync(join(out, 'index.html')))
    return `"${name}" contains files that aren't a built site; choose another folder, or empty it first.`;
  return undefined;
}

const contains = (folder: string, path: string) => path === folder || path.startsWith(folder + sep);

/** Is a build between the two renames that replace the site, or was it killed between them? */
export const isReplacementInterrupted = ({ out, old }: OutputFolders): boolean => !existsSync(out) && existsSync(old);

/**
 * Restores the last good site if a build was killed while replacing it, and deletes temporary folders. Needs the lock.
 */
export async function recoverInterrupted(folders: OutputFolders): Promise<void> {
  if (isReplacementInterrupted(folders)) renameSync(folders.old, folders.out);
  for (const folder of [folders.buildDir, folders.staging, folders.old]) await remove(folder);
}

/** Deletes the unfinished site. The next build deletes what can't be deleted now. */
export async function removeUnfinishedSite({ buildDir, staging }: OutputFolders): Promise<void> {
  for (const folder of [buildDir, staging]) await remove(folder).catch(() => undefined);
}

/** Replaces the last site with the new one. @throws after restoring the last one */
export function replaceSite(folders: OutputFolders): void {
  const { out, buildDir, staging, old } = folders;
  if (buildDir !== staging) {
    makeFolder(staging);
    cpSync(buildDir, staging, { recursive: true });
  }
  if (existsSync(out)) renameSync(out, old);
  try {
    renameSync(staging, out);
  } catch (error) {
    if (isReplacementInterrupted(folders)) renameSync(old, out);
    throw error;
  }
}

/** Deletes the old site after the replacement. The next build deletes what can't be deleted now. */
export async function removeOldSite({ buildDir, old }: OutputFolders): Promise<void> {
  for (const folder of [buildDir, old]) await remove(folder).catch(() => undefined);
}

/** Not `rmSync`, which waits for each file: 50,000 files take 100 seconds instead of 5 (ext4). */
const remove = (folder: string) => rm(folder, { recursive: true, force: true });
