import type { Body } from '../body.ts';
import type { Edition, Entry, Translation } from '../edition.ts';
import type { EntryFile, Folder } from '../files.ts';

/** A file of the edition that could be read and is sound in itself. */
export interface ReadFile extends EntryFile {
  translation: Translation;
  /** Empty in a translation. */
  facts: Record<string, unknown>;
  body: Body;
  lineOf: (path: readonly PropertyKey[]) => number;
}

/** What a rule looks at. The edition holds what is sound; a rule never sees a file whose own form is wrong. */
export interface RuleContext {
  dir: string;
  edition: Edition;
  folder: Folder;
  files: ReadFile[];
  /** Slugs by kind of all files, the unsound included: a reference to one of them is not dead. */
  known: (kind: EntryFile['kind']) => string[];
  /** Keys of all sources, the unsound included; undefined where sources.yaml can't be read at all. */
  sources: string[] | undefined;
  /** False where a file couldn't be read: what it refers to, and what calendars it would be in, isn't known. */
  allRead: boolean;
  /** Addresses of all files, the unsound included: what leads there isn't dead, its target's own problem is told. */
  addresses: Set<string>;
  /** Text of the list of published addresses; '' where there is none. */
  published: string;
  /** Lines of keys in the settings files. */
  settings: Record<'site.yaml' | 'sources.yaml' | 'redirects.yaml', (path: readonly PropertyKey[]) => number>;
  error: (file: string, line: number, field: string, message: string) => void;
  note: (file: string, line: number, field: string, message: string) => void;
}

/** Every entry with the file of its facts. */
export function* originals(context: RuleContext): Generator<{ entry: Entry; file: ReadFile }> {
  const byKey = new Map(context.files.map((file) => [`${file.kind}/${file.slug}.${file.lang}`, file]));
  const lang = context.edition.site.languages[0]?.code;
  for (const entries of Object.values(context.edition.entries))
    for (const entry of entries) {
      const file = byKey.get(`${entry.kind}/${entry.slug}.${lang}`);
      if (file) yield { entry, file };
    }
}

/** Takes a problem found on a line of the body. */
export type Say = (line: number, message: string) => void;

/** The beginning of a text on one line, to quote it. */
export const short = (text: string): string => {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 50 ? `${line.slice(0, 50)}…` : line;
};
