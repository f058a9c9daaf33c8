/**
 * What a change does to the site, as data. One workflow writes it from the pull request's code; another one, which must
 * not trust that code, turns it into a comment. So it has a strict schema and no markup.
 */
import { z } from 'zod';

const count = z.int().min(0);
const text = z.string().max(2_000);
const address = z.string().max(1_000);

const page = z.strictObject({ address, lang: z.string().max(40), title: text });

const size = z.strictObject({
  /** Pages, not counting redirects. */
  pages: count,
  /** All pages with the files that each of them loads, in bytes after Brotli. */
  weight: count,
  files: count,
  /** Size of all files, uncompressed. */
  bytes: count,
});

const problem = z.strictObject({
  /** Path from the root of the project; '' for a setting. */
  file: z.string().max(1_000),
  /** Starts at 1; 0 if there is no file. */
  line: count,
  field: text,
  message: text,
  severity: z.enum(['error', 'note']),
});

const list = <T extends z.ZodType>(item: T) => z.array(item).max(50_000);

export const factsSchema = z.strictObject({
  /** The pull request's number, as its workflow reported it. */
  pull: z.int().positive().optional(),
  /** The site before the change; null if it could not be built. */
  before: size.nullable(),
  /** The site after the change; null if it was not built. */
  after: size.nullable(),
  added: list(page),
  /** With the target of the redirect, if there is one. */
  removed: list(page.extend({ leadsTo: address.optional() })),
  /** Pages with changed words, with the numbers of words added and removed, and the old title if it changed. */
  changed: list(page.extend({ came: count, went: count, titleBefore: text.optional() })),
  /** Pages with the same words but different HTML, such as a different picture. */
  redrawn: list(page),
  /** How many pages changed only in their header, menu or footer. */
  framed: count,
  /** Addresses whose weight changed, largest change first. */
  weights: list(z.strictObject({ address, before: count, after: count })),
  /** Pages near or beyond their budget. */
  budgets: list(z.strictObject({ address, weight: count, budget: count })),
  /** New problems that the check or the spell checker found. */
  problems: list(problem),
  /** The number of problems that already existed. */
  oldProblems: count,
});

export type Facts = z.infer<typeof factsSchema>;
export type Size = z.infer<typeof size>;
export type PageName = z.infer<typeof page>;
export type PullProblem = z.infer<typeof problem>;

/** Reads untrusted facts. @throws Error that names the first problem */
export function readFacts(json: string): Facts {
  let data: unknown;
  try {
    data = JSON.parse(json);
  } catch {
    throw new Error("The facts file isn't valid JSON.");
  }
  const { data: facts, error } = factsSchema.safeParse(data);
  if (facts) return facts;
  const { path, message } = error.issues[0] as z.core.$ZodIssue;
  throw new Error(`The facts don't match their schema, at ${path.join('.') || 'their root'}: ${message}.`);
}
