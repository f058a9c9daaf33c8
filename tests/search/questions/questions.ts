/**
 * What readers type, by what makes it hard, and what they hope for: the page that must come first; or pages that must all
 * be among the first three; or nothing at all.
 */
export type Questions = Record<string, Record<string, string | string[] | null>>;
