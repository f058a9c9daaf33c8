import { describe, expect, test } from 'vitest';
import { renderMarkdown } from '../../src/markdown/render.ts';
import { escapeSingleTildes } from '../../src/markdown/single-tildes.ts';
import { readBody } from '../../src/model/body.ts';
import { markdownProblems } from '../../src/model/rules/markdown.ts';

const problemsIn = (text: string, extension: 'md' | 'mdx' = 'md') =>
  markdownProblems(readBody(text, extension), text, extension);

const render = (text: string) =>
  renderMarkdown(text, {
    lang: 'en',
    sources: {},
    link: (address) => address,
    footnotes: { title: 'Notes', back: (reference) => reference, published: (date) => date },
  });

/** Mistakes that editors type or paste, with the line of the mistake and a word from the remedy. */
const mistakes: [text: string, line: number, remedy: string][] = [
  // Tables
  ['| a | b |\n|---|---|\n| 1 | 2 | three |', 3, '3 cells'],
  ['| a | b |\n|---|---|\n| `x|y` | z |', 3, '\\|'],
  ['| a | b |\n|---|---|\n| 1 | 2 |\nThe doors open at nine.', 4, 'empty line'],
  ['Before.\n\n| a | b |\n| 1 | 2 |', 3, '|---|---|'],
  ['| a | b |\n|---|\n| 1 | 2 |', 1, 'as many columns'],
  ['Day | Place\n12 June | Rynek', 2, '|---|---|'],
  ['Day\tPlace\n12 June\tRynek', 1, 'tab'],
  // Emphasis
  ['**open at 19:00 **today', 1, 'touch'],
  ['**„Cytat”**słowo', 1, 'touch'],
  ['First.\n\n** bold **', 3, 'touch'],
  ['*open at 19:00 *today', 1, 'touch'],
  ['_„Cytat”_słowo', 1, 'touch'],
  ['~~ sold out ~~', 1, '~~'],
  ['==sold out==', 1, '**words**'],
  ['2*3*4 cm', 1, '×'],
  ['don`t go, you can`t', 1, '’'],
  ['Rock `n roll', 1, '’'],
  // Headings
  ['##\u00a0Head', 1, 'non-breaking space (U+00A0)'],
  ['\u200b## Head', 1, 'zero-width space (U+200B)'],
  ['##Head', 1, '## Head'],
  ['####### Head', 1, 'six'],
  ['## Head {#id}', 1, 'delete'],
  ['Text\n---', 1, 'empty line'],
  ['Text\n-', 1, 'empty line'],
  ['## Head[^a]\n\n[^a]: Note.', 1, 'sentence'],
  ['## Head[^source]', 1, 'sentence'],
  ['> Text\n> ##Head', 2, '## Head'],
  // Lists
  ['> Text\n> -\u00a0item', 2, 'U+00A0'],
  ['-\u00a0item\n-\u00a0other', 1, 'U+00A0'],
  ['• item', 1, '"- "'],
  ['\uf0b7 item', 1, '"- "'],
  ['Items:\n-item\n-other', 3, '"- "'],
  ['1.First\n2.Second', 2, '"1. "'],
  ['a) first\nb) second', 2, '"1. "'],
  ['10:00 Opening\n11:00 Talk', 2, 'empty line'],
  ['🎭 Theatre\n🎶 Music', 2, '"- "'],
  ['**When:** June\n**Where:** Rynek', 2, 'empty line'],
  ['12. June: opening\n14. June: closing', 2, '14\\.'],
  ['10. Juni 2018 war es', 1, '10\\.'],
  ['007. Bond', 1, '007\\.'],
  ['- [ ] Book a room', 1, '[ ]'],
  ['+ 48 12 345', 1, '\\+'],
  ['- one\n-\n- two', 2, 'empty'],
  ['>500 people', 1, '\\>'],
  // Code
  ['\tA paragraph.', 1, 'tab'],
  ['    A paragraph.', 1, 'four spaces'],
  ['```\ncode\n\nThe rest.', 1, 'not closed'],
  ['~~~\ncode\n```', 1, 'not closed'],
  ['```text The doors\n```', 1, 'next line'],
  // Links
  ['[x](https://example.org/b c)', 1, '%20'],
  ['[x](tel:+48 12 345)', 1, '(tel:+4812345)'],
  ['[Festival] (https://example.org/)', 1, 'space'],
  ['[Festival] (/events/)', 1, 'space'],
  ['(Festival)[https://example.org/]', 1, '[words](address)'],
  ['[Festival][2018]', 1, 'round brackets'],
  ['[a [b](/c/) d](/e/)', 1, 'another link'],
  ['[words[^call]](/visit/)', 1, 'footnote'],
  ['[words[^a]](/visit/)\n\n[^a]: Note.', 1, 'footnote'],
  ['<www.example.org>', 1, 'https://'],
  ['[](/visit/)', 1, 'no words'],
  ['[[Visit]]', 1, '[words]'],
  ['![[x.png]]', 1, './picture.jpg'],
  ['[1]: https://example.org/', 1, 'refers'],
  ['[Note]: bring', 1, 'refers'],
  ['[x][1]\n\n[1]: https://example.org/\n\n[1]: https://example.org/b', 5, 'twice'],
  // Footnotes
  ['![A lamp[^call]](./x.png "c")', 1, 'footnote'],
  ['[^a]\n\n[^a]:\n\nThe rest.', 3, 'empty'],
  ['One^[a note].', 1, '[^name]'],
  ['One.[^]', 1, '[^name]'],
  // Pictures
  ['[![A lamp](./x.png "c")](/events/)', 1, 'below'],
  ['![][image1]\n\n[image1]: <data:image/png;base64,iVBO>', 1, 'file'],
  // Syntax of other programs
  ['> [!NOTE]\n> Text', 1, 'delete'],
  [':::note\nText\n:::', 1, 'delete'],
  ['Welcome :tada: to all', 1, 'emoji'],
  ['Term\n: its meaning', 2, 'list'],
  ['{{ name }}', 1, 'words'],
  ['$$x^2$$', 1, 'words'],
  ['*[HTML]: a language', 1, 'sentence'],
  ['[TOC]', 1, 'delete'],
  ['&foo; and &amp;nbsp;', 1, 'character'],
  ['Tom &nbsp Jerry', 1, 'character'],
  ['The end\\', 1, 'line break'],
  ['a <!-- b', 1, '-->'],
];

test.each(mistakes)('%j is reported', (text, line, remedy) => {
  const problems = problemsIn(text);
  const found = problems.filter((problem) => problem.line === line && problem.message.includes(remedy));
  expect(found, JSON.stringify(problems)).toHaveLength(1);
  expect(problems, 'one mistake is one message').toHaveLength(1);
});

test.each([
  'Open 10~12 and 14~16.',
  'Price 5 €*, children 3 €*\n\n\\* with a card',
  '5 * 3 * 2, snake_case_name, 5*3, **bold**, _emphasis_, ***both***, ~~gone~~, C++, Hotel ****',
  'A [link](/a/ "title"), [another (1)](https://example.org/a_(b)) and https://example.org/_a_?b=c&d=e.',
  '\\[x](y) \\*\\*x\\*\\* \\`a \\{#id}',
  '`[x](y z)`, `**`, `| a |`, `&nbsp;`',
  '```js\n**x** [x](y z)\n```',
  '1. one\n1. two\n1. three',
  '3) three\n4) four',
  '- one\n\n  - inner\n\n- two',
  '| a | b |\n|---|:-:|\n| 1 \\| 2 | `x\\|y` |',
  'Rynek 1  \n31-000 Kraków\\\nPoland',
  '10:00 Opening\\\n11:00 Talk',
  '– Good evening, he said.',
  'A single a | b line at 10:30:00, and: so on.',
  '#krakowice2018 and #music',
  'Above.\n\n---\n\nBelow.',
  '> A quotation\n> in two lines, 1. with a number',
  'The &nbsp;character &amp; the sign, a < b > c.',
  'See [this][a].\n\n[a]: /events/',
  'Note.[^n]\n\n[^n]: A note.',
  'Mr. Smith met\nA. Kowalski on\nthe 3. of May.',
  '<!-- To do -->\n\nText.',
])('%j is fine', (text) => expect(problemsIn(text)).toEqual([]));

test.each([
  ['The {name} of a city.', 1, '"name"'],
  ["import a from './a.ts';\n\n{a.b} {b.a}", 3, '"b"'],
  ['Text.\n\n<Timetable />', 3, '<Timetable>'],
  ['Text.\n\n<p>See <a href="/events/">events</a>.</p>', 3, '[words](/events/)'],
])('%j is reported in MDX', (text, line, part) => {
  expect(problemsIn(text, 'mdx')).toEqual([{ line, message: expect.stringContaining(part) as string }]);
});

test('names that are defined in MDX are fine', () => {
  const text =
    "import A from './A.astro';\n\nexport const year = 2018;\n\n<A /> {year} {Math.max(1, 2)} {'x'} {/* x */} {props.a}";
  expect(problemsIn(text, 'mdx')).toEqual([]);
});

describe('rendering', () => {
  test('single tildes are text, inside other markup too', () => {
    expect(render('Open 10~12 and 14~16, ~~not~~ **9~10 or 11~12**, ~a ~b~ c~')).toBe(
      '<p>Open 10~12 and 14~16, <del>not</del> <strong>9~10 or 11~12</strong>, ~a ~b~ c~</p>\n',
    );
  });
  test('single tildes are escaped in MDX, but not in its front matter', () => {
    expect(escapeSingleTildes('---\ntitle: 1~2 3~4\n---\n\n10~12, 14~16', 'mdx')).toBe(
      '---\ntitle: 1~2 3~4\n---\n\n10\\~12, 14\\~16',
    );
  });
  test('text that looks like front matter is shown', () => {
    expect(render('+++\nwords\n+++')).toContain('words');
  });
});
