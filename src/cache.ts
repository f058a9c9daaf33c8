/** A content-addressed cache between builds: file names contain a hash of everything that their content depends on. */
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/** The folder for one kind of file, shared by all editions. */
export const cacheFolder = (name: string): string => resolve('node_modules/.cache', name);

/**
 * Reads a file from the cache, or makes and caches it.
 *
 * @param name with the hash of everything that the content depends on
 * @throws what `make` throws; then nothing is cached
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
