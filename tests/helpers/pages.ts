import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseHTML } from 'linkedom';

export interface BuiltPage {
  /** The path of the page's file in the built site. */
  file: string;
  address: string;
  html: string;
  document: Document;
  /** The language of the page. */
  lang: string;
}

const cache = new Map<string, BuiltPage[]>();

/** Every HTML page of a built site except redirects, parsed once. */
export function pagesIn(dir: string): BuiltPage[] {
  const known = cache.get(dir);
  if (known) return known;
  const pages = globSync('**/*.html', { cwd: dir })
    .sort()
    .map((file) => {
      const html = readFileSync(join(dir, file), 'utf8');
      const { document } = parseHTML(html);
      return {
        file,
        address: `/${file.replace(/(^|\/)index\.html$/, '$1')}`,
        html,
        document,
        lang: document.documentElement.lang,
      };
    })
    .filter(({ document }) => !document.querySelector('meta[http-equiv=refresh]'));
  cache.set(dir, pages);
  return pages;
}

/** All pages except the 404 pages. */
export const realPages = (dir: string): BuiltPage[] => pagesIn(dir).filter(({ file }) => !file.endsWith('404.html'));

export const attribute = (page: BuiltPage, selector: string, name: string): string | null =>
  page.document.querySelector(selector)?.getAttribute(name) ?? null;

/** All text for readers and machines: text nodes, and attributes with text or addresses. */
export function textOf(page: BuiltPage): string {
  const { document } = page;
  for (const element of document.querySelectorAll('script,style')) element.textContent = '';
  const attributes = [
    ...document.querySelectorAll('[content],[aria-label],[title],[alt],[href],[data-label],[data-start]'),
  ].flatMap((element) =>
    ['content', 'aria-label', 'title', 'alt', 'href', 'data-label', 'data-start'].map(
      (name) => element.getAttribute(name) ?? '',
    ),
  );
  return [document.documentElement.textContent, ...attributes].join('\n');
}
