/**
 * The forms that a value in the content may take, each with the sentence an editor sees when it is wrong.
 * Input is always what the editor wrote (texts, lists, maps: see yaml.ts); output is what the site works with.
 */
import { z } from 'zod';
import { hint } from './suggest.ts';

const quote = (value: unknown) => (typeof value === 'string' ? `"${value}"` : 'this value');

/** A text of `min` to `max` characters (Unicode code points). */
export function text(min: number, max: number, what = 'this text') {
  return z
    .string({ error: (issue) => (issue.input === undefined ? undefined : `${what} must be a single text`) })
    .check((context) => {
      const length = [...context.value].length;
      const tell = (message: string) => context.issues.push({ code: 'custom', message, input: context.value });
      if (context.value.trim() === '') tell(emptySentence);
      else if (length < min) tell(`${what} has ${length} characters; write at least ${min}`);
      else if (length > max) tell(`${what} has ${length} characters; shorten it to at most ${max}`);
    });
}

/** A text in a closed form, told by example. */
function form<T>(parse: (value: string) => T | undefined, sentence: (value: string) => string) {
  return z
    .string({
      error: (issue) =>
        issue.input === undefined
          ? undefined
          : `this is ${found(issue.input)}; it must be a single text, written on one line`,
    })
    .transform((value, context) => {
      const parsed = parse(value.trim());
      if (parsed !== undefined) return parsed;
      context.addIssue({ code: 'custom', message: value.trim() === '' ? emptySentence : sentence(value) });
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
  );

/** A decimal number within bounds, written with a point. */
export const decimal = (min: number, max: number, what: string) =>
  form(
    (value) => (/^-?\d{1,6}(\.\d{1,12})?$/.test(value) && +value >= min && +value <= max ? +value : undefined),
    (value) => `${quote(value)} must be ${what}: a number from ${min} to ${max} with a point, like 48.8566`,
  );

/** A calendar year in which the network can have met or grown. */
export const year = wholeNumber(1900, 2200);

/** A day (`2027-06-12`) or a local time (`2027-06-12 09:00`); comes out as `2027-06-12` or `2027-06-12T09:00`. */
export const moment = form(
  (value) => {
    const match = /^(\d{4}-\d{2}-\d{2})(?:[ T](\d{2}:\d{2}))?$/.exec(value);
    if (!match?.[1]) return undefined;
    try {
      Temporal.PlainDate.from(match[1], { overflow: 'reject' });
      if (match[2]) Temporal.PlainTime.from(match[2], { overflow: 'reject' });
    } catch {
      return undefined;
    }
    return match[2] ? `${match[1]}T${match[2]}` : match[1];
  },
  (value) => `${quote(value)} must be a day that exists, like 2027-06-12, or a day and an hour, like 2027-06-12 09:00`,
);

/** Lower-case ASCII letters, digits and hyphens; also the name of a file and a part of an address. */
export const slugPattern = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
export const slug = form(
  (value) => (slugPattern.test(value) ? value : undefined),
  (value) => `${quote(value)} must be written in small letters a–z, digits and hyphens, like summer-concert`,
);

/** An absolute http(s) address. */
export const webAddress = form(
  (value) => {
    if (/[\s<>"]/.test(value) || !URL.canParse(value)) return undefined;
    return /^https?:$/.test(new URL(value).protocol) ? value : undefined;
  },
  (value) => `${quote(value)} must be a whole web address, like https://example.org/page`,
);

/** A country that ISO 3166-1 has, as two capital letters; the names come with Node's ICU data (CLDR). */
const countryNames = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
/** Codes that CLDR names but ISO 3166-1 doesn't assign: groupings, reserved and private codes. */
const notCountries = new Set([
  'EU',
  'EZ',
  'UN',
  'QO',
  'XA',
  'XB',
  'XK',
  'ZZ',
  'AC',
  'CP',
  'CQ',
  'DG',
  'EA',
  'IC',
  'TA',
]);
export function isCountry(code: string): boolean {
  if (!/^[A-Z]{2}$/.test(code) || notCountries.has(code)) return false;
  // CLDR also names retired codes, by the name of what replaced them; the canonical form gives them away.
  return countryNames.of(code) !== undefined && new Intl.Locale(`und-${code}`).region === code;
}
/** Codes that people write by habit, and what ISO has. */
const slips: Record<string, string> = { UK: 'GB', EN: 'GB', EL: 'GR', SP: 'ES', SZ: 'CH', JA: 'JP', KOR: 'KR' };
export const country = form(
  (value) => (isCountry(value) ? value : undefined),
  (value) => `${quote(value)} must be a country as two capital letters of ISO 3166-1, like ${slips[value] ?? 'PL'}`,
);

/** One of a few words. */
export const oneOf = <const T extends readonly string[]>(...choices: T) =>
  form(
    (value): T[number] | undefined => choices.find((choice) => choice === value),
    (value) => `${quote(value)} isn't possible here${hint(value, choices)}`,
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
    });

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
  { lat: decimal(-90, 90, 'a latitude'), lon: decimal(-180, 180, 'a longitude') },
  'lat: 48.8566, lon: 2.3522',
);

/** Counted people and places; each is a lower bound where the source says "over". */
export const attendanceShape = {
  delegates: wholeNumber(1, 1_000_000).optional(),
  cities: wholeNumber(1, 100_000).optional(),
  countries: wholeNumber(1, 300).optional(),
  mayors: wholeNumber(1, 100_000).optional(),
};
export const attendance = group(attendanceShape, 'delegates: 350, cities: 160');

export const sourceKeys = list(slug, 'source-one, source-two');

/** Shared by both hosts and past hosts: the field and year of a title in the network. */
export const since = wholeNumber(2004, 2200);

export type Location = z.output<typeof location>;
export type Attendance = z.output<typeof attendance>;
