/**
 * The translation board: each entry in each language but the default, as fresh, older than its original, or missing.
 * The page, the check and its closing lines all come from boardOf().
 */
import type { Log } from '../git/log.ts';
import type { GitRefusal } from '../git/run.ts';
import { keyOf, type Then } from '../git/texts.ts';
import type { Edition, Entry } from '../model/edition.ts';
import { interfaceWords } from '../model/schema/interface-words.ts';
import { kinds } from '../model/schema/kinds.ts';
import { defaultLanguage, type Language } from '../model/schema/site.ts';
import { changedParts, messagesOf, wordingOf, type Part } from './words.ts';

/** `there` is a translation of which nobody can tell whether it is older, for want of a history. */
export type State = 'fresh' | 'older' | 'missing' | 'there';

/** A file in one language. */
export interface Cell {
  lang: string;
  state: State;
  /** Path from the content folder: of the translation, or of the one to be written. */
  file: string;
  /** Where it is older: the day of its last change, and what of the original has changed since. */
  since?: string;
  parts?: Part[];
}

export interface Row {
  entry: Entry;
  /** Path of the original. */
  original: string;
  /** In the order of site.yaml, without the default language. */
  cells: Cell[];
}

/** The interface words of a language. */
export interface Interface {
  lang: string;
  state: State;
  file: string;
  /** How many of its words are missing. */
  missing: number;
  since?: string;
  /** Keys of the default language's words that have changed since. */
  changed: string[];
}

export interface Board {
  languages: Language[];
  rows: Row[];
  interfaces: Interface[];
  /** Why nobody knows what is older, where that is so. */
  unknown: string | undefined;
}

/** What the board asks of the world; see past.ts. */
export interface Past {
  /** Undefined where there is no history, with the reason. */
  log: Log | undefined;
  missing?: string;
  /** Files with changes that aren't committed: they count as changed now. */
  uncommitted: ReadonlySet<string>;
  /** Texts of files as they were, by keyOf(), or why git can't give them. */
  then: (questions: readonly Then[]) => ReadonlyMap<string, string> | GitRefusal;
  /** The text of a file as it is. */
  now: (file: string) => string;
}

/** The past where git gives no answer. */
export const pastUnknown = ({ reason }: GitRefusal, now: Past['now']): Past => ({
  log: undefined,
  missing: reason,
  uncommitted: new Set(),
  then: () => new Map(),
  now,
});

/**
 * A translation is older when words of its original have changed since the commit that last changed the translation:
 * what its translator had before them is in that commit. Facts, and changes that were taken back, need no translation.
 */
export function boardOf(edition: Edition, past: Past): Board {
  const [, ...languages] = edition.site.languages;
  const lang = defaultLanguage(edition.site).code;
  const pairs: Pair[] = [];
  const compared = <T extends { file: string; state: State }>(cell: T, original: string, former: Former): T => {
    if (cell.state !== 'fresh') return cell;
    if (!past.log) return { ...cell, state: 'there' };
    const pair = pairOf(past, cell.file, original, former);
    if (pair) pairs.push({ ...pair, cell: cell as unknown as Cell });
    return cell;
  };

  const rows = kinds.flatMap((kind) =>
    (edition.entries[kind] as Entry[]).map((entry): Row => {
      const original = entry.translations[lang]?.file ?? '';
      const cells = languages.map(({ code }): Cell => {
        const own = entry.translations[code];
        if (!own) return { lang: code, state: 'missing', file: swapped(original, lang, code) };
        return compared({ lang: code, state: 'fresh', file: own.file }, original, (file) => swapped(file, code, lang));
      });
      return { entry, original, cells };
    }),
  );
  const interfaces = languages.map(({ code }): Interface => {
    const file = `interface/${code}.yaml`;
    const said = Object.keys(edition.interface[code] ?? {}).length;
    const missing = Object.keys(interfaceWords).length - said;
    const cell: Interface = { lang: code, state: said === 0 ? 'missing' : 'fresh', file, missing, changed: [] };
    return compared(cell, `interface/${lang}.yaml`, () => `interface/${lang}.yaml`);
  });

  const texts = past.then(pairs.map(({ then }) => then));
  if ('known' in texts) return boardOf(edition, pastUnknown(texts, past.now));
  for (const { cell, then, original, since } of pairs) {
    const now = past.now(original);
    const before = texts.get(keyOf(then)) ?? '';
    if (before === now) continue;
    if ('changed' in cell) markInterface(cell as unknown as Interface, before, now, since);
    else {
      const parts = changedParts(wordingOf(before), wordingOf(now));
      if (parts.length > 0) Object.assign(cell, { state: 'older', since, parts });
    }
  }
  return { languages, rows, interfaces, unknown: past.log ? undefined : past.missing };
}

/** A translation with its original as its translator saw it. */
interface Pair {
  cell: Cell;
  original: string;
  then: Then;
  since: string;
}

/** What the original was called when the translation was called so. */
type Former = (file: string) => string;

/** What has to be compared; undefined where the translation is fresh for certain. */
function pairOf(
  { log, uncommitted }: Past,
  file: string,
  original: string,
  former: Former,
): Omit<Pair, 'cell'> | undefined {
  const last = log?.get(file);
  if (!last || uncommitted.has(file)) return undefined;
  if (!uncommitted.has(original) && log?.get(original)?.commit === last.commit) return undefined;
  return { original, then: { commit: last.commit, path: former(last.path) }, since: last.date.slice(0, 10) };
}

function markInterface(cell: Interface, before: string, now: string, since: string): void {
  const [old, today] = [messagesOf(before), messagesOf(now)];
  // Words that the language lacks are counted as missing, and new ones that it has were translated from somewhere.
  const changed = [...today].filter(([key, text]) => old.has(key) && old.get(key) !== text).map(([key]) => key);
  if (changed.length > 0) Object.assign(cell, { state: 'older', since, changed });
}

/** `events/x.pl.md` for `events/x.en.md`. */
const swapped = (file: string, from: string, to: string): string =>
  file.replace(new RegExp(`\\.${from}(\\.mdx?)$`), `.${to}$1`);

/** How many files of a language are in each state. */
export function countsOf({ rows }: Board, lang: string): Record<State, number> {
  const counts = { fresh: 0, older: 0, missing: 0, there: 0 };
  for (const { cells } of rows) for (const cell of cells) if (cell.lang === lang) counts[cell.state] += 1;
  return counts;
}
