/** What is known of a file's past. */
export interface Past {
  /** The last commit that names it: an instant in UTC (RFC 3339). */
  named: string;
  /** The last commit that changed its bytes, and what it was called there. To be renamed alone is no change. */
  commit: string;
  date: string;
  path: string;
}

/** Each file's past by its path from the content folder. */
export type Log = ReadonlyMap<string, Past>;

/**
 * Reads `git log -z --name-status --format=%x00%H %cI`, the newest commit first. A renamed file's older commits are under
 * its older name, which is followed.
 *
 * @param prefix that all paths begin with; it is left out
 */
export function parseLog(output: string, prefix = ''): Log {
  const log = new Map<string, Past>();
  /** What files are called now, by what they were called in the commit that is being read. */
  const today = new Map<string, string>();
  const pending = new Map<string, string>();
  const pieces = output.split('\0').map((piece) => piece.replace(/^\n+/, ''));
  let commit = '';
  let date = '';
  for (let index = 0; index < pieces.length; index += 1) {
    const piece = pieces[index] as string;
    const [, hash, when] = /^([0-9a-f]{40,64}) (\d{4}-\d{2}-\d{2}T\S+)$/.exec(piece) ?? [];
    if (hash !== undefined && when !== undefined) {
      commit = hash;
      date = Temporal.Instant.from(when).toString({ smallestUnit: 'second' });
      continue;
    }
    if (!/^[A-Z]+\d*$/.test(piece)) continue;
    const next = () => (pieces[(index += 1)] as string).slice(prefix.length);
    const path = next();
    const renamed = /^[RC]\d+$/.test(piece) ? next() : undefined;
    const file = today.get(renamed ?? path) ?? renamed ?? path;
    if (log.has(file)) continue;
    if (renamed !== undefined) {
      if (!pending.has(file)) pending.set(file, date);
      today.set(path, file);
      continue;
    }
    log.set(file, { named: pending.get(file) ?? date, commit, date, path });
  }
  return log;
}
