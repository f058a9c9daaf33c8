import { parseHTML } from 'linkedom';
import { markdownToHtml } from 'satteri';
import { describe, expect, test } from 'vitest';
import { code, link, plain } from '../../scripts/lib/compare/escape.ts';
import { readFacts, type Facts } from '../../scripts/lib/compare/comparison.ts';
import { toMarkdown } from '../../scripts/lib/compare/markdown.ts';

describe('untrusted text stays text', () => {
  test.each([
    [
      'Days | of *Bread* `x` _y_ [z](https://e.example) ~q~',
      'Days \\| of \\*Bread\\* \\`x\\` \\_y\\_ \\[z\\](https:\u200B//e.example) \\~q\\~',
    ],
    ['<img src=x onerror=1> & <!-- -->', '&lt;img src=x onerror=1&gt; &amp; &lt;!-- --&gt;'],
    ['@everyone #12 gh-7 a/b#3', '@\u200Beveryone #\u200B12 gh-\u200B7 a/b#\u200B3'],
    ['www.e.example :tada: :+1: 19:30', 'www\u200B.e.example :\u200Btada: :\u200B+1: 19:30'],
    ['$x$', '<span>$</span>x<span>$</span>'],
    ['one\ntwo\u2028three\u0000\u202E', 'one two three'],
    ['#krakowice2018', '#krakowice2018'],
  ])('%j', (text, escaped) => {
    expect(plain(text)).toBe(escaped);
  });

  test('any combination is rendered as it was written, in a table and in a list', () => {
    const signs =
      '| * ** _ ` `` ~~ [ ]( ](https://e.example) < > <b> <!-- --> & &lt; \\ $ $$ @x #1 http://a.example www.a.example ! ![ (x) x - > # [^1] :// :tada:'.split(
        ' ',
      );
    const rendered = (markdown: string) => {
      const { html: page } = markdownToHtml(markdown, { features: { gfm: true } });
      return parseHTML(`<html><body>${page}</body></html>`).document.body;
    };
    for (const [index, first] of signs.entries())
      for (const [step, second] of signs.entries()) {
        const text = [first, second, signs[(index * 7 + step) % signs.length]].join(step % 2 === 0 ? '' : ' ');
        for (const markdown of [`| a | b |\n|---|---|\n| ${plain(text)} | z |`, `- x: ${plain(text)}`]) {
          const body = rendered(markdown);
          expect(body.textContent.replaceAll('\u200B', '')).toContain(text);
          expect(body.querySelector(':not(table,thead,tbody,tr,th,td,ul,li,p,span)'), text).toBeNull();
        }
      }
  });

  test('a long text is cut between characters', () => {
    expect(plain('🎈'.repeat(10), 4)).toBe('🎈🎈🎈…');
  });

  test('a code span can’t be closed from within', () => {
    expect(code('a`b|c\nd')).toBe('`a´b¦c d`');
    expect(code(' ')).toBe('');
  });

  test('only a web address becomes a link', () => {
    expect(link('x', 'https://e.example/a(b)|<c>')).toBe('[x](<https://e.example/a(b)%7C%3Cc%3E>)');
    for (const address of ['javascript:alert(1)', 'http://e.example/', '/x/', '']) expect(link('x', address)).toBe('x');
  });
});

const none: Facts = {
  before: { pages: 2, weight: 2_000, files: 3, bytes: 4_000_000 },
  after: { pages: 2, weight: 2_500, files: 3, bytes: 3_900_000 },
  added: [],
  removed: [],
  changed: [],
  redrawn: [],
  framed: 0,
  weights: [],
  budgets: [],
  problems: [],
  oldProblems: 0,
};
const page = (index: number, title = 'A page') => ({ address: `/p${index}/`, lang: 'en', title });

describe('the comment', () => {
  test('says plainly that nothing changed', () => {
    const text = toMarkdown(none);
    expect(text).toContain('**No problems** in the content.');
    expect(text).toContain('0 added, 0 changed, 0 removed, 2 unchanged.');
    expect(text).toContain('| all pages, compressed | 2.0 kB | 2.5 kB | +0.5 kB |');
    expect(text).toContain('| all files | 4.00 MB | 3.90 MB | −0.10 MB |');
  });

  test('problems link to their lines, and errors come first', () => {
    const text = toMarkdown(
      {
        ...none,
        oldProblems: 1,
        problems: [
          {
            file: 'content/a b.en.md',
            line: 5,
            field: 'city',
            message: 'there is no host city "krakau"',
            severity: 'error',
          },
          { file: 'content/c.md', line: 1, field: '', message: 'no translation', severity: 'note' },
          { file: '', line: 0, field: '', message: 'SITE_DATE is "x"', severity: 'error' },
        ],
      },
      { source: 'https://code.example/o/r/blob/abc' },
    );
    expect(text).toContain(
      '- [`content/a b.en.md` line 5](<https://code.example/o/r/blob/abc/content/a%20b.en.md?plain=1#L5>), city: there is no host city "krakau"',
    );
    expect(text).toContain('- Settings: SITE\\_DATE is "x"');
    expect(text).toContain('### 2 errors to fix');
    expect(text).toContain('### 1 new note');
    expect(text).toContain('1 existing problem is not listed.');
    expect(text.indexOf('errors to fix')).toBeLessThan(text.indexOf('new note'));
  });

  test('pages link to the preview, except removed ones and anything that isn’t a path', () => {
    const text = toMarkdown(
      {
        ...none,
        added: [page(1, 'Bread | Beer'), { ...page(2), address: '//evil.example/' }],
        changed: [
          { ...page(3), came: 1, went: 0, titleBefore: 'Old' },
          { ...page(4), came: 3, went: 2 },
          { ...page(5), came: 0, went: 0 },
        ],
        removed: [{ ...page(6), leadsTo: '/p1/' }, page(7)],
        framed: 1,
      },
      { preview: 'https://pr-1.preview.example' },
    );
    expect(text).toContain('**[Look at the preview](<https://pr-1.preview.example/>)**');
    expect(text).toContain('| added | [Bread \\| Beer](<https://pr-1.preview.example/p1/>) `/p1/` | en |  |');
    expect(text).toContain('| added | A page `//evil.example/` | en |  |');
    expect(text).toContain('1 word added; the title was “Old”');
    expect(text).toContain('3 words added, 2 removed');
    expect(text).toContain('words in a different order');
    expect(text).toContain('| removed | A page `/p6/` | en | redirects to `/p1/` |');
    expect(text).toContain('**no redirect**');
    expect(text).toContain('Only the header, menu or footer changed on 1 page.');
  });

  test('without a preview it says how to look at the site', () => {
    const text = toMarkdown(none, { run: 'https://code.example/o/r/actions/runs/1', commit: 'abcdef0123456789' });
    expect(text).toContain('download `preview` from [this run](<https://code.example/o/r/actions/runs/1>)');
    expect(text).toContain('As of abcdef0123');
  });

  test('it says which build failed, before or after', () => {
    expect(toMarkdown({ ...none, after: null })).toContain('**The build failed**');
    expect(toMarkdown({ ...none, before: null })).toContain('could not be built, so there is no comparison');
    expect(toMarkdown(null)).toContain('The comparison could not be made.');
  });

  test('lists pages that are over their budget, and pages near it', () => {
    const text = toMarkdown({
      ...none,
      budgets: [
        { address: '/a/', weight: 12_100, budget: 12_000 },
        { address: '/b/', weight: 11_900, budget: 12_000 },
      ],
      weights: [{ address: '/a/', before: 11_000, after: 12_100 }],
    });
    expect(text).toContain('**Too heavy**, so the tests fail:\n\n- `/a/`: 12.1 kB of 12.0 kB');
    expect(text).toContain('Near their limit:\n\n- `/b/`: 11.9 kB of 12.0 kB');
    expect(text).toContain('- `/a/`: 11.0 kB → 12.1 kB');
  });

  test('stays below GitHub’s limit, and says how much is left out', () => {
    const title = '*'.repeat(2_000);
    const many = Array.from({ length: 3_000 }, (_, index) => ({ ...page(index, title), came: 1, went: 1 }));
    const problems = many.map(({ address }) => ({
      file: address,
      line: 1,
      field: '',
      message: title,
      severity: 'error' as const,
    }));
    const text = toMarkdown(
      { ...none, changed: many, problems, added: many.map((_, index) => page(index)) },
      { run: 'https://e.example/', source: 'https://e.example' },
    );
    expect(text.length).toBeLessThan(65_536);
    expect(text).toMatch(/… and [\d,]+ more\./);
    expect(text).toContain('<details>');
  });

  test('facts that don’t match the schema are refused with a message', () => {
    expect(readFacts(JSON.stringify({ ...none, pull: 7 })).pull).toBe(7);
    expect(() => readFacts('{')).toThrow("The facts file isn't valid JSON.");
    expect(() => readFacts(JSON.stringify({ ...none, framed: -1 }))).toThrow(/at framed/);
    expect(() => readFacts(JSON.stringify({ ...none, html: '<b>' }))).toThrow(/match their schema/);
    expect(() => readFacts(JSON.stringify({ ...none, added: [{ ...page(1), title: 'x'.repeat(3_000) }] }))).toThrow(
      /at added\.0\.title/,
    );
  });
});
