import { pagesOf } from '../../src/model/page-addresses.ts';
import type { Edition } from '../../src/model/edition.ts';

/**
 * One address, without language, for each kind of page (its first entry's), and a nonexistent one for the 404 page.
 *
 * @param only comma-separated words: only addresses that contain one of them are returned
 */
export function samplePages(edition: Edition, only?: string): string[] {
  const kinds = new Map<string, string>();
  for (const [address, entry] of pagesOf(edition.entries)) {
    // The home page shows the meeting's entry, but is a different kind of page.
    const kind = address === '/' ? address : (entry?.kind ?? address);
    if (!kinds.has(kind)) kinds.set(kind, address);
  }
  return [...kinds.values(), '/nowhere/'].filter(
    (address) => !only || only.split(',').some((word) => address.includes(word)),
  );
}
