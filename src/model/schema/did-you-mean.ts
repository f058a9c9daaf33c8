import { closest, distance } from 'fastest-levenshtein';

/** The known value that a misspelt one is most likely meant to be; undefined where none is near enough. */
export function nearest(value: string, known: readonly string[]): string | undefined {
  if (known.length === 0) return undefined;
  const near = closest(value.toLowerCase(), known as string[]);
  const allowed = value.length <= 3 ? 1 : Math.max(2, Math.floor(value.length / 3));
  return distance(value.toLowerCase(), near) <= allowed ? near : undefined;
}

/**
 * A didYouMean for a value that isn't among the known ones.
 *
 * @returns ` did you mean "first-city"?` when one is near enough to be a slip, else the choices (at most `most`), else ''.
 */
export function didYouMean(value: string, known: readonly string[], most = 12): string {
  if (known.length === 0) return '';
  const near = nearest(value, known);
  if (near !== undefined) return `; did you mean "${near}"?`;
  if (known.length > most) return '';
  return `; use one of: ${known.join(', ')}`;
}
