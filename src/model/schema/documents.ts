import { languageProblem } from './languages.ts';
import { checked, groups, text } from './values.ts';

/** Documents to download, in the same folder as the text. */
export const documents = groups(
  {
    file: checked(
      (value) =>
        /^\.\/[^/]+\.pdf$/.test(value)
          ? undefined
          : `"${value}" must be the name of a PDF beside this file, like ./agenda.pdf`,
      { type: 'string', pattern: '^\\./[^/]+\\.pdf$' },
    ).meta({
      title: 'File',
      description: 'A PDF of at most 20 MB in the folder of this file, with ./ before its name.',
      example: './agenda.pdf',
    }),
    title: text(1, 120, 'the title').meta({
      title: 'Title',
      description: 'What it is, in the language of the document.',
      example: 'Agenda',
    }),
    language: checked(languageProblem, { type: 'string' }).meta({
      title: 'Language',
      description: 'The language of the document, as a code like en.',
      example: 'en',
    }),
  },
  'file: ./agenda.pdf, title: Agenda, language: en',
)
  .optional()
  .meta({
    title: 'Documents',
    description: 'PDF documents that the page offers for download.',
    example: [{ file: './agenda.pdf', title: 'Agenda', language: 'en' }],
  });
