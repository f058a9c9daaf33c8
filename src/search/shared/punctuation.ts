/**
 * The index parts words at the typewriter's apostrophe and hyphen only (Pagefind, fossick/splitting.rs): of `l’eau` it
 * would know `leau`, and of `12–15` nothing but 1215. So it is given those signs, and the reader good ones again.
 */

/** A page as the index shall read it. Elements that stand side by side are words apart, which no space in the page says. */
export const indexable = (html: string): string =>
  html
    .replace(/(?<=[\p{L}\p{N}])’(?=\p{L})/gu, "'")
    .replace(/(?<=[\p{L}\p{N}])[–—](?=[\p{L}\p{N}])/gu, '-')
    .replace(/<\/\w+>(?=<\w)/g, '$& ');

/**
 * What a search looks at of a page: the element of the page itself. Pagefind reads nothing outside of `data-pagefind-body`,
 * which stands nowhere else; so it has a third as much to read.
 */
export function searchedPart(html: string): string {
  const [from, to] = [html.search(/<main\b/), html.lastIndexOf('</main>')];
  if (from < 0 || to < from) return indexable(html);
  const root = /<html\b[^>]*>/.exec(html)?.[0] ?? '<html>';
  return indexable(`<!doctype html>${root}<body>${html.slice(from, to)}</main></body></html>`);
}

/** Days and years from one to another; no postcode, and no date of figures. */
const range = /(?<![\d-])(\d{1,2}|\d{4})-(\d{1,2}|\d{4})(?![\d-])/g;

/** A text of the index as it shall be shown. */
export const readable = (text: string): string =>
  text.replace(/(?<=[\p{L}\p{N}])'(?=\p{L})/gu, '’').replace(range, '$1–$2');
