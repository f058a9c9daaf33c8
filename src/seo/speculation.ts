import { servedAddress } from '../i18n/addresses.ts';

/**
 * Pages of this site that the reader is about to open are fetched ahead (HTML Standard, speculation rules): when the pointer
 * rests on a link, or a finger touches it. Files and addresses with a question are left alone. Browsers that save data, or
 * don't know the rules, do nothing.
 */
export const speculationRules = JSON.stringify({
  prefetch: [
    {
      where: { and: [{ href_matches: servedAddress('/*/') }, { not: { selector_matches: '[aria-current=page]' } }] },
      eagerness: 'moderate',
    },
  ],
});
