/** By what results can be narrowed down. */
export const facetNames = ['type', 'city', 'field'] as const;
export type Facet = (typeof facetNames)[number];

/** Values that a facet can have, as they stand in an address and as they are called, in the order of the site. */
export type FacetValues = Record<Facet, [slug: string, name: string][]>;

/** Places of a page's values in the lists of `FacetValues`, in the order of `facetNames`; then, where its words are borrowed, their language. */
export type PageRow = [type: number[], city: number[], field: number[], lang?: string];

/** What the browser is told of the words of a language: lists parted by spaces, for that is how they travel smallest. */
export interface VocabularyFile {
  /** Words of titles and of other names of pages; in doubt they are what is meant. */
  names: string;
  /** All other words, each in its commonest spelling. */
  words: string;
  /** Folded words that are short and stand nearly everywhere, like articles: they say nothing of what is looked for. */
  small: string;
  /** Endings that words of this language take, learned from the words themselves. */
  endings: string;
}

/** /pagefind/words.<lang>.json: what the search box knows of the site before it asks the index. */
export interface SiteWords extends VocabularyFile {
  /** False where the index can't stem the language. */
  stems: boolean;
  facets: FacetValues;
  /** By the id that the index gives to a page. */
  pages: Record<string, PageRow>;
}
