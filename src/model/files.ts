import type { Kind } from './schema/kinds.ts';

/** A Markdown file of the edition, identified by its path. */
export interface EntryFile {
  kind: Kind;
  slug: string;
  lang: string;
  extension: 'md' | 'mdx';
  /** Path relative to the content folder, with forward slashes. */
  file: string;
}

export interface Folder {
  entries: EntryFile[];
  /** Paths of pictures, relative to the content folder. */
  pictures: string[];
  /** Paths of PDF documents, relative to the content folder. */
  documents: string[];
  /** Languages that have a file of interface words. */
  interfaces: string[];
  /**
   * Pages whose files have a wrong name, place or size. The files are reported, so their pages don't count as missing.
   */
  misplaced: Pick<EntryFile, 'kind' | 'slug'>[];
}
