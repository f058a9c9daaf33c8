import { pagesOf } from '../../src/model/addresses.ts';
import type { Edition } from '../../src/model/edition.ts';

/**
 * One address of each kind of page, without language: the first entry stands for the others, and an address at which
 * nothing is for "not found".
 *
 * @param only takes the addresses that contain one of these words, separated by commas
 */
export function pageKinds(edition: Edition, only?: string): string[] {
  const kinds = new Map<string, string>();
  for (const [address, entry] of pagesOf(edition.entries)) {
    // The home page speaks with the meeting's words, and is another kind of page.
    const kind = address === '/' ? address : (entry?.kind ?? address);
    if (!kinds.has(kind)) kinds.set(kind, address);
  }
  return [...kinds.values(), '/nowhere/'].filter(
    (address) => !only || only.split(',').some((word) => address.includes(word)),
  );
}
