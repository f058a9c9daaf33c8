/**
 * The index splits words only at the ASCII apostrophe and hyphen (Pagefind, fossick/splitting.rs): `l’eau` would become
 * `leau`, and `12–15` `1215`. So the index gets ASCII punctuation, and results get the typographic one back.
 */

/** A page for the index. Adjacent elements are separated by spaces, because they are separate words. */
export const indexable = (html: string): string =>
  html
    .replace(/(?<=[\p{L}\p{N}])’(?=(?:<[^>]*>)*\p{L})/gu, "'")
    .replace(/(?<=[\p{L}\p{N}])[–—](?=[\p{L}\p{N}])/gu, '-')
    .replace(/<\/\w+>(?=<\w)/g, '$& ');

/**
 * The `main` element of a page, which has all `data-pagefind-body` elements; Pagefind ignores everything else, and so has
 * only a third as much to parse.
 */
export function searchedPart(html: string): string {
  const [from, to] = [html.search(/<main\b/), html.lastIndexOf('</main>')];
  if (from < 0 || to < from) return indexable(html);
  const root = /<html\b[^>]*>/.exec(html)?.[0] ?? '<html>';
  return indexable(`<!doctype html>${root}<body>${html.slice(from, to)}</main></body></html>`);
}

/** Ranges of days and years, but not postcodes and numeric dates. */
const range = /(?<![\d-])(\d{1,2}|\d{4})-(\d{1,2}|\d{4})(?![\d-])/g;

/** A text of the index, for display. */
export const readable = (text: string): string =>
  text.replace(/(?<=[\p{L}\p{N}])'(?=\p{L})/gu, '’').replace(range, '$1–$2');
