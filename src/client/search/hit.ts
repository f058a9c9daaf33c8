import { readable } from '../../search/shared/punctuation.ts';
import type { Loaded } from './answer.ts';
import { element } from './element.ts';
import type { Found, Section } from './engine.ts';

/** A result: title, kind and place, excerpt and best section. @param lang set if it isn't the page's language */
export function hitElement({ hit, page }: Loaded, lang?: { code: string; dir: string }): HTMLLIElement {
  const { url, meta } = page;
  const section = bestSection(page);
  // Fallback text is in another language, which may have another direction.
  const words = lang ? {} : { lang: hit.lang, dir: hit.lang && 'auto' };
  const title = readable(meta['title'] ?? url);
  return element(
    'li',
    { lang: lang?.code, dir: lang?.dir },
    element('a', { href: url, ...words }, title),
    hit.label === '' ? undefined : element('p', { className: 'meta' }, hit.label),
    element('p', { className: 'excerpt', ...words }, ...marked(section?.excerpt ?? page.excerpt)),
    section && element('a', { className: 'section', href: section.url, ...words }, readable(section.title)),
  );
}

/** The section with the best matches, if it isn't the page's beginning. */
export function bestSection({ sub_results: sections }: Found): Section | undefined {
  const weight = ({ weighted_locations: found }: Section) =>
    found.reduce((sum, { balanced_score: score }) => sum + score, 0);
  const best = [...sections].sort((a, b) => weight(b) - weight(a))[0];
  return best?.anchor === undefined ? undefined : best;
}

/** Adds an ellipsis where an excerpt begins or ends within a sentence. */
const cut = (excerpt: string): string =>
  `${/^(<mark>)?\p{Ll}/u.test(excerpt) ? '… ' : ''}${excerpt}${/[.!?…。！？]["”»’」]?(<\/mark>)?$/.test(excerpt) ? '' : ' …'}`;

/**
 * Pagefind marks matches with <mark> and escapes everything else. The excerpt is parsed rather than inserted, so that only
 * marks survive. Punctuation around a word isn't marked.
 */
function marked(excerpt: string): (Node | string)[] {
  const { body } = new DOMParser().parseFromString(readable(cut(excerpt)), 'text/html');
  return [...body.childNodes].flatMap((node) => {
    const text = node.textContent ?? '';
    if (node.nodeName !== 'MARK') return [text];
    const [before = '', after = ''] = [/^[^\p{L}\p{N}]*/u.exec(text)?.[0], /[^\p{L}\p{N}\p{M}]*$/u.exec(text)?.[0]];
    return [before, element('mark', {}, text.slice(before.length, text.length - after.length)), after];
  });
}
