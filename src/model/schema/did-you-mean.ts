import { distance } from 'fastest-levenshtein';

/**
 * The known value that is most similar to a misspelt one; undefined if none is similar enough. Case is ignored.
 * Short words allow only one typo: `time` isn't `title`.
 */
export function nearest(value: string, known: readonly string[]): string | undefined {
  const typed = value.toLowerCase();
  const allowed = value.length <= 4 ? 1 : Math.max(2, Math.floor(value.length / 3));
  let best: string | undefined;
  let minDistance = allowed + 1;
  for (const candidate of known) {
    const count = distance(typed, candidate.toLowerCase());
    if (count < minDistance) [best, minDistance] = [candidate, count];
  }
  return best;
}

/**
 * A suggestion for a value that isn't among the known ones.
 *
 * @returns `; did you mean "first-city"?` if one is similar enough; otherwise the choices, if there are at most
 * `max`; otherwise ''
 */
export function didYouMean(value: string, known: readonly string[], max = 12): string {
  if (known.length === 0) return '';
  const near = nearest(value, known);
  if (near !== undefined) return `; did you mean "${near}"?`;
  if (known.length > max) return '';
  return `; use one of: ${known.join(', ')}`;
}
