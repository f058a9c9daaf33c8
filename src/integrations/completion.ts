/**
 * Completion in editors with Astro's language server (its extension for VS Code), which reads the collection of each file
 * and the JSON Schema of each collection in `.astro/collections/`. Astro writes these only for content collections, which
 * this project doesn't use (docs/architecture.md). Here originals and translations have different schemas, with the slugs and
 * sources of the edition. The build doesn't read them.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Edition } from '../model/edition.ts';
import { readFolder } from '../model/read/folder.ts';
import { jsonSchemas, schemaName, type KnownValues } from '../model/schema/json-schema.ts';
import { kinds } from '../model/schema/kinds.ts';
import { defaultLanguage } from '../model/schema/site.ts';

/** The slugs and source keys of an edition, with their titles. */
export function knownValues(edition: Edition): KnownValues {
  const lang = defaultLanguage(edition.site).code;
  const entries = (kind: 'host-cities' | 'venues' | 'fields' | 'people') =>
    edition.entries[kind].map(({ slug, translations }) => ({ value: slug, label: translations[lang]?.title ?? slug }));
  return {
    'host-cities': entries('host-cities'),
    venues: entries('venues'),
    fields: entries('fields'),
    people: entries('people'),
    sources: Object.entries(edition.sources).map(([value, { title, publisher }]) => ({
      value,
      label: `${title} (${publisher})`,
    })),
  };
}

/**
 * The files for Astro's language server, by path relative to the project root.
 *
 * @param content the content folder
 */
export function completionFiles(content: string, edition: Edition): Map<string, string> {
  const files = new Map<string, string>();
  const collections: { name: string; hasSchema: true }[] = [];
  const schemas = jsonSchemas(knownValues(edition));
  for (const name of kinds.flatMap((kind) => [schemaName(kind, true), schemaName(kind, false)])) {
    collections.push({ name, hasSchema: true });
    files.set(`.astro/collections/${name}.schema.json`, text(schemas.get(name)));
  }
  const languages = edition.site.languages.map(({ code }) => code);
  const entries: Record<string, string> = {};
  const assign = (file: string, name: string) => (entries[entryKey(resolve(content, file))] = name);
  for (const { kind, lang, file } of readFolder(content, languages, () => undefined).entries) {
    assign(file, schemaName(kind, lang === languages[0]));
    // Includes translations that don't exist yet, so that completion works in a new file immediately.
    if (lang === languages[0])
      for (const other of languages.slice(1))
        for (const ending of ['md', 'mdx'])
          assign(file.replace(/\.[^.]+\.mdx?$/, `.${other}.${ending}`), schemaName(kind, false));
  }
  files.set('.astro/collections/collections.json', text({ collections, entries }));
  return files;
}

/**
 * Writes only files that changed, because open editors watch them. If writing fails, only completion is missing.
 *
 * @param root the project
 */
export function writeCompletion(content: string, edition: Edition, root = '.'): void {
  try {
    for (const [file, wanted] of completionFiles(content, edition)) {
      const path = join(root, file);
      if (existsSync(path) && readFileSync(path, 'utf8') === wanted) continue;
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, wanted);
    }
  } catch (error) {
    // System errors have a code; anything else is a bug.
    if (!(error as NodeJS.ErrnoException).code) throw error;
  }
}

/** File URLs as the language server compares them: decoded, in lower case. */
const entryKey = (path: string): string => decodeURIComponent(pathToFileURL(path).href).toLowerCase();

const text = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
