import { servedAddress } from '../i18n/addresses.ts';

/**
 * Speculation rules (HTML Standard): browsers prefetch a page of this site when the pointer hovers over its link or a
 * finger touches it, except files and the current page. Data-saving modes turn this off.
 */
export const speculationRules = JSON.stringify({
  prefetch: [
    {
      where: { and: [{ href_matches: servedAddress('/*/') }, { not: { selector_matches: '[aria-current=page]' } }] },
      eagerness: 'moderate',
    },
  ],
});
