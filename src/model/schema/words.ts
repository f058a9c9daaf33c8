import { list, text } from './values.ts';

const plainText = 'the summary is plain text; remove the characters * _ ` [ ] < > and empty lines';

/** Words that every file has, original or translation. */
export const commonWords = {
  title: text(1, 70, 'the title').meta({
    title: 'Title',
    description: 'The heading of the page and its name everywhere else, in at most 70 characters.',
    example: 'Summer concert',
  }),
  summary: text(30, 160, 'the summary')
    .check((context) => {
      if (/[*_`[\]<>]|\n\s*\n/.test(context.value))
        context.issues.push({
          code: 'custom',
          message: plainText,
          input: context.value,
        });
    })
    .meta({
      title: 'Summary',
      description:
        'One plain sentence of 30 to 160 characters: the lead of the page, which lists and search engines also show.',
      example: 'One plain sentence that says what this page is about.',
      pattern: '^[^*_`\\[\\]<>]*$',
      patternErrorMessage: plainText,
    }),
  aliases: list(text(1, 70, 'an alias'), 'Munich, Muenchen')
    .optional()
    .meta({
      title: 'Other names',
      description: 'Other spellings and names that readers may type into the search.',
      example: ['Munich', 'Muenchen'],
    }),
};

/** The motto of a meeting. */
export const theme = text(1, 160, 'the theme')
  .optional()
  .meta({ title: 'Theme', description: 'The motto of the meeting, as it was announced.', example: 'A motto' });

/** The organisers of an event or meeting. */
export const organisers = list(text(1, 160, 'an organiser'), '"City of Example"')
  .optional()
  .meta({ title: 'Organisers', description: 'Who ran it, by name.', example: ['City of Example'] });

/** What came of a meeting. */
export const outcomes = list(text(1, 160, 'an outcome'), '"A declaration by the mayors"')
  .optional()
  .meta({
    title: 'Outcomes',
    description: 'What came of the meeting, each item in a few words; the home page lists them after the meeting.',
    example: ['A declaration by the mayors'],
  });

/** A notice about what has changed, for everybody who plans to come. */
export const notice = text(1, 300, 'the notice').optional().meta({
  title: 'Notice',
  description:
    'One plain sentence above everything else on the page: what has changed, and what to do. The meeting’s notice is on every page.',
  example: 'The concert moves to the town hall; tickets stay valid.',
});

/** The keys of words that readers see. */
export const shownWordKeys = ['title', 'summary', 'notice', 'theme', 'organisers', 'outcomes'] as const;

/** Names of the keys that a translation may have; everything else is a fact and only in the original. */
export const wordKeys = [...shownWordKeys, 'aliases'] as const;
