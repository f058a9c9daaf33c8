/**
 * What a change does to the site, as facts. They are found where a pull request is built, and told where a comment is
 * written: by another workflow, which must not trust whom it has them from. So they have a strict form, and no markup.
 */
import { z } from 'zod';

const count = z.int().min(0);
const text = z.string().max(2_000);
const address = z.string().max(1_000);

const page = z.strictObject({ address, lang: z.string().max(40), title: text });

const size = z.strictObject({
  /** Pages without redirects. */
  pages: count,
  /** All of them after brotli, with what each loads by itself. */
  weight: count,
  files: count,
  /** All files as they are. */
  bytes: count,
});

const problem = z.strictObject({
  /** Path from the root of the project; '' for a setting. */
  file: z.string().max(1_000),
  /** From 1; 0 where there is no file. */
  line: count,
  field: text,
  message: text,
  severity: z.enum(['error', 'note']),
});

const list = <T extends z.ZodType>(item: T) => z.array(item).max(50_000);

export const factsSchema = z.strictObject({
  /** The number that the pull request says it has. */
  pull: z.int().positive().optional(),
  /** The site before the change; null where it could not be built. */
  before: size.nullable(),
  /** The site with it; null where nothing was built. */
  after: size.nullable(),
  added: list(page),
  /** With the address that the old one leads to now, where it does. */
  removed: list(page.extend({ leadsTo: address.optional() })),
  /** Pages with other words than before, how many came and went, and the title before where that is another. */
  changed: list(page.extend({ came: count, went: count, titleBefore: text.optional() })),
  /** Pages with the same words in another form, like another picture. */
  redrawn: list(page),
  /** How many pages have nothing new but their header, menu or footer. */
  framed: count,
  /** Addresses whose weight changed, the most first. */
  weights: list(z.strictObject({ address, before: count, after: count })),
  /** Pages that come near their budget, or pass it. */
  budgets: list(z.strictObject({ address, weight: count, budget: count })),
  /** What the check and the spelling say, without what they said before. */
  problems: list(problem),
  /** How much of that was there before. */
  oldProblems: count,
});

export type Facts = z.infer<typeof factsSchema>;
export type Size = z.infer<typeof size>;
export type PageName = z.infer<typeof page>;
export type PullProblem = z.infer<typeof problem>;

/** Reads facts that somebody else has written. @throws Error with a plain sentence */
export function readFacts(json: string): Facts {
  let data: unknown;
  try {
    data = JSON.parse(json);
  } catch {
    throw new Error('The facts are no JSON.');
  }
  const { data: facts, error } = factsSchema.safeParse(data);
  if (facts) return facts;
  const { path, message } = error.issues[0] as z.core.$ZodIssue;
  throw new Error(`The facts have another form than they should, at ${path.join('.') || 'their root'}: ${message}.`);
}
