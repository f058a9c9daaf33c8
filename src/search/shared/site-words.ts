import type { VocabularyFile } from '../index/vocabulary.ts';

/** By what results can be narrowed down. */
export const facetNames = ['type', 'city', 'field'] as const;
export type Facet = (typeof facetNames)[number];

/** Values that a facet can have, as they stand in an address and as they are called, in the order of the site. */
export type FacetValues = Record<Facet, [slug: string, name: string][]>;

/** Places of a page's values in the lists of `FacetValues`, in the order of `facetNames`; then, where its words are borrowed, their language. */
export type PageRow = [type: number[], city: number[], field: number[], lang?: string];

/** /pagefind/words.<lang>.json: what the search box knows of the site before it asks the index. */
export interface SiteWords extends VocabularyFile {
  /** False where the index can't stem the language. */
  stems: boolean;
  facets: FacetValues;
  /** By the id that the index gives to a page. */
  pages: Record<string, PageRow>;
}
