import ids from 'spdx-license-ids/index.json' with { type: 'json' };
import deprecated from 'spdx-license-ids/deprecated.json' with { type: 'json' };

/**
 * Identifiers of the SPDX list (https://spdx.org/licenses/), including deprecated ones, because texts keep their old
 * licences.
 */
export const spdxIds: readonly string[] = [...ids, ...deprecated];

/**
 * The address of a licence's text.
 *
 * @param licence an SPDX identifier or an address, as site.yaml or a credit names it
 * @returns undefined if it is neither
 */
export function licenceAddress(licence: string | undefined): string | undefined {
  if (licence === undefined || URL.canParse(licence)) return licence;
  const [, terms, version] = /^CC-(BY(?:-[A-Z]{2})*)-(\d\.\d)$/.exec(licence) ?? [];
  if (terms && version) return `https://creativecommons.org/licenses/${terms.toLowerCase()}/${version}/`;
  if (licence === 'CC0-1.0') return 'https://creativecommons.org/publicdomain/zero/1.0/';
  return spdxIds.includes(licence) ? `https://spdx.org/licenses/${licence}.html` : undefined;
}
