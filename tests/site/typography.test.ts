import { describe, expect, test } from 'vitest';
import { built } from '../helpers/build.ts';
import { isThisEdition } from '../helpers/this-edition.ts';
import { realPages } from '../helpers/pages.ts';

/** For each language, missing non-breaking spaces and wrong quotation marks. */
const faults: Record<string, RegExp[]> = {
  pl: [/(?<=^|[\s(„])[aiouwzAIOUWZ] \S/, /\d \d{3}(?!\d)/, /"/, /[“«»]/],
  fr: [/\S [:;!?»]/, /« /, /[^\s\u00a0\u202f][;!?»](?!\S)/, /«[^\s\u00a0]/, /\d \d{3}(?!\d)|\d %/, /"|'/],
};

/** Inline elements, whose text continues that of their surroundings. */
const inline = /^(A|EM|STRONG|SUP|SPAN|TIME|ABBR|CITE)$/;

/** The texts of a page: its blocks, title, description and labels. Excludes other languages, external links, notes. */
function textsOf(document: Document): string[] {
  for (const foreign of document.querySelectorAll(
    'script, style, svg, code, [hidden], [lang]:not(html), a[href^="http"], .side-note',
  ))
    foreign.textContent = '…';
  const blocks = [...document.querySelectorAll('body *')].filter(
    (element) =>
      !inline.test(element.tagName) &&
      [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim()),
  );
  // Blocks within blocks are checked separately.
  const own = (element: Element): string =>
    [...element.childNodes]
      .map((node) =>
        node.nodeType === 3
          ? node.textContent
          : inline.test((node as Element).tagName ?? '')
            ? own(node as Element)
            : ' ',
      )
      .join('')
      .trim();
  const attributes = ['aria-label', 'alt', 'placeholder'].flatMap((name) =>
    [...document.querySelectorAll(`[${name}]`)].map((element) => element.getAttribute(name) ?? ''),
  );
  return [
    document.title,
    document.querySelector('meta[name=description]')?.getAttribute('content') ?? '',
    ...blocks.map(own),
    ...attributes,
  ];
}

describe.runIf(isThisEdition).each(Object.entries(faults))('%s', (lang, patterns) => {
  const pages = realPages(built('main')).filter((page) => page.lang === lang);

  test('spaces and quotation marks are right in texts, titles, labels and descriptions', () => {
    expect(pages.length).toBeGreaterThan(50);
    const found = pages.flatMap(({ address, document }) =>
      textsOf(document.cloneNode(true) as Document).flatMap((text) =>
        patterns.flatMap((pattern) => {
          const match = pattern.exec(text);
          return match ? [`${address}: ${text.slice(Math.max(0, match.index - 30), match.index + 30)}`] : [];
        }),
      ),
    );
    expect([...new Set(found)]).toEqual([]);
  });
});
