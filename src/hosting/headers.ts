import { redirectLimit } from '../model/rules/redirects.ts';

/** A rule of the `_headers` file: a path, in which one star stands for anything, and headers by their names. */
export interface HeaderRule {
  path: string;
  headers: Record<string, string>;
}

/** What Cloudflare reads of `_headers` and `_redirects`; it leaves out the rest without failing a deployment. */
export const limits = { line: 2000, headerRules: 100, redirects: redirectLimit };

/**
 * The site's Content Security Policy (W3C, CSP Level 3): everything from the site itself, inline code only by its hash.
 * `wasm-unsafe-eval` lets the search engine compile its WebAssembly and nothing else.
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

/**
 * Pages and calendars are fresh for a minute: a corrected hour reaches a reader's next page within it, and going to and
 * fro on a weak network asks nothing. What no rule names is asked for again each time, which is what Cloudflare and
 * Netlify do by themselves: files that must fit each other, like those of the search, come from one deployment.
 */
const short = 'public, max-age=60';
/** For files whose name changes with their bytes. */
const forever = 'public, max-age=31536000, immutable';

const packed = 'application/octet-stream';

/** What pictures in texts are made as, or stay. */
const pictureEndings = ['avif', 'webp', 'jpg', 'png', 'gif', 'svg'];

/** For what other sites may read and show: open data, calendars, Markdown. */
const open = { 'Access-Control-Allow-Origin': '*', 'Cross-Origin-Resource-Policy': 'cross-origin' };

/**
 * The headers of a built site. Where several rules fit a path, Cloudflare joins the values of a header with a comma,
 * which makes most of them void: so no two rules that can fit one path name the same header. A rule fits what isn't
 * there too: a Content-Type would be that of the "not found" page, so only what no reader opens has one here. Servers know
 * the others by the files' endings.
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
      // Without includeSubDomains: a site like this may stand on a domain whose other hosts are not its own.
      'Strict-Transport-Security': 'max-age=31536000',
    }),
    // Every page's address ends in a slash, and nothing else's.
    ...['/', '/*/'].map((path) =>
      rule(path, { 'Cache-Control': short, 'Cross-Origin-Resource-Policy': 'same-origin' }),
    ),
    ...assetPaths(assets).map((path) => rule(path, { 'Cache-Control': forever })),
    ...[
      '/maps/*.svg',
      '/fonts/*.woff2',
      '/fonts/*.css',
      ...pictureEndings.map((ending) => `/pictures/*.${ending}`),
    ].map((path) => rule(path, { 'Cache-Control': forever })),
    // The search's files are packed in themselves; a type of their own keeps servers from packing them again.
    ...['/*.pf_fragment', '/*.pf_index', '/*.pf_meta'].map((path) =>
      rule(path, { 'Content-Type': packed, 'Cache-Control': forever }),
    ),
    rule('/*.pagefind', { 'Content-Type': packed }),
    rule('/share/*.png', { 'Cache-Control': forever, 'Cross-Origin-Resource-Policy': 'cross-origin' }),
    rule('/*.ics', { 'Cache-Control': short, ...open }),
    rule('/*.json', open),
    rule('/*.csv', { 'Cache-Control': short, ...open }),
    rule('/*.geojson', { 'Cache-Control': short, ...open }),
    rule('/*.md', { 'X-Robots-Tag': 'noindex', ...open }),
    rule('/*opensearch.xml', { 'Content-Type': 'application/opensearchdescription+xml' }),
  ];
}

/**
 * Paths for /_astro/: each script by its own name, all else by its ending. A star fits what isn't there too, and a "not
 * found" that a browser keeps for a year would break the page that needs the script, should it ever be deployed again.
 */
function assetPaths(assets: readonly string[]): string[] {
  const scripts = assets.filter((name) => name.endsWith('.js'));
  const endings = new Set(assets.map((name) => name.slice(name.lastIndexOf('.'))));
  // Rules are few. What more scripts there are shares one.
  if (scripts.length <= 50) endings.delete('.js');
  return [...(scripts.length <= 50 ? scripts : []), ...[...endings].map((ending) => `*${ending}`)]
    .sort()
    .map((name) => `/_astro/${name}`);
}

/**
 * The `_headers` file that Cloudflare and Netlify read.
 * @throws RangeError with a plain sentence where Cloudflare would leave out a part of it
 */
export function headersFile(rules: readonly HeaderRule[]): string {
  if (rules.length > limits.headerRules)
    throw new RangeError(
      `_headers would have ${rules.length} rules, and Cloudflare reads ${limits.headerRules}; name fewer files by themselves (src/hosting/headers.ts).`,
    );
  const blocks = rules.map(({ path, headers }) => {
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
    const tooLong = lines.find((line) => line.length > limits.line);
    if (tooLong !== undefined)
      throw new RangeError(
        `${tooLong.split(':')[0]} would have ${tooLong.length} characters, and Cloudflare reads ${limits.line} on a line: the pages have ${tooLong.split("'sha256-").length - 1} different scripts and styles of their own. Put the <style> or <script> of a page's own (in .mdx) into a file.`,
      );
    return `${path}\n${lines.map((line) => `  ${line}\n`).join('')}`;
  });
  return blocks.join('\n');
}

/**
 * The `_redirects` file that Cloudflare and Netlify read: each old address with its slash and, as far as there is room,
 * without. What is left out works all the same, by a small page at the old address.
 *
 * @param redirects old address, with a slash at both ends, and new
 */
export function redirectsFile(redirects: Readonly<Record<string, string>>): string {
  const all = Object.entries(redirects);
  const lines = [
    ...all.map(([from, to]) => `${from} ${to} 301`),
    // One step instead of two, by way of the address with its slash.
    ...all.map(([from, to]) => `${from.slice(0, -1)} ${to} 301`),
  ];
  return lines
    .filter((line) => line.length <= limits.line)
    .slice(0, limits.redirects)
    .map((line) => `${line}\n`)
    .join('');
}
