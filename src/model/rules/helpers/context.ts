import type { Body } from '../../body.ts';
import type { Edition, Entry, Translation } from '../../edition.ts';
import type { EntryFile, Folder } from '../../files.ts';
import type { ReportInFile } from '../../problem.ts';

/** A valid file of the edition. */
export interface ReadFile extends EntryFile {
  translation: Translation;
  /** Empty in a translation. */
  facts: Record<string, unknown>;
  body: Body;
  lineOf: (path: readonly PropertyKey[]) => number;
}

/** The input of a rule. Invalid files have already been reported and are left out. */
export interface RuleContext {
  dir: string;
  edition: Edition;
  folder: Folder;
  files: ReadFile[];
  /** Slugs of all files of a kind, including invalid ones: a reference to those isn't another mistake. */
  known: (kind: EntryFile['kind']) => string[];
  /** Keys of all sources, including invalid ones; undefined if sources.yaml can't be read. */
  sources: string[] | undefined;
  /** False if a file couldn't be read: its references and calendars aren't known. */
  allRead: boolean;
  /** Addresses of all pages and files, including those of invalid entries, which have their own messages. */
  addresses: Set<string>;
  /** The list of published addresses; '' if there is none. */
  published: string;
  /** Lines of keys in the settings files. */
  settings: Record<'site.yaml' | 'sources.yaml' | 'redirects.yaml', (path: readonly PropertyKey[]) => number>;
  error: ReportInFile;
  note: ReportInFile;
}

/** Every entry with the file that holds its facts. */
export function* originals(context: RuleContext): Generator<{ entry: Entry; file: ReadFile }> {
  const byKey = new Map(context.files.map((file) => [`${file.kind}/${file.slug}.${file.lang}`, file]));
  const lang = context.edition.site.languages[0]?.code;
  for (const entries of Object.values(context.edition.entries))
    for (const entry of entries) {
      const file = byKey.get(`${entry.kind}/${entry.slug}.${lang}`);
      if (file) yield { entry, file };
    }
}

/** Every translation with its original, if both texts can be parsed. */
export function* translationsOf({ edition, files }: RuleContext): Generator<[file: ReadFile, original: ReadFile]> {
  const lang = edition.site.languages[0]?.code;
  const all = new Map(files.filter((file) => file.lang === lang).map((file) => [`${file.kind}/${file.slug}`, file]));
  for (const file of files) {
    const original = all.get(`${file.kind}/${file.slug}`);
    if (original && original !== file && !file.body.failure && !original.body.failure) yield [file, original];
  }
}

/** Reports a problem on a line of the body. */
export type ReportLine = (line: number, message: string) => void;

/** The beginning of a text, on one line, for quoting. */
export const short = (text: string): string => {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 50 ? `${line.slice(0, 50)}…` : line;
};
