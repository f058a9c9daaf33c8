/**
 * What a page was made from. While a page is being made, each part of the edition that is read is noted: the facts of an
 * entry, its words or its text in a language, a list, a source. A page whose parts are all as they were needs not be
 * made again, and nobody has to keep a list of what it shows.
 *
 * A part is a name: `facts:events/x`, `words:events/x.pl`, `text:events/x.pl`, `languages:events/x`, `list:events`,
 * `source:y`, `list:sources`, `cities`; `once:…` for what was worked out from parts of its own (see `once`); and what
 * others add (src/incremental/values.ts).
 */
import type { Edition } from './edition.ts';

export type Part = string;

/** The one part that never stays the same: what has it is always made again. */
export const unknowable: Part = 'unknowable';

interface State {
  /** The parts of what is being made now. */
  noting: Set<Part> | undefined;
  /** The parts of what was worked out once, by name. */
  worked: Map<Part, Set<Part>>;
}

/** On the global object, as the build's own code and the pages' bundle each have a copy of this module. */
const shared = (): State =>
  ((globalThis as Record<symbol, unknown>)[Symbol.for('parts of the edition')] ??= {
    noting: undefined,
    worked: new Map(),
  } satisfies State) as State;

// Scripts of the browser that use a function of the calendar get none of this.
const state = /* @__PURE__ */ shared();

/** Says that what is being made now was made from this part. */
export function note(part: Part): void {
  state.noting?.add(part);
}

/** Makes something, and tells from which parts. One at a time: what is made at once would be mixed. */
export async function noting<T>(make: () => Promise<T>): Promise<{ made: T; parts: Set<Part> }> {
  if (state.noting) throw new Error('two pages are made at once');
  const parts = (state.noting = new Set());
  try {
    return { made: await make(), parts };
  } finally {
    state.noting = undefined;
  }
}

/** Works something out without noting its parts: for whoever notes the result instead. */
export function unnoted<T>(make: () => T): T {
  return apart(undefined, make);
}

function apart<T>(parts: Set<Part> | undefined, make: () => T): T {
  const before = state.noting;
  state.noting = parts;
  try {
    return make();
  } finally {
    state.noting = before;
  }
}

/** The parts of everything that was worked out once in this build, by its name. */
export const workedOut = (): ReadonlyMap<Part, ReadonlySet<Part>> => state.worked;

const kept = new WeakMap<object, Map<string, unknown>>();

/**
 * Works something out once per edition, however many pages ask for it.
 *
 * @param name what it is, and of what: nothing else has this name
 */
export function once<T>(edition: Edition, name: string, make: () => T): T {
  let values = kept.get(edition);
  if (!values) kept.set(edition, (values = new Map()));
  const part = `once:${name}`;
  note(part);
  if (!values.has(name)) {
    const parts = new Set<Part>();
    values.set(
      name,
      apart(parts, () => make()),
    );
    state.worked.set(part, parts);
  }
  return values.get(name) as T;
}
