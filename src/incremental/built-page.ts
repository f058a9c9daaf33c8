/** What those who come after the pages need to know of each; worked out once, when the page is made, and kept with it. */
import { hash } from 'node:crypto';
import { searchedPart } from '../search/punctuation.ts';
import { inlineHashes } from '../seo/inline.ts';

export interface BuiltPage {
  /** The language that it says it is in. */
  lang: string;
  /** Hash of what a search looks at. */
  searched: string;
  /** What the security policy must name of it. */
  scripts: string[];
  styles: string[];
}

export function builtPage(html: string): BuiltPage {
  const { scripts, styles } = inlineHashes(html);
  return { lang: languageOf(html), searched: hash('sha256', searchedPart(html)), scripts, styles };
}

/** The language that a page says it is in; '' where it says none. */
export const languageOf = (html: string): string => /<html[^>]*? lang="([^"]+)"/.exec(html)?.[1] ?? '';
