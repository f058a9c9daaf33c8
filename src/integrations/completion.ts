/**
 * Completion while typing, for editors with the language server of Astro (its extension for VS Code): it reads, in
 * `.astro/collections/`, which file belongs to which collection, and each collection's JSON Schema. Astro writes these itself
 * for content collections, which this project doesn't use (docs/architecture.md); with them written here, originals and
 * translations are told apart and what the edition has is offered. Nothing in the build reads them.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Edition } from '../model/edition.ts';
import { readFolder } from '../model/read/folder.ts';
import { jsonSchemas, schemaName, type KnownValues } from '../model/schema/json-schema.ts';
import { kinds } from '../model/schema/kinds.ts';
import { defaultLanguage } from '../model/schema/site.ts';

/** What can be named in an edition, with what it is called. */
export function knownValues(edition: Edition): KnownValues {
  const lang = defaultLanguage(edition.site).code;
  const entries = (kind: 'host-cities' | 'venues' | 'fields') =>
    edition.entries[kind].map(({ slug, translations }) => ({ value: slug, label: translations[lang]?.title ?? slug }));
  return {
    'host-cities': entries('host-cities'),
    venues: entries('venues'),
    fields: entries('fields'),
    sources: Object.entries(edition.sources).map(([value, { title, publisher }]) => ({
      value,
      label: `${title} (${publisher})`,
    })),
  };
}

/**
 * The files that Astro's language server looks for, by their path from the project.
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
    // A translation that somebody begins by hand is known before it is there.
    if (lang === languages[0])
      for (const other of languages.slice(1))
        for (const ending of ['md', 'mdx'])
          assign(file.replace(/\.[^.]+\.mdx?$/, `.${other}.${ending}`), schemaName(kind, false));
  }
  files.set('.astro/collections/collections.json', text({ collections, entries }));
  return files;
}

/**
 * Writes what has changed of them, so that an open editor looks only at that. Where it can't be written, editors have no
 * completion, and nothing else is lost.
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
    // What the system refuses has a code; anything else is a fault of ours.
    if (!(error as NodeJS.ErrnoException).code) throw error;
  }
}

/** The form in which the language server compares addresses of files: decoded, in small letters. */
const entryKey = (path: string): string => decodeURIComponent(pathToFileURL(path).href).toLowerCase();

const text = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
