/** The facets of results. */
export const facetNames = ['type', 'city', 'field'] as const;
export type Facet = (typeof facetNames)[number];

/** The values (slug and name) of each facet, in the site's order. */
export type FacetValues = Record<Facet, [slug: string, name: string][]>;

/**
 * Indexes of a page's values in `FacetValues`, by facet in the order of `facetNames`; then the language of fallback
 * text.
 */
export type PageRow = [type: number[], city: number[], field: number[], lang?: string];

/** The words of a language: space-separated lists, which compress best. */
export interface VocabularyFile {
  /** Words of titles and aliases, which are preferred. */
  names: string;
  /** The other words, each in its most common spelling. */
  words: string;
  /** Stop words, such as articles: short words on many pages, folded, ignored in queries. */
  small: string;
  /** Endings of words in this language, learned from the words. */
  endings: string;
}

/** /pagefind/words.<lang>.json: vocabulary and facets of a language. */
export interface SiteWords extends VocabularyFile {
  /** Whether the index can stem the language. */
  stems: boolean;
  facets: FacetValues;
  /** By the page's id in the index. */
  pages: Record<string, PageRow>;
}
