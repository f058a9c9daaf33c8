import { servedAddress } from '../i18n/addresses.ts';

/**
 * Speculation rules (HTML Standard): prefetches a page of this site when the pointer rests on its link or a finger touches
 * it. Not files, nor URLs with a query. Browsers ignore it when saving data.
 */
export const speculationRules = JSON.stringify({
  prefetch: [
    {
      where: { and: [{ href_matches: servedAddress('/*/') }, { not: { selector_matches: '[aria-current=page]' } }] },
      eagerness: 'moderate',
    },
  ],
});
