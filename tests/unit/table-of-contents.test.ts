import { expect, test } from 'vitest';
import { contentsOf } from '../../src/views/table-of-contents.ts';

const heading = (number: number) => `<h2 id="part-${number}">Part <em>${number}</em></h2>\n<p>Text</p>`;
const text = (count: number) => Array.from({ length: count }, (_, index) => heading(index)).join('');

test('a text with five headings has a table of contents, a shorter one has none', () => {
  expect(contentsOf(text(4))).toEqual([]);
  expect(contentsOf(text(5)).map(({ id }) => id)).toEqual(['part-0', 'part-1', 'part-2', 'part-3', 'part-4']);
});

test('the table of contents keeps emphasis, drops links, and leaves out the footnotes', () => {
  const notes = '<h2 class="notes-title" id="footnote-label">Notes</h2>';
  const linked = '<h2 id="linked">A <a href="/x/">link</a></h2>';
  expect(contentsOf(linked + text(4) + notes).slice(0, 2)).toEqual([
    { id: 'linked', html: 'A link' },
    { id: 'part-0', html: 'Part <em>0</em>' },
  ]);
  expect(contentsOf(linked + text(4) + notes)).toHaveLength(5);
});
