/** The Markdown files of a content folder: originals and translations, and the entries that they form. */
import { readBody, type Body } from '../body.ts';
import type { Edition, Entry, Translation } from '../edition.ts';
import type { EntryFile, Folder } from '../files.ts';
import { withoutNeedlessOffset } from '../local-time.ts';
import { compare, type Report, type ReportInFile } from '../problem.ts';
import type { ReadFile } from '../rules/helpers/context.ts';
import { checkRawText } from '../rules/raw-text.ts';
import {
  factKeysOf,
  kinds,
  originalSchema,
  translationSchema,
  wordKeysOf,
  type Kind,
  type Words,
} from '../schema/kinds.ts';
import type { Site } from '../schema/site.ts';
import { readText } from './file-system.ts';
import { splitFrontMatter } from './front-matter.ts';
import { validate } from './validate.ts';
import { parseYaml } from './yaml.ts';

/** Reads the Markdown files. Invalid ones are reported and left out. */
export function readEntries(
  dir: string,
  folder: Folder,
  original: string | undefined,
  error: ReportInFile,
): ReadFile[] {
  return folder.entries.flatMap((entry) => {
    const isOriginal = entry.lang === (original ?? commonestLanguage(folder));
    return readEntry(dir, entry, isOriginal, error.bind(undefined, entry.file)) ?? [];
  });
}

/** The language of most files, which is taken as the default if site.yaml can't be read. */
function commonestLanguage({ entries }: Folder): string | undefined {
  const counts = Map.groupBy(entries, ({ lang }) => lang);
  return [...counts].sort(([a, one], [b, other]) => other.length - one.length || compare(a, b))[0]?.[0];
}

/** More keys than any kind of page can have. */
const maxKeys = 100;

/**
 * Reads and checks a single Markdown file.
 *
 * @param isOriginal whether the file is in the default language, so that it may have facts
 */
export function readEntry(dir: string, entry: EntryFile, isOriginal: boolean, report: Report): ReadFile | undefined {
  const source = readText(dir, entry.file, report);
  if (source === undefined || !checkRawText(source, report)) return undefined;
  const split = splitFrontMatter(source, report);
  if (!split) return undefined;
  const parsed = parseYaml(split.yaml, split.yamlLine, report, { maxKeys });
  const schema = isOriginal ? originalSchema(entry.kind) : translationSchema(entry.kind);
  const words = wordKeysOf(entry.kind);
  const facts = factKeysOf(entry.kind);
  const data = validate(schema, parsed, report, {
    known: isOriginal ? [...words, ...facts] : words,
    facts: isOriginal ? [] : facts,
  });
  if (!data) return undefined;
  const translation: Translation = {
    ...(pick(data, words) as unknown as Words),
    lang: entry.lang,
    body: split.body,
    bodyLine: split.bodyLine,
    file: entry.file,
    extension: entry.extension,
  };
  let body: Body | undefined;
  return {
    ...entry,
    translation,
    facts: pick(data, facts),
    // Parsed on demand: only the rules need it.
    get body() {
      return (body ??= readBody(split.body, entry.extension));
    },
    lineOf: parsed.lineOf,
  };
}

const pick = (data: Record<string, unknown>, keys: readonly string[]) =>
  Object.fromEntries(keys.filter((key) => data[key] !== undefined).map((key) => [key, data[key]]));

/** Facts without redundant time offsets. */
function withPlainTimes(facts: Record<string, unknown>, timeZone: string): Record<string, unknown> {
  const plain = (key: string, value: unknown) =>
    typeof value === 'string' && ['starts', 'ends', 'previously', 'date'].includes(key)
      ? withoutNeedlessOffset(value, timeZone)
      : value;
  return Object.fromEntries(Object.entries(facts).map(([key, value]) => [key, plain(key, value)]));
}

/** Combines originals and translations. */
export function assemble(files: readonly ReadFile[], site: Site): Edition['entries'] {
  const original = site.languages[0]?.code as string;
  const entries = Object.fromEntries(kinds.map((kind) => [kind, [] as Entry[]])) as unknown as Record<Kind, Entry[]>;
  const byKey = new Map<string, Entry>();
  for (const file of files) {
    if (file.lang !== original) continue;
    const entry = {
      kind: file.kind,
      slug: file.slug,
      facts: withPlainTimes(file.facts, site.timeZone),
      translations: { [original]: file.translation },
    } as Entry;
    byKey.set(`${file.kind}/${file.slug}`, entry);
    entries[file.kind].push(entry);
  }
  for (const file of files) {
    const entry = byKey.get(`${file.kind}/${file.slug}`);
    if (entry && file.lang !== original) entry.translations[file.lang] = file.translation;
  }
  return entries as unknown as Edition['entries'];
}
