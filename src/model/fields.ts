import type { Entry } from './edition.ts';
import { compare } from './problem.ts';

/** Creative fields in the edition's order. */
export const inOrder = (fields: readonly Entry<'fields'>[]): Entry<'fields'>[] =>
  [...fields].sort((a, b) => a.facts.order - b.facts.order || compare(a.slug, b.slug));
