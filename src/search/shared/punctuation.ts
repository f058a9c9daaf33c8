/**
 * The index splits words only at the ASCII apostrophe and hyphen (Pagefind, fossick/splitting.rs): `l’eau` would become
 * `leau`, and `12–15` `1215`. So the index gets ASCII punctuation, and results are shown with typographic punctuation
 * again.
 */

import { isArabic, isUnspaced, joinWords, splitWords } from '../../i18n/word-splitting.ts';

/** A page for the index. Adjacent elements are separated by spaces, because they are separate words. */
export const indexable = (html: string): string =>
  html
    .replace(/(?<=[\p{L}\p{N}])’(?=(?:<[^>]*>)*\p{L})/gu, "'")
    .replace(/(?<=[\p{L}\p{N}])[–—](?=[\p{L}\p{N}])/gu, '-')
    .replace(/<\/\w+>(?=<\w)/g, '$& ');

/** A language code without a stemmer. Pagefind's Arabic stemmer strips the article from pages, not from queries. */
const unstemmed = 'qar';

/** The language that Pagefind is given for a page. */
export const indexLanguage = (lang: string): string => (isArabic(lang) ? unstemmed : lang);

/** The texts of a page with their words split; see word-splitting.ts. */
const withSplitWords = (html: string, lang: string): string =>
  isUnspaced(lang) || isArabic(lang)
    ? html.replace(
        /(<[^<>]*>)([^<>]+)/g,
        (_, tag: string, text: string) => tag + splitWords(text, lang, tag.includes('data-pagefind-meta')),
      )
    : html;

/**
 * The `main` element of a page, which contains all `data-pagefind-body` elements. Pagefind would ignore the rest,
 * which is about two thirds of the page.
 */
export function searchedPart(html: string): string {
  const [from, to] = [html.search(/<main\b/), html.lastIndexOf('</main>')];
  if (from < 0 || to < from) return indexable(html);
  const lang = /<html\b[^>]*?\blang="?([\w-]+)/.exec(html)?.[1] ?? '';
  const main = indexable(withSplitWords(html.slice(from, to), lang));
  return `<!doctype html><html lang="${indexLanguage(lang)}"><body>${main}</main></body></html>`;
}

/** Ranges of days and years, but not postcodes or numeric dates. */
const range = /(?<![\d-])(\d{1,2}|\d{4})-(\d{1,2}|\d{4})(?![\d-])/g;

/** A text from the index, for display. */
export const readable = (text: string): string =>
  joinWords(text)
    .replace(/(?<=[\p{L}\p{N}])'(?=\p{L})/gu, '’')
    .replace(range, '$1–$2');
