import type { Kind } from './schema/kinds.ts';

/** A Markdown file of the edition, known by its place and name. */
export interface EntryFile {
  kind: Kind;
  slug: string;
  lang: string;
  extension: 'md' | 'mdx';
  /** Path from the content folder, with forward slashes. */
  file: string;
}

export interface Folder {
  entries: EntryFile[];
  /** Paths of pictures, from the content folder. */
  pictures: string[];
  /** Languages that have a file of interface words. */
  interfaces: string[];
  /** The pages that files with a wrong name, place or size are of. Those are reported, so the pages are not missing. */
  misplaced: Pick<EntryFile, 'kind' | 'slug'>[];
}
