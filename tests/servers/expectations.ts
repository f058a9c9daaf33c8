/**
 * The responses that every server must give: Cloudflare's runtime, nginx and our local server, with their differences.
 */
import { existsSync, globSync } from 'node:fs';
import { join } from 'node:path';
import { headersFor, rulesOf } from '../../src/hosting/parse-rules.ts';
import { byLanguage, examples, languages, isThisEdition, second, third } from '../helpers/this-edition.ts';
import type { HttpResponse } from './send-request.ts';

export type Server = 'edge' | 'nginx' | 'local';

export interface Expectation {
  path: string;
  method?: string;
  headers?: Record<string, string>;
  status: number | readonly number[];
  /** Expected header values; null for a header that must be absent. */
  responseHeaders?: Record<string, string | RegExp | null>;
  /** What the decompressed body contains. */
  bodyContains?: string | RegExp;
}

const html = 'text/html; charset=utf-8';
const forever = 'public, max-age=31536000, immutable';
const minute = 'public, max-age=60';
const revalidate = 'public, max-age=0, must-revalidate';

/** The paths that the edition has files for; the project's own edition must have them all. */
export const existingPaths = (dir: string, paths: string[]): string[] =>
  isThisEdition ? paths : paths.filter((path) => existsSync(join(dir, path, path.endsWith('/') ? 'index.html' : '')));

/** Groups of expectations by subject. @param dir the built site @param server the server that is tested */
export function expectations(dir: string, server: Server): Record<string, Expectation[]> {
  const on = <T>(answers: Record<Server, T>): T => answers[server];
  /** The first matching file. @throws if there is none, because the test would check nothing */
  const some = (pattern: string) => {
    const [file] = globSync(pattern, { cwd: dir }).sort();
    if (file === undefined) throw new Error(`the site has no ${pattern}`);
    return `/${file.replaceAll('\\', '/')}`;
  };
  const inEach = (expect: (prefix: string, lang: string) => Expectation[]) =>
    byLanguage.flatMap(([lang, prefix]) => expect(prefix, lang));
  const [first = '', other = first] = languages;
  /** A redirect to the normal spelling of the address: 307 from Cloudflare, 301 from nginx. */
  const redirects = (path: string, to: string): Expectation => ({
    path,
    status: on({ edge: 307, nginx: 301, local: 307 }),
    responseHeaders: { location: to },
  });
  const ofType = (
    path: string,
    type: string,
    cache: string,
    more: Expectation['responseHeaders'] = {},
  ): Expectation => ({
    path,
    status: 200,
    responseHeaders: { 'content-type': type, 'cache-control': cache, ...more },
  });
  const existing = (group: Expectation[]) => group.filter(({ path }) => existingPaths(dir, [path]).length > 0);
  const open = { 'access-control-allow-origin': '*', 'cross-origin-resource-policy': 'cross-origin' };

  /** Language codes are case-sensitive and must be a whole path segment. */
  const likeLanguages = (): Expectation[] => [
    { path: `${second.toUpperCase()}/`, status: 404, bodyContains: `<html lang="${first}"` },
    { path: `${second}/Events/`, status: 404, bodyContains: `<html lang="${other}"` },
    { path: `${second}ural/`, status: 404, bodyContains: `<html lang="${first}"` },
  ];

  return {
    'each kind of page, in each language': inEach((prefix, lang) =>
      [
        '/',
        '/about/',
        '/programme/',
        '/events/',
        ...examples('events', 'electrokilar'),
        '/network/',
        '/search/',
        '/list/',
        ...examples('pages', 'visit'),
      ].map((path) => ({
        path: prefix + path,
        status: 200,
        responseHeaders: {
          'content-type': html,
          'cache-control': minute,
          'cross-origin-resource-policy': 'same-origin',
        },
        bodyContains: `<html lang="${lang}"`,
      })),
    ),

    '404 pages are in the language of the address': [
      ...inEach((prefix, lang) =>
        ['/nowhere/', '/nowhere', '/events/nowhere/', '/a/b/c', '/nowhere.ics', '/data/nowhere.csv', '/nowhere.md'].map(
          (path) => ({
            path: prefix + path,
            status: 404,
            responseHeaders: { 'content-type': html, 'cache-control': /max-age=(0|60)\b|no-cache/ },
            bodyContains: `<html lang="${lang}"`,
          }),
        ),
      ),
      ...(second === '' ? [] : likeLanguages()),
      // Nobody links to the address of the 404 page itself; only nginx hides it.
      { path: '/404.html', status: on({ edge: 307, nginx: 404, local: 200 }) },
    ],

    'other spellings of an address redirect to it and keep the query': [
      redirects('/about', '/about/'),
      ...(second === '' ? [] : [redirects(second, `${second}/`)]),
      ...examples('events', 'electrokilar').map((path) => redirects(second + path.slice(0, -1), second + path)),
      redirects('/search?q=chleb&type=event', '/search/?q=chleb&type=event'),
      redirects('/about/index.html', '/about/'),
      redirects('/index.html', '/'),
      redirects(`${third}/about/index.html?a=1`, `${third}/about/?a=1`),
      // nginx serves the page itself, whose canonical link has the right address.
      ...['//about/', '/about//'].map((path) =>
        on<Expectation>({
          edge: redirects(path, '/about/'),
          nginx: { path, status: 200, bodyContains: 'rel="canonical"' },
          local: redirects(path, '/about/'),
        }),
      ),
    ],

    ...(isThisEdition ? { 'old addresses redirect in one step and keep the query': oldAddresses } : {}),

    'media types, charsets and cache times': existing([
      ofType('/calendar.ics', 'text/calendar; charset=utf-8', minute, open),
      ofType(`${second}/events/electrokilar.ics`, 'text/calendar; charset=utf-8', minute, open),
      ofType('/data/member-cities.csv', 'text/csv; charset=utf-8', minute, open),
      ofType('/data/member-cities.geojson', 'application/geo+json', minute, open),
      ofType('/data/events.json', 'application/json', revalidate, open),
      ofType(`${third}/data/events.json`, 'application/json', revalidate, open),
      ofType(some('data/*.schema.json'), 'application/json', revalidate, open),
      ofType('/about/index.md', 'text/markdown; charset=utf-8', revalidate, { ...open, 'x-robots-tag': 'noindex' }),
      ofType(`${second}/about/index.md`, 'text/markdown; charset=utf-8', revalidate, {
        ...open,
        'x-robots-tag': 'noindex',
      }),
      ofType('/llms.txt', 'text/plain; charset=utf-8', revalidate),
      ofType('/robots.txt', 'text/plain; charset=utf-8', revalidate),
      ofType('/sitemap-index.xml', 'application/xml', revalidate),
      ofType(`${second}/news.xml`, 'application/xml', minute, open),
      ofType(`${second}/opensearch.xml`, 'application/opensearchdescription+xml', revalidate),
      ofType('/manifest.webmanifest', 'application/manifest+json', revalidate),
      ofType('/icon.svg', 'image/svg+xml', revalidate),
      ofType('/icon-192.png', 'image/png', revalidate),
      ofType('/pagefind/pagefind.js', 'text/javascript; charset=utf-8', revalidate),
      ofType('/pagefind/pagefind-entry.json', 'application/json', revalidate),
      ofType(`/pagefind/wasm.${other}.pagefind`, 'application/octet-stream', revalidate),
      ofType(`/pagefind/words.${other}.json`, 'application/json', revalidate),
    ]),

    'files with a content hash in their name are cached for a year': [
      ofType(some('_astro/*.js'), 'text/javascript; charset=utf-8', forever),
      ofType(some('fonts/*.woff2'), 'font/woff2', forever),
      ofType(some('maps/*.svg'), 'image/svg+xml', forever),
      ofType(some('share/*.png'), 'image/png', forever, { 'cross-origin-resource-policy': 'cross-origin' }),
      ofType(some('pagefind/fragment/*'), 'application/octet-stream', forever),
      ofType(some('pagefind/index/*'), 'application/octet-stream', forever),
      ofType(some('pagefind/*.pf_meta'), 'application/octet-stream', forever),
      // A script from another deployment isn't cached as missing.
      { path: '/_astro/search-XXXXXXXX.js', status: 404, responseHeaders: { 'cache-control': cacheOfMissing(server) } },
    ],

    methods: [
      {
        path: '/about/',
        method: 'HEAD',
        status: 200,
        responseHeaders: { 'content-type': html, 'cache-control': minute },
      },
      { path: '/nowhere/', method: 'HEAD', status: 404, responseHeaders: { 'content-type': html } },
      ...['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'].map((method) => ({ path: '/about/', method, status: 405 })),
    ],

    'range requests': existing([
      {
        path: '/calendar.ics',
        headers: { Range: 'bytes=0-14' },
        // Cloudflare's assets send the whole file, which is allowed (RFC 9110, section 14.2).
        status: on({ edge: 200, nginx: 206, local: 206 }),
        bodyContains: /^BEGIN:VCALENDAR/,
      },
    ]),

    compression: compression(server, dir, some),

    'server configuration isn’t served': [
      ...['/_headers', '/_redirects', '/.git/config', '/.env', '/wrangler.jsonc', '/package.json'].map((path) => ({
        path,
        status: 404,
        bodyContains: `<html lang="${first}"`,
      })),
    ],
  };
}

const cacheOfMissing = (server: Server) => (server === 'nginx' ? 'no-cache' : revalidate);

/** Text is compressed with an encoding that the browser accepts; compressed formats aren't compressed again. */
function compression(server: Server, dir: string, some: (pattern: string) => string): Expectation[] {
  const pages = ['/', `${second}/programme/`, '/nowhere/'];
  const texts = existingPaths(dir, [
    some('_astro/*.js'),
    '/icon.svg',
    '/data/events.json',
    '/data/member-cities.geojson',
    '/manifest.webmanifest',
    '/llms.txt',
    '/sitemap-index.xml',
  ]);
  // Not in Cloudflare's list of compressible types.
  const unlisted = existingPaths(dir, [
    '/calendar.ics',
    '/data/member-cities.csv',
    '/about/index.md',
    `${second}/opensearch.xml`,
  ]);
  const packed = existingPaths(dir, [
    some('fonts/*.woff2'),
    some('share/*.png'),
    '/pagefind/wasm.en.pagefind',
    some('pagefind/fragment/*'),
    some('pagefind/index/*'),
  ]);
  const status = (path: string) => (path === '/nowhere/' ? 404 : 200);
  return ['br', 'gzip'].flatMap((encoding) => {
    const asking = (paths: string[], expected: string | null): Expectation[] =>
      paths.map((path) => ({
        path,
        headers: { 'Accept-Encoding': encoding },
        status: status(path),
        responseHeaders: { 'content-encoding': expected },
      }));
    if (server === 'local') return asking([...pages, ...texts], null);
    return [
      ...asking([...pages, ...texts], encoding),
      ...asking(unlisted, server === 'edge' ? null : encoding),
      ...asking(packed, null),
    ];
  });
}

/** Attack paths: the response must be a page of the site or an error. */
export const hostilePaths: readonly string[] = [
  '/%2e%2e/',
  '/%5fheaders',
  '/..%2f..%2fetc/passwd',
  '/../../etc/passwd',
  '/..%5c..%5cetc/passwd',
  '/%252e%252e/package.json',
  '/pl/../../package.json',
  '/about/..;/..;/package.json',
  '/.%00/',
  '/%00',
  '/about/%00.html',
  '/%ff',
  '/%ff/',
  '/%e0%a4%a',
  '/%',
  '/about%2f',
  '/%2fabout/',
  '/about%0d%0aSet-Cookie:%20a=b',
  '/about/%0d%0aLocation:%20https://evil.example/',
  '//evil.example/',
  '//evil.example',
  '//evil.example/index.html',
  '//evil.example/%2f..',
  '/\\evil.example/',
  '/\\evil.example/index.html',
  '/%5cevil.example/index.html',
  '/%2f%2fevil.example/',
  '/%2f%2fevil.example/index.html',
  '/pl//evil.example/..',
  '/https://evil.example/',
  `/${'x'.repeat(8000)}`,
  `/${'x/'.repeat(4000)}`,
  `/about/?${'q'.repeat(7000)}`,
  `/${'%41'.repeat(2500)}/`,
  '/about;x=1/',
  '/*',
  '/:splat/',
  '/<script>alert(1)</script>/',
  '/about/?q=<script>alert(1)</script>',
];

/** Bytes that no HTTP client sends. */
export const hostileBytes: readonly Buffer[] = [
  'GET /\xff\xfe HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
  'GET /\0 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
  'GET /a b c HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
  'GET / HTTP/1.1\r\nConnection: close\r\n\r\n',
  'BREW / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
  '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n',
  '\r\n\r\n\r\n',
].map((text) => Buffer.from(text, 'latin1'));

/** What is wrong with a response. @param dir the built site */
export function findFaults(response: HttpResponse, expected: Expectation, dir: string): string[] {
  const faults: string[] = [];
  const what = `${expected.method ?? 'GET'} ${expected.path.slice(0, 60)}${expected.headers ? ` ${JSON.stringify(expected.headers)}` : ''}`;
  const statuses = [expected.status].flat();
  if (!statuses.includes(response.status))
    faults.push(`${what}: status ${response.status}, not ${statuses.join(' or ')}`);
  for (const [name, value] of Object.entries(expected.responseHeaders ?? {})) {
    const found = response.headers[name];
    const fits =
      value === null ? found === undefined : typeof value === 'string' ? found === value : value.test(found ?? '');
    if (!fits) faults.push(`${what}: ${name} is ${found}, not ${String(value)}`);
  }
  if (expected.bodyContains !== undefined && expected.method !== 'HEAD') {
    const fits =
      typeof expected.bodyContains === 'string'
        ? response.text.includes(expected.bodyContains)
        : expected.bodyContains.test(response.text);
    if (!fits)
      faults.push(
        `${what}: the response doesn't contain ${String(expected.bodyContains)}, but ${response.text.slice(0, 80)}`,
      );
  }
  if (expected.method === 'HEAD' && response.body.length > 0) faults.push(`${what}: has a body`);
  return [...faults, ...findGeneralFaults(response, dir).map((fault) => `${what}: ${fault}`)];
}

/** Headers of every response besides the Content-Security-Policy, repeated here so that a missing rule is noticed. */
const safe: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
  'cross-origin-opener-policy': 'same-origin',
  'strict-transport-security': 'max-age=31536000',
};

/** Rules for every response: each security header once, and no server version. */
export function findGeneralFaults(response: HttpResponse, dir: string): string[] {
  const faults: string[] = [];
  const policy = headersFor(rulesOf(dir).headers, '/nowhere').get('Content-Security-Policy') ?? 'missing in _headers';
  for (const [name, value] of Object.entries({ ...safe, 'content-security-policy': policy })) {
    const found = response.headers[name];
    // A request that a server rejects while parsing never gets our headers.
    if (found !== value && response.status !== 400) faults.push(`${name} is ${found}`);
  }
  if (response.headers['x-powered-by'] !== undefined) faults.push('reveals its software');
  if (/\d/.test(response.headers['server'] ?? '')) faults.push(`reveals its version: ${response.headers['server']}`);
  if (response.headers['set-cookie'] !== undefined) faults.push('sets a cookie');
  const location = response.headers['location'];
  if (location !== undefined && !/^\/(?![/\\])/.test(location)) faults.push(`redirects off the site: ${location}`);
  if (response.status >= 500) faults.push(`fails with ${response.status}`);
  return faults;
}

/** Redirects of the project's own edition. */
const oldAddresses: Expectation[] = [
  ...['/annual-meeting/', '/annual-meeting'].map((path) => ({
    path,
    status: 301,
    responseHeaders: { location: '/about/' },
  })),
  { path: '/annual-meeting/?a=1&b=2', status: 301, responseHeaders: { location: '/about/?a=1&b=2' } },
  { path: '/krakowice/krakow/', status: 301, responseHeaders: { location: '/host-cities/krakow/' } },
];
