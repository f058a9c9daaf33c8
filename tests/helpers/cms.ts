import { globSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Page } from 'playwright-core';

/** The texts of files, by path from the repository's root. */
export type Tree = Record<string, string>;

/** The text files of a folder, without pictures and other binary files. */
export function readTree(dir: string): Tree {
  const files = globSync('**/*', { cwd: dir }).filter(
    (file) => /\.(mdx?|yaml|csv|txt)$/.test(file) && statSync(join(dir, file)).isFile(),
  );
  return Object.fromEntries(files.map((file) => [file.replaceAll('\\', '/'), readFileSync(join(dir, file), 'utf8')]));
}

export function writeTree(dir: string, tree: Tree): void {
  for (const [file, text] of Object.entries(tree)) {
    mkdirSync(dirname(join(dir, file)), { recursive: true });
    writeFileSync(join(dir, file), text);
  }
}

/** The lines that differ between two trees, each with its file. */
export function differences(before: Tree, after: Tree): string[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].sort().flatMap((file) => {
    const [old = [], now = []] = [before[file]?.split('\n'), after[file]?.split('\n')];
    if (old.join('\n') === now.join('\n')) return [];
    // Compared line by line: a line that only moved is a change too.
    const changes = Array.from({ length: Math.max(old.length, now.length) }, (_, index) => [old[index], now[index]]);
    return changes.flatMap(([was, is]) =>
      was === is
        ? []
        : [...(was === undefined ? [] : [`${file} - ${was}`]), ...(is === undefined ? [] : [`${file} + ${is}`])],
    );
  });
}

/**
 * Writes a tree into the browser's private file system and stubs the folder picker to return it, because a test can't
 * operate that dialog. Everything else is the browser's real File System API.
 */
export async function stubFolderPicker(page: Page, tree: Tree): Promise<void> {
  await page.evaluate(async (files) => {
    const root = await navigator.storage.getDirectory();
    await root.getDirectoryHandle('.git', { create: true });
    for (const [path, text] of Object.entries(files)) {
      const parts = path.split('/');
      let folder = root;
      for (const part of parts.slice(0, -1)) folder = await folder.getDirectoryHandle(part, { create: true });
      const file = await folder.getFileHandle(parts.at(-1) as string, { create: true });
      const writable = await file.createWritable();
      await writable.write(text);
      await writable.close();
    }
    Object.assign(window, { showDirectoryPicker: () => Promise.resolve(root) });
  }, tree);
}

/** Reads the tree back from the browser's private file system. */
export const readFolderBack = (page: Page): Promise<Tree> =>
  page.evaluate(async () => {
    const files: Record<string, string> = {};
    const walk = async (folder: FileSystemDirectoryHandle, path: string): Promise<void> => {
      const handles = (folder as unknown as { values(): AsyncIterable<FileSystemHandle> }).values();
      for await (const handle of handles) {
        if (handle.kind === 'directory') await walk(handle as FileSystemDirectoryHandle, `${path}${handle.name}/`);
        else files[path + handle.name] = await (await (handle as FileSystemFileHandle).getFile()).text();
      }
    };
    await walk(await navigator.storage.getDirectory(), '');
    return files;
  });
