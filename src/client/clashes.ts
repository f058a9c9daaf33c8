/** What on a list doesn't go together: two things at one time, or too far apart for the time between them. Pure. */

/** Something with an hour; what lasts all day is attended when there is time and clashes with nothing. */
export interface Timed {
  title: string;
  /** Milliseconds of Unix time. */
  starts: number;
  /** Undefined where no end is known. */
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
 * Every pair that clashes, by the time of its first.
 *
 * Where no end is known only what is certain is told: it overlaps with what starts at the same minute, and it is too far
 * from what starts elsewhere sooner than the way takes, counted from its own start.
 *
 * @param minutes the shortest way between two cities, in either direction; undefined where none is known
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
