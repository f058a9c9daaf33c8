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
    title: text(1, 300, 'the title'),
    publisher: text(1, 200, 'the publisher'),
    url: webAddress,
    /** When it was published, as far as known: a year, a month or a day (ISO 8601). */
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
      .optional(),
    note: text(1, 400, 'the note').optional(),
  },
  'title: "A title", publisher: "Who", url: "https://example.org/page"',
);

/** The whole of sources.yaml. The form of the keys is checked where the file is read, which knows their lines. */
export const sourcesSchema = z.record(z.string(), sourceSchema);

export type Source = z.output<typeof sourceSchema>;
export type Sources = Record<string, Source>;
