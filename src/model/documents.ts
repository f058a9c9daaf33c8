/** PDF documents, which are stored next to the texts that list them. */
import { posix } from 'node:path';
import type { Edition, Entry } from './edition.ts';
import { defaultLanguage } from './schema/site.ts';

export interface ListedDocument {
  /** Path relative to the content folder. */
  path: string;
  title: string;
  language: string;
}

export const isDocumentName = (name: string): boolean => /\.pdf$/i.test(name);

/** The path of a document that `file` lists. Both paths are relative to the content folder. */
export const documentPath = (file: string, target: string): string => posix.join(posix.dirname(file), target);

export function documentsOf({ site }: Edition, { facts, translations }: Entry): ListedDocument[] {
  const file = translations[defaultLanguage(site).code]?.file ?? '';
  const listed = 'documents' in facts ? facts.documents : undefined;
  return (listed ?? []).map(({ file: target, title, language }) => ({
    path: documentPath(file, target),
    title,
    language,
  }));
}
