/** The rules of the check, in the order in which they run. */
import { compareWithOriginal } from './compare-with-original.ts';
import { documents } from './documents.ts';
import { externalAddresses } from './external-addresses.ts';
import { markdown } from './markdown.ts';
import { people } from './people.ts';
import { pictures } from './pictures.ts';
import { places } from './places.ts';
import { published } from './published.ts';
import { redirects } from './redirects.ts';
import { references } from './references.ts';
import { scheduleChanges } from './schedule-changes.ts';
import { texts } from './texts.ts';
import { times } from './times.ts';
import { translations } from './translations.ts';

export const rules = [
  references,
  people,
  externalAddresses,
  places,
  times,
  scheduleChanges,
  texts,
  markdown,
  pictures,
  documents,
  translations,
  compareWithOriginal,
  redirects,
  published,
];
