import type { z } from 'zod';
import type { Report } from '../problem.ts';
import { didYouMean, nearest } from '../schema/did-you-mean.ts';
import type { ParsedYaml } from './yaml.ts';

/**
 * Checks parsed YAML against a schema and reports every problem with its line.
 *
 * @param known  keys that are allowed at the top level, for suggestions
 * @param facts  keys that only the original may have
 * @returns the schema's output, or undefined if there was a problem
 */
export function validate<T extends z.ZodType>(
  schema: T,
  parsed: ParsedYaml,
  report: Report,
  { known = [], facts = [] }: { known?: readonly string[]; facts?: readonly string[] } = {},
): z.output<T> | undefined {
  if (parsed.data === undefined) return undefined;
  const result = schema.safeParse(parsed.data);
  if (result.success) return result.data;
  /** Keys that were misspelt, so they aren't also reported as missing. */
  const misspelt = new Set<string>();
  const keysOf = (path: readonly PropertyKey[]) => (path.length === 0 ? known : keysAt(schema, path));
  for (const issue of result.error.issues)
    if (issue.code === 'unrecognized_keys')
      for (const key of issue.keys) misspelt.add(dotted([...issue.path, nearest(key, keysOf(issue.path)) ?? '']));
  for (const issue of result.error.issues) {
    if (issue.code === 'unrecognized_keys') {
      for (const key of issue.keys) {
        const path = [...issue.path, key];
        const message = facts.includes(key)
          ? `"${key}" belongs only in the file of the default language; delete it here`
          : `there is no field "${key}"${didYouMeanKey(key, keysOf(issue.path))}`;
        report(parsed.lineOf(path), dotted(path), message);
      }
    } else {
      const missing = issue.code === 'invalid_type' && valueAt(parsed.data, issue.path) === undefined;
      if (missing && misspelt.has(dotted(issue.path))) continue;
      const message = missing ? `the field "${String(issue.path.at(-1) ?? '')}" is missing; add it` : issue.message;
      report(parsed.lineOf(issue.path), dotted(issue.path), message);
    }
  }
  return undefined;
}

/** Keys from other programs, and what they may mean here, most likely first. */
const synonyms: Readonly<Record<string, readonly string[]>> = {
  starts: ['date', 'time', 'when', 'start', 'begins', 'begin', 'from', 'start_date', 'startdate'],
  ends: ['end', 'until', 'to', 'end_date', 'enddate', 'finish'],
  venue: ['place', 'where', 'location', 'hall'],
  summary: ['description', 'excerpt', 'lead', 'teaser', 'abstract'],
  title: ['name', 'headline', 'heading'],
  theme: ['tema', 'thema', 'motto', 'slogan'],
  fields: ['tags', 'tag', 'category', 'categories', 'field'],
  admission: ['entry', 'fee'],
  tickets: ['ticket', 'booking', 'registration'],
  status: ['state', 'cancelled', 'canceled', 'postponed'],
  full: ['sold_out', 'soldout', 'booked'],
  online: ['stream', 'livestream', 'virtual'],
  previously: ['previous', 'moved', 'rescheduled'],
  website: ['url', 'link', 'web', 'homepage', 'href'],
  url: ['link', 'href', 'website', 'address'],
  organisers: ['organiser', 'organizer', 'organizers', 'organized_by', 'host'],
  people: ['speakers', 'performers', 'artists', 'participants', 'guests', 'lineup'],
  as: ['role', 'function'],
  sources: ['source', 'references', 'reference'],
  languages: ['language', 'lang', 'langs'],
  published: ['date', 'year'],
};

function didYouMeanKey(key: string, known: readonly string[]): string {
  const meant = Object.entries(synonyms).find(
    ([name, others]) => known.includes(name) && others.includes(key.toLowerCase()),
  );
  return meant ? `; did you mean "${meant[0]}"?` : didYouMean(key, known);
}

/** `reports.1.source`; list items are counted from 1. */
const dotted = (path: readonly PropertyKey[]) =>
  path.map((key) => (typeof key === 'number' ? key + 1 : String(key))).join('.');

function valueAt(data: unknown, path: readonly PropertyKey[]): unknown {
  let value = data;
  for (const key of path) {
    if (value === null || typeof value !== 'object' || !Object.hasOwn(value, key)) return undefined;
    value = (value as Record<PropertyKey, unknown>)[key];
  }
  return value;
}

/** The keys that a schema allows at a path, looking into lists and optional values. */
function keysAt(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  interface Inner {
    def: { innerType?: Inner; element?: Inner; shape?: Record<string, Inner>; valueType?: Inner };
  }
  const bare = (inner: Inner | undefined): Inner | undefined =>
    inner?.def.innerType ? bare(inner.def.innerType) : inner;
  let current = bare(schema as unknown as Inner);
  for (const key of path) {
    if (typeof key === 'number') current = bare(current?.def.element);
    else current = bare(current?.def.shape?.[String(key)] ?? current?.def.valueType);
  }
  return Object.keys(current?.def.shape ?? {});
}
