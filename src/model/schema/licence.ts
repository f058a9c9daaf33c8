/**
 * The address of a licence's text, as site.yaml names it: an address itself, one of Creative Commons, or another one of the
 * SPDX list. Undefined where it is none of these.
 */
export function licenceAddress(licence: string | undefined): string | undefined {
  if (licence === undefined || URL.canParse(licence)) return licence;
  const [, terms, version] = /^CC-(BY(?:-[A-Z]{2})*)-(\d\.\d)$/.exec(licence) ?? [];
  if (terms && version) return `https://creativecommons.org/licenses/${terms.toLowerCase()}/${version}/`;
  if (licence === 'CC0-1.0') return 'https://creativecommons.org/publicdomain/zero/1.0/';
  return /^[A-Za-z0-9.+-]+$/.test(licence) ? `https://spdx.org/licenses/${licence}.html` : undefined;
}
