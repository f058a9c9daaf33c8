import { z } from 'zod';
import { group, text, webAddress } from './values.ts';

/** A year, a month or a day that exists (ISO 8601). */
function isDate(value: string): boolean {
  if (!/^\d{4}(-\d{2}(-\d{2})?)?$/.test(value)) return false;
  const [year = '', month = '01', day = '01'] = value.split('-');
  try {
    Temporal.PlainDate.from({ year: +year, month: +month, day: +day }, { overflow: 'reject' });
    return true;
  } catch {
    return false;
  }
}

/** One entry of the bibliography, sources.yaml. */
export const sourceSchema = group(
  {
    title: text(1, 300, 'the title').meta({
      title: 'Title',
      description: 'Its title.',
      example: 'A title',
    }),
    publisher: text(1, 200, 'the publisher').meta({
      title: 'Publisher',
      description: 'Who published it.',
      example: 'A publisher',
    }),
    url: webAddress.meta({
      title: 'Address',
      description: 'Its full web address.',
      example: 'https://example.org/page',
    }),
    published: z
      .string()
      .check((context) => {
        if (!isDate(context.value))
          context.issues.push({
            code: 'custom',
            message: `"${context.value}" must be a year, a month or a day, like 2027, 2027-06 or 2027-06-12`,
            input: context.value,
          });
      })
      .optional()
      .meta({
        title: 'Published',
        description: 'When it was published, as precisely as is known: a year, a month or a day.',
        example: '2027-06',
        type: ['string', 'integer'],
        pattern: '^\\d{4}(-\\d{2}(-\\d{2})?)?$',
      }),
    note: text(1, 400, 'the note').optional().meta({
      title: 'Note',
      description: 'What a reader should know about it.',
      example: 'Archived copy.',
    }),
  },
  'title: "A title", publisher: "A publisher", url: "https://example.org/page"',
).meta({ title: 'Source', description: 'One entry of the bibliography.' });

/**
 * The whole of sources.yaml. The format of the keys is checked when the file is read, because their lines are known
 * there.
 */
export const sourcesSchema = z.record(z.string(), sourceSchema);

export type Source = z.output<typeof sourceSchema>;
export type Sources = Record<string, Source>;
