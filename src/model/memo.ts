import type { Edition } from './edition.ts';

const values = new WeakMap<Edition, Map<string, unknown>>();

/**
 * Computes a value once per edition, however many pages need it.
 *
 * @param key unique among all callers
 */
export function memo<T>(edition: Edition, key: string, compute: () => T): T {
  let ofEdition = values.get(edition);
  if (!ofEdition) values.set(edition, (ofEdition = new Map<string, unknown>()));
  if (!ofEdition.has(key)) ofEdition.set(key, compute());
  return ofEdition.get(key) as T;
}
