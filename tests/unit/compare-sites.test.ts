import { describe, expect, test } from 'vitest';
import { compareSites, newProblems } from '../../scripts/lib/compare/compare-sites.ts';
import { type PullProblem } from '../../scripts/lib/compare/comparison.ts';
import type { Site } from '../../scripts/lib/compare/built-site.ts';

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

describe('two builds compared', () => {
  test('added, removed and changed pages, with their words counted and redirects followed', () => {
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
      'another modification date in the structured data',
      { head: '<script type="application/ld+json">{"dateModified":"2018"}</script>' },
      { head: '<script type="application/ld+json">{"dateModified":"2019"}</script>' },
    ],
    [
      'another script in the page',
      { main: '<p>Words.</p><script src="/_astro/list-AbCd1234.js"></script>' },
      { main: '<p>Words.</p><script src="/_astro/list-EfGh5678.js"></script>' },
    ],
    [
      'other code in the page',
      { main: '<p>Words.</p><script>one()</script>' },
      { main: '<p>Words.</p><script>two()</script>' },
    ],
    [
      'another class of a component',
      { main: '<p data-astro-cid-ab12cd34 class="x">Words.</p>' },
      { main: '<p data-astro-cid-ef56ab78 class="x">Words.</p>' },
    ],
  ])('%s doesn’t count as a changed page', (_, before, after) => {
    const facts = compareSites(site({ '/': html(before) }), site({ '/': html(after) }));
    expect([facts.changed, facts.redrawn, facts.framed]).toEqual([[], [], 0]);
  });

  test('changes to the HTML or the menu alone are distinguished from changed words', () => {
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

  test('text that is read aloud counts as words, and so does the summary; words don’t run together', () => {
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

  test('a page’s translations are listed together', () => {
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

  test('the weight is totalled; pages whose weight changed or nears its budget are listed', () => {
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

  test('without a site before or after, nothing is compared', () => {
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

  test('only problems that didn’t exist before are new, even if their lines moved', () => {
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
