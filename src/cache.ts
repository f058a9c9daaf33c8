/** Files that are kept between builds under a hash of everything that they are made from. */
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/** A folder for one kind of file, shared by all editions. */
export const cacheFolder = (name: string): string => resolve('node_modules/.cache', name);

/**
 * Reads a file from the cache; one that isn't there yet is made and written first.
 *
 * @param name of the file: contains the hash of all that decides what is in it
 * @throws what `make` throws; nothing is written then
 */
export async function cached(folder: string, name: string, make: () => Promise<Uint8Array>): Promise<Buffer> {
  const file = join(folder, name);
  if (existsSync(file)) return readFileSync(file);
  const data = await make();
  mkdirSync(dirname(file), { recursive: true });
  // Renamed when complete, so that a build that is killed, or a second one, never leaves half a file.
  const temporary = `${file}.${process.pid}`;
  writeFileSync(temporary, data);
  renameSync(temporary, file);
  return Buffer.from(data);
}

/** The project's dependencies with their exact versions. */
export const { dependencies } = JSON.parse(readFileSync(resolve('package.json'), 'utf8')) as {
  dependencies: Record<string, string>;
};

/** A dependency with its exact version, for keys of the cache: `sharp@0.35.5`. */
export const versionOf = (name: string): string => `${name}@${dependencies[name]}`;
