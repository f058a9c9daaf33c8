/** A cache kept between builds: each file name contains a hash of everything that the content depends on. */
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/** The folder for one kind of file, shared by all editions. */
export const cacheFolder = (name: string): string => resolve('node_modules/.cache', name);

/**
 * Reads a file from the cache, or creates it and caches it.
 *
 * @param name the file name, including a hash of everything that the content depends on
 * @throws whatever `make` throws, in which case nothing is cached
 */
export async function cached(folder: string, name: string, make: () => Promise<Uint8Array>): Promise<Buffer> {
  const file = join(folder, name);
  if (existsSync(file)) return readFileSync(file);
  const data = await make();
  mkdirSync(dirname(file), { recursive: true });
  // Renamed when complete, so that a killed or concurrent build never leaves a partial file.
  const temporary = `${file}.${process.pid}`;
  writeFileSync(temporary, data);
  renameSync(temporary, file);
  return Buffer.from(data);
}

/** The project's dependencies with their exact versions. */
export const { dependencies } = JSON.parse(readFileSync(resolve('package.json'), 'utf8')) as {
  dependencies: Record<string, string>;
};

/** A dependency with its exact version, for cache keys: `sharp@0.35.5`. */
export const versionOf = (name: string): string => `${name}@${dependencies[name]}`;
