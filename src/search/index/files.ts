/** The contents of Pagefind 1.5's files. */
import { gunzipSync } from 'node:zlib';
import type * as pagefind from 'pagefind';
import { compare } from '../../model/problem.ts';
import { indexLanguage } from '../shared/punctuation.ts';

export type IndexFile = pagefind.IndexFile;

/** A page's data in the index. */
export interface Fragment {
  /** Identifies the page in results. */
  id: string;
  url: string;
  content: string;
  meta: Record<string, string>;
}

export const fragmentPath = /^fragment\/(.+)\.pf_fragment$/;

/** The pages as Pagefind indexed them, so that the vocabulary has the same words. */
export function fragmentsIn(files: readonly IndexFile[]): Fragment[] {
  const signature = 'pagefind_dcd';
  return files.flatMap(({ path, content }) => {
    const id = fragmentPath.exec(path)?.[1];
    if (id === undefined) return [];
    const text = gunzipSync(content).toString();
    if (!text.startsWith(signature)) throw new Error(`${path} is not in the format of Pagefind 1.5`);
    return [{ ...(JSON.parse(text.slice(signature.length)) as Omit<Fragment, 'id'>), id }];
  });
}

/** The file that lists the languages. */
export const entryFile = 'pagefind-entry.json';

export interface IndexEntry {
  /** By language in lower case; `wasm` is the name of its stemmer. */
  languages: Record<string, { wasm: string | null }>;
}

/** The entry file. @throws if there is none */
export function entryIn(files: readonly IndexFile[]): IndexEntry {
  const content = files.find(({ path }) => path === entryFile)?.content;
  if (!content) throw new Error(`Pagefind wrote no ${entryFile}`);
  return JSON.parse(new TextDecoder().decode(content)) as IndexEntry;
}

/**
 * The entry file with its languages sorted, because Pagefind's order varies between builds, and under the codes that
 * pages use.
 * @see indexLanguage
 */
export function sortedEntry(entry: IndexEntry, languages: readonly string[]): IndexEntry {
  const named = languages.flatMap((lang) => {
    const found = entry.languages[indexLanguage(lang).toLowerCase()];
    return found ? [[lang.toLowerCase(), found] as const] : [];
  });
  return { ...entry, languages: Object.fromEntries(named.sort(([a], [b]) => compare(a, b))) };
}
