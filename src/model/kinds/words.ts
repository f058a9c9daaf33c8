import { z } from 'zod';
import { list, text } from '../values.ts';

/** Words that every file has, the original's and each translation's. */
export const commonWords = {
  /** The heading of the page and its name everywhere else. */
  title: text(1, 70, 'the title'),
  /** One plain sentence: the lead of the page, and what search engines show. */
  summary: text(30, 160, 'the summary').check((context) => {
    if (/[*_`[\]<>]|\n\s*\n/.test(context.value))
      context.issues.push({
        code: 'custom',
        message: 'the summary is plain text; take out the signs * _ ` [ ] < > and empty lines',
        input: context.value,
      });
  }),
  /** Other spellings and names that readers look for. */
  aliases: list(text(1, 70, 'an alias'), 'Munich, Muenchen').optional(),
};

/** Words of meetings: the motto. */
export const theme = text(1, 160, 'the theme').optional();

/** Words of what somebody runs: who it was. */
export const organisers = list(text(1, 160, 'an organiser'), '"City of Example"').optional();

export type CommonWords = z.output<z.ZodObject<typeof commonWords>>;

/** Names of the keys that a translation may have; everything else is a fact and stands in the original only. */
export const wordKeys = ['title', 'summary', 'theme', 'organisers', 'aliases'] as const;
