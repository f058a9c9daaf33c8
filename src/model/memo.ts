import type { Edition } from './edition.ts';

const values = new WeakMap<Edition, Map<string, unknown>>();

/**
 * Computes something once per edition, however many pages ask for it.
 *
 * @param key what it is, and of what: unique among all callers
 */
export function memo<T>(edition: Edition, key: string, compute: () => T): T {
  let known = values.get(edition);
  if (!known) values.set(edition, (known = new Map()));
  if (!known.has(key)) known.set(key, compute());
  return known.get(key) as T;
}
