/**
 * The types of values in the content, each with the message for an invalid value. Input is always what the editor wrote
 * (texts, lists, maps: see yaml.ts); output is what the site uses.
 */
import { z } from 'zod';
import { countryCodes, isCountry, commonCountryMistakes } from './countries.ts';
import type { JsonHint, Named } from './meta.ts';
import { confusableIndex, describeCharacter, displayWidth, isBlank, withPlainCharacters } from './characters.ts';
import { didYouMean } from './did-you-mean.ts';
import { slugPattern, toSlug } from './slug.ts';
import { addressProblem } from './web-address.ts';

/** The message for a value of the wrong type; validate() reports a missing value. */
const unlessMissing = (message: (input: unknown) => string) => ({
  error: ({ input }: { input?: unknown }) => (input === undefined ? undefined : message(input)),
});

const quote = (value: unknown) => (typeof value === 'string' ? `"${value}"` : 'this value');

/** YAML reads `1984` as a number and `true` as a boolean; here they are strings. */
const written: JsonHint = { type: ['string', 'number', 'boolean'] };

/** A text of `min` to `max` characters (Unicode code points); East Asian ones count double. */
export function text(min: number, max: number, what = 'this text') {
  return z
    .string(unlessMissing(() => `${what} must be a single text value`))
    .check((context) => {
      const length = displayWidth(context.value);
      const report = (message: string) => context.issues.push({ code: 'custom', message, input: context.value });
      const markup = markupIn(context.value);
      if (isBlank(context.value)) report(emptySentence);
      else if (markup !== undefined)
        report(`"${markup}" would be shown as it is, because ${what} is plain text; remove it`);
      else if (length < min) report(`${what} has ${length} characters; write at least ${min}`);
      else if (length > max) report(`${what} has ${length} characters; shorten it to at most ${max}`);
    })
    .meta({ ...written, minLength: min, maxLength: max } satisfies JsonHint);
}

/** Markdown, HTML or entities in plain text. Names like `<script>` or a single asterisk are text. */
export const markupIn = (value: string): string | undefined =>
  /\*\*[^\s*][^*]*\*\*|__[^\s_][^_]*__|!?\[[^\]]+\]\([^)]*\)|&(?:[a-z]{2,8}|#\d+|#x[\da-f]+);|<br\s*\/?>|<\/(?:a|b|em|i|p|small|span|strong|sub|sup|u)>/i.exec(
    value,
  )?.[0];

/**
 * A text in a fixed format.
 *
 * @param parse    returns the value; undefined if the text is invalid
 * @param sentence the message for an invalid text; without a value it says "this value"
 * @param json     JSON Schema keywords for the format
 */
function form<T>(
  parse: (value: string) => T | undefined,
  sentence: (value: string | undefined) => string,
  json: JsonHint,
) {
  const explain = (value: string) => {
    if (isBlank(value)) return emptySentence;
    const character = confusableIndex(value);
    // If only a special character is wrong, it is named, because nobody sees a mistake in "2027–06–12".
    return character >= 0 && parse(withPlainCharacters(value).trim()) !== undefined
      ? `in "${value}", ${describeCharacter(value, character)}`
      : sentence(value);
  };
  return z
    .string(unlessMissing((input) => `this is ${found(input)}; it must be a single text value, written on one line`))
    .meta(json.pattern ? { ...json, patternErrorMessage: sentence(undefined) } : { ...json })
    .transform((value, context) => {
      const parsed = parse(value.replace(/^[ \t\n]+|[ \t\n]+$/g, ''));
      if (parsed !== undefined) return parsed;
      context.addIssue({ code: 'custom', message: explain(value) });
      return z.NEVER;
    });
}
/** What was found instead of a single text value. */
const found = (value: unknown) => (Array.isArray(value) ? 'a list' : 'a group');
const emptySentence = 'this is empty; write something or delete the line';

/** A whole number within bounds. */
export const wholeNumber = (min: number, max: number) =>
  form(
    (value) => (/^\d{1,12}$/.test(value) && +value >= min && +value <= max ? +value : undefined),
    (value) => `${quote(value)} must be a whole number from ${min} to ${max}, without spaces or signs`,
    { type: ['integer', 'string'], minimum: min, maximum: max, pattern: '^\\d{1,12}$' },
  );

/** A decimal number within bounds, written with a decimal point. @param decimals maximum number of decimal places */
export function decimal(min: number, max: number, what: string, example = '48.8566', decimals = 12) {
  const pattern = `^-?\\d{1,8}(\\.\\d{1,${decimals}})?$`;
  return form(
    (value) => (new RegExp(pattern).test(value) && +value >= min && +value <= max ? +value : undefined),
    (value) => `${quote(value)} must be ${what}: a number from ${min} to ${max} with a decimal point, like ${example}`,
    { type: ['number', 'string'], minimum: min, maximum: max, pattern },
  );
}

/** The format of a day or a local time; whether it exists is left to the check. */
export const momentPattern = '^\\d{4}-\\d{2}-\\d{2}([ T]\\d{2}:\\d{2}([+-]\\d{2}:\\d{2})?)?$';

/**
 * A day (`2027-06-12`) or a local time (`2027-06-12 09:00`); results in `2027-06-12` or `2027-06-12T09:00`. An offset
 * from UTC may follow the time, to distinguish repeated times when the clocks go back.
 */
export const moment = form(
  (value) => {
    const match = /^(\d{4}-\d{2}-\d{2})(?:[ T](\d{2}:\d{2})([+-]\d{2}:\d{2})?)?$/.exec(value);
    if (!match?.[1]) return undefined;
    try {
      Temporal.PlainDate.from(match[1], { overflow: 'reject' });
      if (match[2]) Temporal.PlainTime.from(match[2], { overflow: 'reject' });
    } catch {
      return undefined;
    }
    return match[2] ? `${match[1]}T${match[2]}${match[3] ?? ''}` : match[1];
  },
  (value) => `${quote(value)} must be a date that exists, like 2027-06-12, or a date and a time, like 2027-06-12 09:00`,
  { type: 'string', pattern: momentPattern },
);

export const slug = form(
  (value) => (slugPattern.test(value) ? value : undefined),
  (value) =>
    `${quote(value)} must be written in lower-case letters a–z, digits and hyphens, like ${toSlug(value ?? '') || 'summer-concert'}`,
  { type: ['string', 'number'], pattern: slugPattern.source },
);

/** The address of a page of this site, without a language. */
export const pageAddress = form(
  (value) => (/^\/(?:[a-z0-9-]+\/)+$/.test(value) ? value : undefined),
  (value) => `${quote(value)} must be the address of a page, without a language, like /events/summer-concert/`,
  { type: 'string', pattern: '^/([a-z0-9-]+/)+$' },
);

/** The slug of an existing entry, or the key of a source, as checked in rules/references.ts. */
export const slugOf = (names: Named) => slug.meta({ names });

/** The format of a moment, for descriptions. */
export const momentForm = 'a date like 2027-06-12, or with the local time like 2027-06-12 09:00';

/** An absolute http(s) address. */
export const webAddress = checked((value) => addressProblem(value), {
  type: 'string',
  pattern: '^(https|http):[^\\s<>"]+$',
  patternErrorMessage: 'this must be a full address, like https://example.org/page',
});

/**
 * A text whose format is checked by a function.
 *
 * @param problem returns the message for an invalid text, or undefined
 */
export function checked(problem: (value: string) => string | undefined, json: JsonHint) {
  return z
    .string(unlessMissing(() => 'this must be a single text value'))
    .meta({ ...json })
    .transform((value, context) => {
      const trimmed = value.trim();
      const message = isBlank(value) ? emptySentence : problem(trimmed);
      if (message === undefined) return trimmed;
      context.addIssue({ code: 'custom', message });
      return z.NEVER;
    });
}

export const country = form(
  (value) => (isCountry(value) ? value : undefined),
  (value) =>
    `${quote(value)} must be an ISO 3166-1 country code of two capital letters, like ${commonCountryMistakes[value ?? ''] ?? 'PT'}`,
  { type: 'string', enum: countryCodes },
).meta({ title: 'Country', description: 'The country’s ISO 3166-1 code of two capital letters.', example: 'PT' });

/** One of a few words. */
export const oneOf = <const T extends readonly string[]>(...choices: T) =>
  form(
    (value): T[number] | undefined => choices.find((choice) => choice === value),
    (value) => `${quote(value)} isn't allowed here${didYouMean(value ?? '', choices)}`,
    { type: 'string', enum: choices },
  );

/** `true` or `false`. */
export const flag = form(
  (value) => (value === 'true' ? true : value === 'false' ? false : undefined),
  (value) => `${quote(value)} isn't allowed here; write true or false`,
  { type: ['string', 'boolean'], pattern: '^(true|false)$' },
);

export const yesPattern = '^true$';

/** `true`, or the line is left out. */
export const yes = form(
  (value) => (value === 'true' ? true : undefined),
  (value) => `${quote(value)} isn't allowed here; write true, or delete the line`,
  { type: ['string', 'boolean'], pattern: yesPattern },
);

/** A list with at least one item and no duplicates. */
export const list = <T extends z.ZodType>(item: T, example: string) =>
  z
    .array(
      item,
      unlessMissing(() => `this must be a list, like [${example}]`),
    )
    .check((context) => {
      if (context.value.length === 0)
        context.issues.push({
          code: 'custom',
          message: 'this list is empty; fill it or delete the line',
          input: context.value,
        });
      const seen = new Set<unknown>();
      context.value.forEach((value, index) => {
        if (typeof value === 'string' && seen.has(value))
          context.issues.push({
            code: 'custom',
            message: `"${value}" is listed twice; delete one`,
            input: context.value,
            path: [index],
          });
        seen.add(value);
      });
    })
    .meta({ minItems: 1, uniqueItems: true } satisfies JsonHint);

/** A group of keys, with an example for the message. */
export const group = <S extends z.ZodRawShape>(shape: S, example: string) =>
  z.strictObject(shape, {
    error: (issue) =>
      issue.code === 'invalid_type' && issue.input !== undefined
        ? `this must be a group, like { ${example} }`
        : undefined,
  });

export const groups = <S extends z.ZodRawShape>(shape: S, example: string) =>
  z.array(
    group(shape, example),
    unlessMissing(() => `this must be a list of groups, like [{ ${example} }]`),
  );
