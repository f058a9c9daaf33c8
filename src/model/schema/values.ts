/**
 * The forms that a value in the content may take, each with the sentence an editor sees when it is wrong.
 * Input is always what the editor wrote (texts, lists, maps: see yaml.ts); output is what the site works with.
 */
import { z } from 'zod';
import { countryCodes, isCountry, slips } from './countries.ts';
import type { JsonHint, Named } from './meta.ts';
import { confusableIn, describeCharacter, displayWidth, isBlank, withPlainCharacters } from './characters.ts';
import { didYouMean } from './did-you-mean.ts';
import { addressProblem, schemes } from './web-address.ts';

const quote = (value: unknown) => (typeof value === 'string' ? `"${value}"` : 'this value');

/** YAML takes `1984` for a number and `true` for a truth; here they are texts. */
const written: JsonHint = { type: ['string', 'number', 'boolean'] };

/** A text of `min` to `max` characters (Unicode code points); East Asian ones count double. */
export function text(min: number, max: number, what = 'this text') {
  return z
    .string({ error: (issue) => (issue.input === undefined ? undefined : `${what} must be a single text`) })
    .check((context) => {
      const length = displayWidth(context.value);
      const tell = (message: string) => context.issues.push({ code: 'custom', message, input: context.value });
      const markup = markupIn(context.value);
      if (isBlank(context.value)) tell(emptySentence);
      else if (markup !== undefined) tell(`"${markup}" would appear as it is, as ${what} is plain text; take it out`);
      else if (length < min) tell(`${what} has ${length} characters; write at least ${min}`);
      else if (length > max) tell(`${what} has ${length} characters; shorten it to at most ${max}`);
    })
    .meta({ ...written, minLength: min, maxLength: max } satisfies JsonHint);
}

/** Markdown, HTML or entities that somebody left in plain text. Names like `<script>` or a lone asterisk are texts. */
export const markupIn = (value: string): string | undefined =>
  /\*\*[^\s*][^*]*\*\*|__[^\s_][^_]*__|!?\[[^\]]+\]\([^)]*\)|&(?:[a-z]{2,8}|#\d+|#x[\da-f]+);|<br\s*\/?>|<\/(?:a|b|em|i|p|small|span|strong|sub|sup|u)>/i.exec(
    value,
  )?.[0];

/**
 * A text in a closed form.
 *
 * @param parse    what the text means; undefined when it is wrong
 * @param sentence what an editor sees then; without a value, the sentence speaks of "this value"
 * @param json     what JSON Schema can say of the form
 */
function form<T>(
  parse: (value: string) => T | undefined,
  sentence: (value: string | undefined) => string,
  json: JsonHint,
) {
  const explain = (value: string) => {
    if (isBlank(value)) return emptySentence;
    const character = confusableIn(value);
    // Named where it is all that is wrong: in "2027–06–12" nobody sees a fault.
    return character >= 0 && parse(withPlainCharacters(value).trim()) !== undefined
      ? `in "${value}", ${describeCharacter(value, character)}`
      : sentence(value);
  };
  return z
    .string({
      error: (issue) =>
        issue.input === undefined
          ? undefined
          : `this is ${found(issue.input)}; it must be a single text, written on one line`,
    })
    .meta(json.pattern ? { ...json, patternErrorMessage: sentence(undefined) } : { ...json })
    .transform((value, context) => {
      const parsed = parse(value.replace(/^[ \t\n]+|[ \t\n]+$/g, ''));
      if (parsed !== undefined) return parsed;
      context.addIssue({ code: 'custom', message: explain(value) });
      return z.NEVER;
    });
}
/** What was found where a single text must stand. */
const found = (value: unknown) => (Array.isArray(value) ? 'a list' : 'a group');
const emptySentence = 'this is empty; write something or delete the line';

/** A whole number within bounds. */
export const wholeNumber = (min: number, max: number) =>
  form(
    (value) => (/^\d{1,12}$/.test(value) && +value >= min && +value <= max ? +value : undefined),
    (value) => `${quote(value)} must be a whole number from ${min} to ${max}, without spaces or signs`,
    { type: ['integer', 'string'], minimum: min, maximum: max, pattern: '^\\d{1,12}$' },
  );

/** A decimal number within bounds, written with a point. */
export const decimal = (min: number, max: number, what: string) =>
  form(
    (value) => (/^-?\d{1,6}(\.\d{1,12})?$/.test(value) && +value >= min && +value <= max ? +value : undefined),
    (value) => `${quote(value)} must be ${what}: a number from ${min} to ${max} with a point, like 48.8566`,
    { type: ['number', 'string'], minimum: min, maximum: max, pattern: '^-?\\d{1,6}(\\.\\d{1,12})?$' },
  );

/** A calendar year in which the network can have met or grown. */
export const year = wholeNumber(1900, 2200).meta({
  title: 'Year',
  description: 'Year of the meeting; the file’s name ends in it.',
  example: 2030,
});

/** The look of a day or a local time; that it exists is left to the check. */
export const momentPattern = '^\\d{4}-\\d{2}-\\d{2}([ T]\\d{2}:\\d{2}([+-]\\d{2}:\\d{2})?)?$';

/**
 * A day (`2027-06-12`) or a local time (`2027-06-12 09:00`); comes out as `2027-06-12` or `2027-06-12T09:00`. An offset from
 * UTC may follow the time, to tell the two apart when the clocks go back.
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

/** Lower-case ASCII letters, digits and hyphens; also the name of a file and a part of an address. */
export const slugPattern = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** A text in the form of a slug, as far as it has letters for one: `lodz-2033` for `Łódź_2033`. */
export const toSlug = (value: string): string =>
  value
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replaceAll(/[łŁ]/g, 'l')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

export const slug = form(
  (value) => (slugPattern.test(value) ? value : undefined),
  (value) =>
    `${quote(value)} must be written in small letters a–z, digits and hyphens, like ${toSlug(value ?? '') || 'summer-concert'}`,
  { type: ['string', 'number'], pattern: slugPattern.source },
);

/** The address of a page of this site, without a language. */
export const pageAddress = form(
  (value) => (/^\/(?:[a-z0-9-]+\/)+$/.test(value) ? value : undefined),
  (value) => `${quote(value)} must be the address of a page, without a language, like /events/summer-concert/`,
  { type: 'string', pattern: '^/([a-z0-9-]+/)+$' },
);

/** A slug of an entry, or the key of a source, that must be there (rules/references.ts sees to it). */
export const slugOf = (names: Named) => slug.meta({ names });

/** How a moment is written, for descriptions. */
export const momentForm = 'a day like 2027-06-12, or with the local hour like 2027-06-12 09:00';

/**
 * An absolute address that readers can follow, with one of the schemes (without their colon).
 *
 * @param allowed of these; web addresses alone where it is left out
 */
export const addressWith = (allowed: readonly string[] = schemes.web) =>
  checked((value) => addressProblem(value, allowed), {
    type: 'string',
    pattern: `^(${allowed.join('|')}):[^\\s<>"]+$`,
    patternErrorMessage: `this must be a full address, like ${allowed === schemes.web ? 'https://example.org/page' : allowed.map((scheme) => `${scheme}:…`).join(' or ')}`,
  });

/** An absolute http(s) address. */
export const webAddress = addressWith();

/**
 * A text with a form whose faults are various.
 *
 * @param problem what is wrong with a text, as an editor sees it; undefined where it is right
 */
export function checked(problem: (value: string) => string | undefined, json: JsonHint) {
  return z
    .string({ error: (issue) => (issue.input === undefined ? undefined : 'this must be a single text') })
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
    `${quote(value)} must be a country as two capital letters of ISO 3166-1, like ${slips[value ?? ''] ?? 'PT'}`,
  { type: 'string', enum: countryCodes },
).meta({ title: 'Country', description: 'The country, as two capital letters of ISO 3166-1.', example: 'PT' });

/** One of a few words. */
export const oneOf = <const T extends readonly string[]>(...choices: T) =>
  form(
    (value): T[number] | undefined => choices.find((choice) => choice === value),
    (value) => `${quote(value)} isn't possible here${didYouMean(value ?? '', choices)}`,
    { type: 'string', enum: choices },
  );

/** `true` or `false`. */
export const flag = form(
  (value) => (value === 'true' ? true : value === 'false' ? false : undefined),
  (value) => `${quote(value)} isn't possible here; write true or false`,
  { type: ['string', 'boolean'], pattern: '^(true|false)$' },
);

export const yesPattern = '^true$';

/** `true`, or no such line. */
export const yes = form(
  (value) => (value === 'true' ? true : undefined),
  (value) => `${quote(value)} isn't possible here; write true, or delete the line`,
  { type: ['string', 'boolean'], pattern: yesPattern },
);

/** A list with at least one item and none twice. */
export const list = <T extends z.ZodType>(item: T, example: string) =>
  z
    .array(item, {
      error: (issue) => (issue.input === undefined ? undefined : `this must be a list, like [${example}]`),
    })
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
            message: `"${value}" stands here twice; delete one`,
            input: context.value,
            path: [index],
          });
        seen.add(value);
      });
    })
    .meta({ minItems: 1, uniqueItems: true } satisfies JsonHint);

/** A group of keys, told by example where something else stands. */
export const group = <S extends z.ZodRawShape>(shape: S, example: string) =>
  z.strictObject(shape, {
    error: (issue) =>
      issue.code === 'invalid_type' && issue.input !== undefined
        ? `this must be a group, like { ${example} }`
        : undefined,
  });

/** A list of groups. */
export const groups = <S extends z.ZodRawShape>(shape: S, example: string) =>
  z.array(group(shape, example), {
    error: (issue) => (issue.input === undefined ? undefined : `this must be a list of groups, like [{ ${example} }]`),
  });

/** WGS84 degrees. */
export const location = group(
  {
    lat: decimal(-90, 90, 'a latitude').meta({
      title: 'Latitude',
      description: 'Degrees north of the equator; south is negative.',
      example: 48.8566,
    }),
    lon: decimal(-180, 180, 'a longitude').meta({
      title: 'Longitude',
      description: 'Degrees east of Greenwich; west is negative.',
      example: 2.3522,
    }),
  },
  'lat: 48.8566, lon: 2.3522',
).meta({
  title: 'Place on the map',
  description: 'Where it is, in degrees with a point (WGS84).',
  example: { lat: 48.8566, lon: 2.3522 },
});

const counted = (max: number, title: string, description: string, example: number) =>
  wholeNumber(1, max).optional().meta({ title, description, example });

/** Counted people and places; each is a lower bound where the source says "over". */
export const attendanceShape = {
  delegates: counted(1_000_000, 'Delegates', 'How many people came; the lower bound where a source says "over".', 350),
  cities: counted(100_000, 'Cities', 'How many cities they came from.', 160),
  countries: counted(300, 'Countries', 'How many countries they came from.', 64),
  mayors: counted(100_000, 'Mayors', 'How many mayors were among them.', 40),
};
export const attendance = group(attendanceShape, 'delegates: 350, cities: 160').meta({
  title: 'Who came',
  description: 'Counted people and places, each one as far as it is known.',
  example: { delegates: 350, cities: 160 },
});

/** Keys of sources.yaml. */
export const sourceKeys = list(slugOf('sources'), 'source-one, source-two').meta({
  title: 'Sources',
  description: 'Keys of sources.yaml: what the facts of this file rest on, and what its page ends with.',
  example: ['source-one', 'source-two'],
});

/** Shared by both hosts and past hosts: the field and year of a title in the network. */
export const since = wholeNumber(2004, 2200).meta({
  title: 'Member since',
  description: 'Year in which the city joined the network.',
  example: 2013,
});

export const website = webAddress.optional().meta({
  title: 'Website',
  description: 'Its own website, a whole address.',
  example: 'https://example.org/page',
});

export type Location = z.output<typeof location>;
export type Attendance = z.output<typeof attendance>;
