import { redirectLimit } from '../model/rules/redirects.ts';

/** A rule of the `_headers` file: a path, in which one * matches anything, and headers by name. */
export interface HeaderRule {
  path: string;
  headers: Record<string, string>;
}

/** Cloudflare's limits for `_headers` and `_redirects`; it ignores the rest without an error. */
export const limits = { line: 2000, headerRules: 100, redirects: redirectLimit };

/**
 * The site's Content Security Policy (W3C, CSP Level 3): it allows the site's own files, and inline code by its hash.
 * `wasm-unsafe-eval` allows WebAssembly, which the search engine needs, but not `eval()`.
 */
export function securityPolicy(scriptHashes: readonly string[], styleHashes: readonly string[]): string {
  return [
    "default-src 'none'",
    ["script-src 'self' 'wasm-unsafe-eval'", ...scriptHashes].join(' '),
    ["style-src 'self'", ...styleHashes].join(' '),
    "img-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** Does the policy fit into a line that Cloudflare reads? */
export const fitsLine = (policy: string): boolean => `Content-Security-Policy: ${policy}`.length <= limits.line;

/**
 * Pages and calendars are cached for a minute: corrections arrive quickly, and going back and forth on a slow network
 * needs no request. Without a rule, Cloudflare and Netlify have browsers revalidate, so files that belong together,
 * such as the search files, come from one deployment.
 */
const short = 'public, max-age=60';
/** For files with a hash in their names. */
const forever = 'public, max-age=31536000, immutable';

const binary = 'application/octet-stream';

/** Formats of published pictures. */
const pictureEndings = ['avif', 'webp', 'jpg', 'png', 'gif', 'svg'];

/** Other sites may read open data, calendars and Markdown. */
const open = { 'Access-Control-Allow-Origin': '*', 'Cross-Origin-Resource-Policy': 'cross-origin' };

/**
 * The headers of a built site. If several rules match a path, Cloudflare joins the values of a header with a comma,
 * which makes most of them invalid: so no two rules that can match one path set the same header. Rules also match
 * missing files, whose 404 page would get the Content-Type, so only files that nobody opens in a browser have one here.
 * Servers derive the other types from file extensions.
 *
 * @param policy the value of Content-Security-Policy
 * @param assets names of the files in /_astro/
 */
export function headerRules(policy: string, assets: readonly string[]): HeaderRule[] {
  const rule = (path: string, headers: Record<string, string>): HeaderRule => ({ path, headers });
  return [
    rule('/*', {
      'Content-Security-Policy': policy,
      'X-Content-Type-Options': 'nosniff',
      'X-Frame-Options': 'DENY',
      'Referrer-Policy': 'strict-origin-when-cross-origin',
      'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
      'Cross-Origin-Opener-Policy': 'same-origin',
      // Without includeSubDomains, because subdomains may belong to others.
      'Strict-Transport-Security': 'max-age=31536000',
    }),
    // Only addresses of pages end in a slash.
    ...['/', '/*/'].map((path) =>
      rule(path, { 'Cache-Control': short, 'Cross-Origin-Resource-Policy': 'same-origin' }),
    ),
    ...assetPaths(assets).map((path) => rule(path, { 'Cache-Control': forever })),
    ...[
      '/maps/*.svg',
      '/documents/*.pdf',
      '/fonts/*.woff2',
      ...pictureEndings.map((ending) => `/pictures/*.${ending}`),
    ].map((path) => rule(path, { 'Cache-Control': forever })),
    // Already compressed; this type keeps servers from compressing them again.
    ...['/*.pf_fragment', '/*.pf_index', '/*.pf_meta'].map((path) =>
      rule(path, { 'Content-Type': binary, 'Cache-Control': forever }),
    ),
    rule('/*.pagefind', { 'Content-Type': binary }),
    rule('/share/*.png', { 'Cache-Control': forever, 'Cross-Origin-Resource-Policy': 'cross-origin' }),
    rule('/*.ics', { 'Cache-Control': short, ...open }),
    rule('/*.json', open),
    rule('/*.csv', { 'Cache-Control': short, ...open }),
    rule('/*.geojson', { 'Cache-Control': short, ...open }),
    rule('/*.md', { 'X-Robots-Tag': 'noindex', ...open }),
    rule('/*news.xml', { 'Cache-Control': short, ...open }),
    rule('/*opensearch.xml', { 'Content-Type': 'application/opensearchdescription+xml' }),
  ];
}

/**
 * Paths for /_astro/: scripts by name, everything else by extension. A * also matches missing files, and a 404 page
 * that a browser caches for a year would still break a page after the script is deployed again.
 */
function assetPaths(assets: readonly string[]): string[] {
  const scripts = assets.filter((name) => name.endsWith('.js'));
  const endings = new Set(assets.map((name) => name.slice(name.lastIndexOf('.'))));
  // The number of rules is limited, so many scripts share one.
  if (scripts.length <= 50) endings.delete('.js');
  return [...(scripts.length <= 50 ? scripts : []), ...[...endings].map((ending) => `*${ending}`)]
    .sort()
    .map((name) => `/_astro/${name}`);
}

/**
 * The `_headers` file that Cloudflare and Netlify read.
 * @throws RangeError if Cloudflare would ignore part of it
 */
export function headersFile(rules: readonly HeaderRule[]): string {
  if (rules.length > limits.headerRules)
    throw new RangeError(
      `_headers would have ${rules.length} rules, but Cloudflare reads only ${limits.headerRules}; reduce them in src/hosting/headers.ts.`,
    );
  const blocks = rules.map(({ path, headers }) => {
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
    const tooLong = lines.find((line) => line.length > limits.line);
    if (tooLong !== undefined)
      throw new RangeError(
        `${tooLong.split(':')[0]} would have ${tooLong.length} characters, but Cloudflare reads only ${limits.line} a line: the pages have ${tooLong.split("'sha256-").length - 1} different inline scripts. Move the <script> of an .mdx page into a file.`,
      );
    return `${path}\n${lines.map((line) => `  ${line}\n`).join('')}`;
  });
  return blocks.join('\n');
}

/**
 * The `_redirects` file that Cloudflare and Netlify read: each old address with its trailing slash and, up to the
 * limit, without it. The others still work through a small page at the old address.
 *
 * @param redirects old address, with a slash at both ends, and new
 */
export function redirectsFile(redirects: Readonly<Record<string, string>>): string {
  const all = Object.entries(redirects);
  const lines = [
    ...all.map(([from, to]) => `${from} ${to} 301`),
    // Otherwise there would be two redirects: first to the address with its slash.
    ...all.map(([from, to]) => `${from.slice(0, -1)} ${to} 301`),
  ];
  return lines
    .filter((line) => line.length <= limits.line)
    .slice(0, limits.redirects)
    .map((line) => `${line}\n`)
    .join('');
}
