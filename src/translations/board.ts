/**
 * The translation board: the state of each entry in each language except the default. The page /translations/ and the
 * check both use it.
 */
import type { Log } from '../git/log.ts';
import type { GitError } from '../git/run-git.ts';
import { fileVersionKey, type FileVersion } from '../git/file-versions.ts';
import type { Edition, Entry } from '../model/edition.ts';
import { interfaceWords } from '../model/schema/interface-words.ts';
import { kinds } from '../model/schema/kinds.ts';
import { defaultLanguage, type Language } from '../model/schema/site.ts';
import { changedParts, messagesOf, wordingOf, type Part } from './wording.ts';

/** `there`: a translation exists, but there is no history to tell whether it is outdated. */
export type State = 'fresh' | 'older' | 'missing' | 'there';

/** A translation, present or missing. */
export interface Cell {
  lang: string;
  state: State;
  /** Path of the translation relative to the content folder, even if it is missing. */
  file: string;
  /** If it is outdated: the day of its last change, and what has changed in the original since. */
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
  /** Path of the edition's own file of words; undefined if it uses the kit's unchanged. */
  file: string | undefined;
  /** The number of missing words. */
  missing: number;
  since?: string;
  /** Keys of the default language's words that have changed since. */
  changed: string[];
}

export interface Board {
  languages: Language[];
  rows: Row[];
  interfaces: Interface[];
  /** Why the board can't tell which translations are outdated; undefined if it can. */
  unknown: string | undefined;
}

/** The history that the board needs (see translation-history.ts). */
export interface TranslationHistory {
  /** Undefined if there is no history; `missing` says why. */
  log: Log | undefined;
  missing?: string;
  /** Files with uncommitted changes, which count as changed now. */
  uncommitted: ReadonlySet<string>;
  /** Earlier versions of files, by fileVersionKey(), or why git can't read them. */
  readVersions: (versions: readonly FileVersion[]) => ReadonlyMap<string, string> | GitError;
  /** The current text of a file. */
  readCurrent: (file: string) => string;
}

/** Used if git can't read the history. */
export const unknownHistory = (
  { reason }: GitError,
  readCurrent: TranslationHistory['readCurrent'],
): TranslationHistory => ({
  log: undefined,
  missing: reason,
  uncommitted: new Set(),
  readVersions: () => new Map(),
  readCurrent,
});

/**
 * A translation is outdated if words of its original differ from those in the commit that last changed the translation,
 * the version that the translator worked from. Changed facts and reverted changes don't count.
 */
export function boardOf(edition: Edition, history: TranslationHistory): Board {
  const [, ...languages] = edition.site.languages;
  const lang = defaultLanguage(edition.site).code;
  const pairs: Pair[] = [];
  const compared = <T extends { file: string; state: State }>(cell: T, original: string, former: Former): T => {
    if (cell.state !== 'fresh') return cell;
    if (!history.log) return { ...cell, state: 'there' };
    const pair = pairOf(history, cell.file, original, former);
    if (pair) pairs.push({ ...pair, cell: cell as unknown as Cell });
    return cell;
  };

  const rows = kinds.flatMap((kind) =>
    (edition.entries[kind] as Entry[]).map((entry): Row => {
      const original = entry.translations[lang]?.file ?? '';
      const cells = languages.map(({ code }): Cell => {
        const own = entry.translations[code];
        if (!own) return { lang: code, state: 'missing', file: withLanguage(original, lang, code) };
        return compared({ lang: code, state: 'fresh', file: own.file }, original, (file) =>
          withLanguage(file, code, lang),
        );
      });
      return { entry, original, cells };
    }),
  );
  const interfaces = languages.map(({ code }): Interface => {
    const file = `interface/${code}.yaml`;
    const translated = Object.keys(edition.interface[code] ?? {}).length;
    const missing = Object.keys(interfaceWords).length - translated;
    const cell: Interface & { file: string } = {
      lang: code,
      state: translated === 0 ? 'missing' : 'fresh',
      file,
      missing,
      changed: [],
    };
    if (missing === 0 && !edition.ownWords.includes(code)) return { ...cell, file: undefined };
    // The kit's own words have no history here.
    if (!edition.ownWords.includes(lang)) return cell;
    return compared(cell, `interface/${lang}.yaml`, () => `interface/${lang}.yaml`);
  });

  const texts = history.readVersions(pairs.map(({ then }) => then));
  if ('known' in texts) return boardOf(edition, unknownHistory(texts, history.readCurrent));
  for (const { cell, then, original, since } of pairs) {
    const now = history.readCurrent(original);
    const before = texts.get(fileVersionKey(then)) ?? '';
    if (before === now) continue;
    if ('changed' in cell)
      markInterface(cell as unknown as Interface, before, now, history.readCurrent(cell.file), since);
    else {
      const parts = changedParts(wordingOf(before), wordingOf(now));
      if (parts.length > 0) Object.assign(cell, { state: 'older', since, parts });
    }
  }
  return { languages, rows, interfaces, unknown: history.log ? undefined : history.missing };
}

/** A translation and the version of its original that its translator worked from. */
interface Pair {
  cell: Cell;
  original: string;
  then: FileVersion;
  since: string;
}

/** The original's path at the time when the translation had the given path. */
type Former = (file: string) => string;

/** The versions to compare; undefined if the translation is certainly up to date. */
function pairOf(
  { log, uncommitted }: TranslationHistory,
  file: string,
  original: string,
  former: Former,
): Omit<Pair, 'cell'> | undefined {
  const last = log?.get(file);
  if (!last || uncommitted.has(file)) return undefined;
  if (!uncommitted.has(original) && log?.get(original)?.commit === last.commit) return undefined;
  return { original, then: { commit: last.commit, path: former(last.path) }, since: last.date.slice(0, 10) };
}

function markInterface(cell: Interface, before: string, now: string, translated: string, since: string): void {
  const [old, today, own] = [before, now, translated].map(messagesOf) as [Words, Words, Words];
  // Missing words are counted separately, and words that are new in both files need no comparison.
  const changed = [...today]
    .filter(([key, text]) => old.has(key) && own.has(key) && old.get(key) !== text)
    .map(([key]) => key);
  if (changed.length > 0) Object.assign(cell, { state: 'older', since, changed });
}

type Words = ReturnType<typeof messagesOf>;

/** `events/x.pl.md` for `events/x.en.md`. */
const withLanguage = (file: string, from: string, to: string): string =>
  file.replace(new RegExp(`\\.${from}(\\.mdx?)$`), `.${to}$1`);

/** How many files of a language are in each state. */
export function countsOf({ rows }: Board, lang: string): Record<State, number> {
  const counts = { fresh: 0, older: 0, missing: 0, there: 0 };
  for (const { cells } of rows) for (const cell of cells) if (cell.lang === lang) counts[cell.state] += 1;
  return counts;
}
