/** Clashes on a list: entries that overlap, or are too far apart for the time between them. Pure functions. */

/** An entry with a time. Entries that last all day clash with nothing. */
export interface Timed {
  title: string;
  /** Milliseconds of Unix time. */
  starts: number;
  /** Undefined if unknown. */
  ends: number | undefined;
  /** Slug of the host city. */
  city: string | undefined;
}

export interface Clash {
  kind: 'overlap' | 'far';
  first: Timed;
  second: Timed;
}

/**
 * All pairs that clash, sorted by the start of the first entry.
 *
 * An entry without a known end counts as ending when it starts, so that only certain clashes are reported.
 *
 * @param minutes returns the duration of the shortest transfer between two cities, in either direction, if known
 */
export function clashesOf(items: readonly Timed[], minutes: (from: string, to: string) => number | undefined): Clash[] {
  const sorted = [...items].sort((a, b) => a.starts - b.starts);
  return sorted.flatMap((first, index) =>
    sorted.slice(index + 1).flatMap((second): Clash[] => {
      const free = first.ends ?? first.starts;
      if (second.starts < free || second.starts === first.starts) return [{ kind: 'overlap', first, second }];
      if (first.city === undefined || second.city === undefined || first.city === second.city) return [];
      const way = minutes(first.city, second.city);
      return way !== undefined && second.starts - free < way * 60_000 ? [{ kind: 'far', first, second }] : [];
    }),
  );
}
