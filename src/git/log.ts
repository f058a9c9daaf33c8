/** A commit that changed a file, and the file's path in that commit. */
export interface Change {
  commit: string;
  /** An instant in UTC (RFC 3339). */
  date: string;
  path: string;
}

/** The history of a file. */
export interface FileHistory {
  /** Date of the last commit that changed or renamed it: an instant in UTC (RFC 3339). */
  changedOrRenamed: string;
  /** The last commit that changed its content, and its path in that commit. A rename alone doesn't count. */
  commit: string;
  date: string;
  path: string;
  /** All commits that changed its content, newest first. */
  changes: Change[];
}

/** Histories by path relative to the content folder. */
export type Log = ReadonlyMap<string, FileHistory>;

/**
 * Parses the output of `git log -z --name-status --format=%x00%H %cI`, newest commit first, and follows renames.
 *
 * @param prefix removed from the start of all paths
 */
export function parseLog(output: string, prefix = ''): Log {
  const log = new Map<string, FileHistory>();
  /** Maps each path in the commit being read to the file's current path. */
  const currentPaths = new Map<string, string>();
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
    const file = currentPaths.get(renamed ?? path) ?? renamed ?? path;
    if (renamed !== undefined) {
      if (!pending.has(file) && !log.has(file)) pending.set(file, date);
      currentPaths.set(path, file);
      continue;
    }
    const past = log.get(file) ?? { changedOrRenamed: pending.get(file) ?? date, commit, date, path, changes: [] };
    past.changes.push({ commit, date, path });
    log.set(file, past);
  }
  return log;
}
