import { z } from 'zod';
import { slugPattern, text, webAddress } from './values.ts';

/** One entry of the bibliography, sources.yaml. */
export const sourceSchema = z.strictObject({
  title: text(1, 300, 'the title'),
  publisher: text(1, 200, 'the publisher'),
  url: webAddress,
  /** When it was published, as far as known: a year, a month or a day (ISO 8601). */
  published: z
    .string()
    .check((context) => {
      if (!/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/.test(context.value))
        context.issues.push({
          code: 'custom',
          message: `"${context.value}" must be a year, a month or a day, like 2027, 2027-06 or 2027-06-12`,
          input: context.value,
        });
    })
    .optional(),
  note: text(1, 400, 'the note').optional(),
});

export const sourcesSchema = z.record(
  z.string().check((context) => {
    if (!slugPattern.test(context.value))
      context.issues.push({
        code: 'custom',
        message: `"${context.value}" must be written in small letters a–z, digits and hyphens`,
        input: context.value,
      });
  }),
  sourceSchema,
);

export type Source = z.output<typeof sourceSchema>;
export type Sources = Record<string, Source>;
