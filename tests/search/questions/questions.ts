/**
 * Queries, grouped by what makes them hard, with the expected results: the page that must come first, pages that must
 * all be among the first three, or null for no results.
 */
export type Questions = Record<string, Record<string, string | string[] | null>>;
