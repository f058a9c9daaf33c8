import { describe, expect, test } from 'vitest';
import { nginxFiles } from '../../src/hosting/nginx.ts';
import { headersFor, parseRedirects, patternOf, withQuery, type Rules } from '../../src/hosting/parse-rules.ts';
import { headerRules, headersFile, limits, redirectsFile, securityPolicy } from '../../src/hosting/headers.ts';
import { InlineHashes } from '../../src/hosting/inline-hashes.ts';
import { readContent } from '../../src/model/read/content.ts';
import { copyWithChanges } from '../content-errors/copy-with-changes.ts';

const hashes = (count: number) =>
  Array.from({ length: count }, (_, index) => `'sha256-${String(index).padStart(43, 'x')}='`);

describe('_headers', () => {
  test('a policy that Cloudflare would ignore is reported', () => {
    expect(() => headersFile(headerRules(securityPolicy(hashes(2), hashes(20)), []))).not.toThrow();
    expect(() => headersFile(headerRules(securityPolicy(hashes(2), hashes(40)), []))).toThrow(
      /^Content-Security-Policy would have \d+ characters, but Cloudflare reads only 2000 a line: the pages have 42 different .+ Move /,
    );
  });

  test('with any number of scripts and pictures, there are no more rules than Cloudflare reads', () => {
    const many = Array.from({ length: 300 }, (_, index) => `module-${index}.js`);
    const rules = headerRules('x', [...many, 'a.webp', 'b.avif', 'c.webp']);
    expect(rules.length).toBeLessThan(limits.headerRules);
    for (const file of ['module-7.js', 'a.webp', 'b.avif'])
      expect(headersFor(rules, `/_astro/${file}`).get('Cache-Control'), file).toContain('immutable');
    expect(() => headersFile(Array.from({ length: 101 }, () => ({ path: '/', headers: { A: '1' } })))).toThrow(
      'would have 101 rules',
    );
  });

  test('the response for a missing script isn’t cached; a few scripts have one rule each', () => {
    const rules = headerRules('x', ['search-abc.js']);
    expect(headersFor(rules, '/_astro/search-abc.js').get('Cache-Control')).toContain('immutable');
    expect(headersFor(rules, '/_astro/search-old.js').has('Cache-Control')).toBe(false);
  });

  test('* matches anything, and every other character only itself', () => {
    const fits = (rule: string, path: string) => new RegExp(patternOf(rule)).test(path);
    expect(fits('/*', '/')).toBe(true);
    expect(fits('/*/', '/')).toBe(false);
    expect(fits('/*/', '/a/b/')).toBe(true);
    expect(fits('/*.ics', '/a/b.ics')).toBe(true);
    expect(fits('/*.ics', '/aXics')).toBe(false);
    expect(fits('/a+(b)', '/aa(b)')).toBe(false);
  });

  test('the style on the fewest pages is removed from the policy first', () => {
    const found = new InlineHashes();
    for (const styles of [
      ['a', 'b'],
      ['a', 'c'],
      ['a', 'b', 'c', 'd'],
    ])
      found.add(styles.map((style) => `<style>${style}</style>`).join('') + '<script>a</script>');
    expect(found.sources.styles).toHaveLength(4);
    expect([1, 2, 3, 4, 5].map(() => found.removeRarestStyle())).toEqual(['d', 'b', 'c', 'a', undefined]);
    expect([found.sources.styles.length, found.sources.scripts.length]).toEqual([0, 1]);
  });
});

describe('_redirects', () => {
  test('each old address redirects with and without its trailing slash', () => {
    const read = parseRedirects(redirectsFile({ '/old/': '/new/', '/older/': 'https://example.org/' }));
    expect(Object.fromEntries(read)).toEqual({
      '/old/': { to: '/new/', status: 301 },
      '/old': { to: '/new/', status: 301 },
      '/older/': { to: 'https://example.org/', status: 301 },
      '/older': { to: 'https://example.org/', status: 301 },
    });
  });

  test('if there are more redirects than Cloudflare reads, those with a trailing slash come first', () => {
    const many = Object.fromEntries(Array.from({ length: 1500 }, (_, index) => [`/old-${index}/`, '/new/']));
    const read = parseRedirects(redirectsFile(many));
    expect(read.size).toBe(2000);
    expect(read.has('/old-1499/')).toBe(true);
    expect(read.has('/old-499')).toBe(true);
    expect(read.has('/old-500')).toBe(false);
  });

  test('more redirects than Cloudflare reads cause a note; a line counts once for each of three languages', () => {
    const lines = Array.from({ length: 2001 }, (_, index) => `"/old-${index}/": "/visit/"\n`);
    const { dir, remove } = copyWithChanges({ 'redirects.yaml': lines.join('') });
    try {
      const found = readContent(dir).problems.filter(({ file }) => file === 'redirects.yaml');
      expect(found.map(({ line, severity }) => [line, severity])).toEqual([[667, 'note']]);
    } finally {
      remove();
    }
  });

  test('the query of the request is kept, before a fragment, unless the target has its own', () => {
    expect(withQuery('/new/', '')).toBe('/new/');
    expect(withQuery('/new/', '?a=1')).toBe('/new/?a=1');
    expect(withQuery('/new/#part', '?a=1')).toBe('/new/?a=1#part');
    expect(withQuery('/new/?b=2', '?a=1')).toBe('/new/?b=2');
  });
});

describe('nginx', () => {
  const rules: Rules = {
    headers: [
      { path: '/*', headers: { 'X-One': `'a' "b"` } },
      { path: '/*.x', headers: { 'Content-Type': 'text/x', 'X-Two': '2' } },
      { path: '/*list.xml', headers: { 'Content-Type': 'application/list' } },
    ],
    redirects: new Map([
      ['/caf%C3%A9/', { to: '/new/?a=1#b', status: 301 }],
      ['/old/', { to: 'https://example.org/$x"y#z', status: 302 }],
    ]),
    base: '',
  };
  const made = nginxFiles(rules, ['404.html', 'pl/404.html', 'index.html'], false);

  test('headers for all paths are defaults, others depend on the requested path', () => {
    expect(made['http.conf']).toContain(`map $site_path $site_x_one {\n  default "'a' \\"b\\"";\n}`);
    expect(made['http.conf']).toContain(`map $site_path $site_x_two {\n  default "";\n  "~^/.*\\.x$" "2";\n}`);
    expect(made['server.conf']).toContain('add_header X-One $site_x_one always;');
  });

  test('media types come from the rules, 404 pages from the nearest folder', () => {
    expect(made['server.conf']).toContain('"text/x" x;');
    expect(made['server.conf']).toContain('location ~ "^/.*list\\.xml$" {');
    expect(made['http.conf']).toContain('default "/404.html";\n  "~^/pl/" "/pl/404.html";');
  });

  test('a redirect’s target can’t break out of its line or contain a variable', () => {
    expect(made['server.conf']).toContain('location = "/café/" {\n  return 301 "/new/?a=1#b";');
    expect(made['server.conf']).toContain('return 302 "https://example.org/%24x%22y$is_args$args#z";');
  });
});
