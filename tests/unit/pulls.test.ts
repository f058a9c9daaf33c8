import { parseHTML } from 'linkedom';
import { markdownToHtml } from 'satteri';
import { afterEach, describe, expect, test } from 'vitest';
import { compareSites, newProblems } from '../../scripts/lib/pull/compare.ts';
import { code, link, plain } from '../../scripts/lib/pull/escape.ts';
import { readFacts, type Facts, type PullProblem } from '../../scripts/lib/pull/facts.ts';
import { findPull, putComment } from '../../scripts/lib/pull/github.ts';
import { report } from '../../scripts/lib/pull/markdown.ts';
import type { Site } from '../../scripts/lib/pull/site.ts';
import { fakeGitHub, type Comment } from '../helpers/github.ts';

interface Parts {
  title?: string;
  lang?: string;
  main?: string;
  menu?: string;
  head?: string;
}

const html = ({ title = 'A page', lang = 'en', main = '<p>Some words.</p>', menu = 'Menu', head = '' }: Parts = {}) =>
  `<!DOCTYPE html><html lang="${lang}"><head><title>${title}</title>${head}</head><body><header>${menu}</header><main><h1>${title}</h1>${main}</main><footer>Foot</footer></body></html>`;

function site(pages: Record<string, string>, redirects: Record<string, string> = {}): Site {
  const files = new Map(Object.entries(pages));
  return {
    pages: files,
    redirects: new Map(Object.entries(redirects)),
    files: files.size,
    bytes: Object.values(pages).join('').length,
    read: () => undefined,
  };
}

describe('two builds beside each other', () => {
  test('pages that came, went and changed, with their words counted and the old address followed', () => {
    const facts = compareSites(
      site({ '/': html(), '/old/': html({ title: 'Old' }), '/gone/': html({ title: 'Gone' }), '/a/': html() }),
      site(
        {
          '/': html(),
          '/new/': html({ title: 'New' }),
          '/a/': html({ title: 'A sheet', main: '<p>Some other words.</p>' }),
        },
        { '/old/': '/new/' },
      ),
    );
    expect(facts.added).toEqual([{ address: '/new/', lang: 'en', title: 'New' }]);
    expect(facts.removed).toEqual([
      { address: '/gone/', lang: 'en', title: 'Gone' },
      { address: '/old/', lang: 'en', title: 'Old', leadsTo: '/new/' },
    ]);
    // "sheet" twice, in the title and the heading, and "other".
    expect(facts.changed).toEqual([
      { address: '/a/', lang: 'en', title: 'A sheet', titleBefore: 'A page', came: 3, went: 2 },
    ]);
    expect([facts.redrawn, facts.framed]).toEqual([[], 0]);
  });

  test.each([
    [
      'another style sheet',
      { head: '<link rel="stylesheet" href="/_astro/main.AbCd1234.css">' },
      { head: '<link rel="stylesheet" href="/_astro/main.EfGh5678.css">' },
    ],
    ['another inline style', { head: '<style>p{color:red}</style>' }, { head: '<style>p{color:blue}</style>' }],
    [
      'another date of change for machines',
      { head: '<script type="application/ld+json">{"dateModified":"2018"}</script>' },
      { head: '<script type="application/ld+json">{"dateModified":"2019"}</script>' },
    ],
    [
      'another script in the page',
      { main: '<p>Words.</p><script src="/_astro/list-AbCd1234.js"></script>' },
      { main: '<p>Words.</p><script src="/_astro/list-EfGh5678.js"></script>' },
    ],
    [
      'other code within the page',
      { main: '<p>Words.</p><script>one()</script>' },
      { main: '<p>Words.</p><script>two()</script>' },
    ],
    [
      'another mark of a component',
      { main: '<p data-astro-cid-ab12cd34 class="x">Words.</p>' },
      { main: '<p data-astro-cid-ef56ab78 class="x">Words.</p>' },
    ],
  ])('%s makes no page changed', (_, before, after) => {
    const facts = compareSites(site({ '/': html(before) }), site({ '/': html(after) }));
    expect([facts.changed, facts.redrawn, facts.framed]).toEqual([[], [], 0]);
  });

  test('the same words in another form, and another menu alone, are told apart from changed words', () => {
    const facts = compareSites(
      site({
        '/a/': html({ main: '<p>Words.</p>' }),
        '/b/': html(),
        '/c/': html({ main: '<img src="/x.Ab12Cd34.png" alt="">' }),
      }),
      site({
        '/a/': html({ main: '<h2>Words.</h2>' }),
        '/b/': html({ menu: 'Other' }),
        '/c/': html({ main: '<img src="/x.Ef56Gh78.png" alt="">' }),
      }),
    );
    expect(facts.redrawn.map(({ address }) => address)).toEqual(['/a/', '/c/']);
    expect(facts.framed).toBe(1);
    expect(facts.changed).toEqual([]);
  });

  test('what is read aloud counts as words, and so does the summary; words don’t run together', () => {
    const changed = (before: Parts, after: Parts) =>
      compareSites(site({ '/': html(before) }), site({ '/': html(after) })).changed.map(({ came, went }) => [
        came,
        went,
      ]);
    expect(
      changed({ main: '<img src="x.png" alt="a tower">' }, { main: '<img src="x.png" alt="a high tower">' }),
    ).toEqual([[1, 0]]);
    expect(
      changed(
        { head: '<meta name="description" content="One.">' },
        { head: '<meta name="description" content="Two.">' },
      ),
    ).toEqual([[1, 1]]);
    expect(changed({ main: '<ul><li>one</li><li>two</li></ul>' }, { main: '<ul><li>one</li></ul>' })).toEqual([[0, 1]]);
    expect(changed({ main: '<p>one <b>t</b>wo</p>' }, { main: '<p>one <b>t</b>en</p>' })).toEqual([[1, 1]]);
  });

  test('a page’s translations stand together', () => {
    const pages = {
      '/b/': html({ title: 'B' }),
      '/pl/a/': html({ lang: 'pl' }),
      '/a/': html(),
      '/pl/b/': html({ lang: 'pl' }),
    };
    expect(compareSites(site({}), site(pages)).added.map(({ address }) => address)).toEqual([
      '/a/',
      '/pl/a/',
      '/b/',
      '/pl/b/',
    ]);
  });

  test('weight: sums, pages that changed, and budgets', () => {
    const noise = (length: number) =>
      Array.from({ length }, (_, index) => ((index * 7919) % 65_521).toString(36)).join(' ');
    const facts = compareSites(
      site({ '/a/': html(), '/b/': html() }),
      site({ '/a/': html({ main: noise(9_000) }), '/b/': html({ main: 'Some word.' }) }),
    );
    expect(facts.after).toMatchObject({ pages: 2, files: 2 });
    expect(facts.after?.weight).toBeGreaterThan(12_000);
    expect(facts.weights.map(({ address }) => address)).toEqual(['/a/']);
    expect(facts.budgets).toMatchObject([{ address: '/a/', budget: 12_000 }]);
  });

  test('without a site before, or without one now, nothing is compared', () => {
    expect(compareSites(undefined, site({ '/': html() }))).toMatchObject({
      before: null,
      after: { pages: 1 },
      added: [],
    });
    expect(compareSites(site({ '/': html() }), undefined)).toMatchObject({
      before: { pages: 1 },
      after: null,
      removed: [],
    });
  });

  test('only problems that were not there before are new, wherever they stand now', () => {
    const problem = (line: number, message: string): PullProblem => ({
      file: 'a.md',
      line,
      field: '',
      message,
      severity: 'note',
    });
    expect(
      newProblems([problem(1, 'x'), problem(2, 'y')], [problem(5, 'x'), problem(6, 'x'), problem(7, 'z')]),
    ).toEqual({
      problems: [problem(6, 'x'), problem(7, 'z')],
      oldProblems: 1,
    });
  });
});

describe('words of others stay words', () => {
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

  test('whatever it is put together from, it is read as it was written, in a table and in a list', () => {
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

  test('a long text is cut, by letters and not within one', () => {
    expect(plain('🎈'.repeat(10), 4)).toBe('🎈🎈🎈…');
  });

  test('code ends where it should', () => {
    expect(code('a`b|c\nd')).toBe('`a´b¦c d`');
    expect(code(' ')).toBe('');
  });

  test('a link leads to a web address or is none', () => {
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
    const text = report(none);
    expect(text).toContain('**No problems** in the content.');
    expect(text).toContain('0 added, 0 changed, 0 removed, 2 as they were.');
    expect(text).toContain('| pages together, compressed | 2.0 kB | 2.5 kB | +0.5 kB |');
    expect(text).toContain('| the whole site | 4.00 MB | 3.90 MB | −0.10 MB |');
  });

  test('problems have their line as a link, errors first', () => {
    const text = report(
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
    expect(text).toContain('### 2 errors to mend');
    expect(text).toContain('### 1 new note');
    expect(text).toContain('1 problem that was there before is not told again.');
    expect(text.indexOf('errors to mend')).toBeLessThan(text.indexOf('new note'));
  });

  test('pages lead to the preview; what is gone leads nowhere, and what is no path is no link', () => {
    const text = report(
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
    expect(text).toContain('1 word in; was “Old”');
    expect(text).toContain('3 words in, 2 out');
    expect(text).toContain('the order of its words');
    expect(text).toContain('| removed | A page `/p6/` | en | its address leads to `/p1/` |');
    expect(text).toContain('**its address leads nowhere**');
    expect(text).toContain('Header, menu or footer alone changed on 1 page.');
  });

  test('without a preview it says how to look at the site', () => {
    const text = report(none, { run: 'https://code.example/o/r/actions/runs/1', commit: 'abcdef0123456789' });
    expect(text).toContain('download `preview` from [this run](<https://code.example/o/r/actions/runs/1>)');
    expect(text).toContain('As of abcdef0123');
  });

  test('what could not be built, before or now, is said', () => {
    expect(report({ ...none, after: null })).toContain('**The build failed**');
    expect(report({ ...none, before: null })).toContain('could not be built, so nothing is compared');
    expect(report(null)).toContain('The report could not be made.');
  });

  test('pages beyond their budget, and near it', () => {
    const text = report({
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

  test('never grows beyond what GitHub takes, and says how much is left out', () => {
    const title = '*'.repeat(2_000);
    const many = Array.from({ length: 3_000 }, (_, index) => ({ ...page(index, title), came: 1, went: 1 }));
    const problems = many.map(({ address }) => ({
      file: address,
      line: 1,
      field: '',
      message: title,
      severity: 'error' as const,
    }));
    const text = report(
      { ...none, changed: many, problems, added: many.map((_, index) => page(index)) },
      { run: 'https://e.example/', source: 'https://e.example' },
    );
    expect(text.length).toBeLessThan(65_536);
    expect(text).toMatch(/… and [\d,]+ more\./);
    expect(text).toContain('<details>');
  });

  test('facts in another form are refused with a sentence', () => {
    expect(readFacts(JSON.stringify({ ...none, pull: 7 })).pull).toBe(7);
    expect(() => readFacts('{')).toThrow('The facts are no JSON.');
    expect(() => readFacts(JSON.stringify({ ...none, framed: -1 }))).toThrow(/at framed/);
    expect(() => readFacts(JSON.stringify({ ...none, html: '<b>' }))).toThrow(/another form/);
    expect(() => readFacts(JSON.stringify({ ...none, added: [{ ...page(1), title: 'x'.repeat(3_000) }] }))).toThrow(
      /at added\.0\.title/,
    );
  });
});

describe('GitHub', () => {
  const bot = 'github-actions[bot]';
  const closers: (() => void)[] = [];
  afterEach(() => {
    for (const close of closers.splice(0)) close();
  });

  async function github(comments: Comment[], pulls: object[] = []) {
    const { close, ...rest } = await fakeGitHub(comments, pulls);
    closers.push(close);
    return rest;
  }

  test('the first time a comment is made, then it is written anew, and left as it is where nothing changed', async () => {
    const comments: Comment[] = [];
    const { repository } = await github(comments);
    expect(await putComment(repository, 7, 'one', bot)).toBe('created');
    expect(await putComment(repository, 7, 'two', bot)).toBe('updated');
    expect(comments).toHaveLength(1);
    expect(comments[0]?.body).toMatch(/^<!-- .* -->\ntwo$/);
    (comments[0] as Comment).body = (comments[0] as Comment).body.replace('\n', '\r\n');
    expect(await putComment(repository, 7, 'two', bot)).toBe('unchanged');
  });

  test('a comment by somebody else is left alone, also where it has the mark; the own one is found on a later page', async () => {
    const comments: Comment[] = [];
    const { repository } = await github(comments);
    await putComment(repository, 7, 'one', bot);
    const own = comments.pop() as Comment;
    const theirs = Array.from({ length: 120 }, (_, index) => ({
      ...own,
      id: 1_000 + index,
      user: index === 5 ? null : { login: 'somebody' },
    }));
    const { repository: again, asked } = await github([...theirs, own]);
    expect(await putComment(again, 7, 'two', bot)).toBe('updated');
    expect(own.body).toContain('two');
    for (const { body } of theirs) expect(body).toContain('one');
    expect(asked.at(-1)).toBe('PATCH /repos/o/r/issues/comments/1');
  });

  const head = { sha: 'abc', repository: 'fork/r', branch: 'a&b=c' };
  const pull = (number: number, sha: string, from: string | null = 'fork/r') => ({
    number,
    head: { sha, repo: from === null ? null : { full_name: from } },
  });

  test('the pull request is the open one with that commit, whatever number is claimed', async () => {
    const { repository, asked } = await github(
      [],
      [pull(7, 'abc'), pull(8, 'older'), pull(9, 'abc', 'other/r'), pull(10, 'abc', null)],
    );
    expect(await findPull(repository, head, 99)).toBe(7);
    expect(asked[0]).toContain(`head=${encodeURIComponent('fork:a&b=c')}`);
  });

  test('none where the commit is no longer the last; of two from one branch the claimed one', async () => {
    const { repository } = await github([], [pull(7, 'newer')]);
    expect(await findPull(repository, head, 7)).toBeUndefined();
    const { repository: two } = await github([], [pull(7, 'abc'), pull(8, 'abc')]);
    expect(await findPull(two, head, 8)).toBe(8);
    expect(await findPull(two, head, 99)).toBeUndefined();
    expect(await findPull(two, head)).toBeUndefined();
  });

  test('a refusal is a sentence without the token', async () => {
    const { repository } = await github([]);
    await expect(putComment({ ...repository, token: 'wrong' }, 7, 'one', bot)).rejects.toThrow(
      'GitHub answered 401 to GET issues/7/comments.',
    );
    await expect(putComment({ ...repository, api: 'http://127.0.0.1:1' }, 7, 'one', bot)).rejects.toThrow(
      'GitHub did not answer',
    );
  });
});
