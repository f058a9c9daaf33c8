import type { Edition } from './edition.ts';
import { memo } from './memo.ts';

/**
 * The old addresses of a page, in the order of redirects.yaml.
 * @param address the page's current address, without the language prefix
 */
export const formerAddresses = (edition: Edition, address: string): readonly string[] =>
  memo(edition, 'former addresses', () =>
    Map.groupBy(Object.keys(edition.redirects), (from) => edition.redirects[from]?.split('#')[0]),
  ).get(address) ?? [];
