import { extname } from 'node:path';
import { zipSync, type Zippable } from 'fflate';

/** Already compressed formats. */
const compressed = /^\.(?:png|jpe?g|webp|avif|gif|pdf|zip)$/;

/** The maximum number of files in a zip without ZIP64, which fflate doesn't write (APPNOTE 4.4.21). */
export const maxFiles = 65_535;

/**
 * A zip file, reproducible on every machine.
 *
 * @param files by their paths
 * @param day   the date of the files: `2027-06-13`
 */
export function zipOf(files: ReadonlyMap<string, Uint8Array>, day: string): Uint8Array {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  // Times in a zip are local; fflate accepts years from 1980 to 2099.
  const mtime = year >= 1980 && year <= 2099 ? new Date(year, month - 1, date, 12) : new Date(1980, 0, 1, 12);
  const entries: Zippable = {};
  for (const path of [...files.keys()].sort())
    entries[path] = [files.get(path) as Uint8Array, { level: compressed.test(extname(path)) ? 0 : 9, mtime }];
  return zipSync(entries);
}
