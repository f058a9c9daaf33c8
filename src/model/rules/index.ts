/** The rules of the check, in the order in which they run. */
import { checkAgainstOriginal } from './compare-with-original.ts';
import { checkDocuments } from './documents.ts';
import { checkEntryNames } from './entry-names.ts';
import { checkExternalAddresses } from './external-addresses.ts';
import { checkMarkdown } from './markdown.ts';
import { checkPeople } from './people.ts';
import { checkPictures } from './pictures.ts';
import { checkPlaces } from './places.ts';
import { checkPublished } from './published.ts';
import { checkRedirects } from './redirects.ts';
import { checkReferences } from './references.ts';
import { checkScheduleChanges } from './schedule-changes.ts';
import { checkTexts } from './texts.ts';
import { checkTimes } from './times.ts';
import { checkTranslations } from './translations.ts';

export const rules = [
  checkReferences,
  checkPeople,
  checkExternalAddresses,
  checkPlaces,
  checkTimes,
  checkScheduleChanges,
  checkTexts,
  checkMarkdown,
  checkPictures,
  checkDocuments,
  checkTranslations,
  checkEntryNames,
  checkAgainstOriginal,
  checkRedirects,
  checkPublished,
];
