import { existsSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import sirv from 'sirv';
import { headersFor, rulesOf, withQuery } from '../../src/hosting/parse-rules.ts';
import { mediaType } from '../../src/hosting/media-types.ts';

/**
 * Serves a built site as a CDN does: with its headers and redirects, page addresses that end in a slash, and the 404
 * page in the language of the address. For local use and tests; it doesn't compress.
 *
 * @param dir  the built site
 * @param port 0 for any free port
 * @returns `url` with the path that the site was built for, without a trailing slash
 */
export async function serve(dir: string, port: number, host = 'localhost'): Promise<{ server: Server; url: string }> {
  const rules = rulesOf(dir);
  const { base } = rules;
  const files = sirv(dir, { etag: true, dotfiles: false, extensions: ['html'], onNoMatch: answerNotFound });
  const isPage = (path: string) => path.endsWith('/') && existsSync(join(dir, path, 'index.html'));

  const server = createServer((request, response) => {
    const [path = '/', query] = (request.url ?? '/').split('#')[0]?.split(/\?(.*)/s) ?? [];
    const search = query === undefined ? '' : `?${query}`;
    // The default of Cloudflare and Netlify.
    response.setHeader('Cache-Control', 'public, max-age=0, must-revalidate');
    for (const [name, value] of headersFor(rules.headers, path)) response.setHeader(name, value);
    if (request.method !== 'GET' && request.method !== 'HEAD') return void response.writeHead(405).end();

    const redirect = rules.redirects.get(path);
    if (redirect) return redirectTo(response, redirect.status, withQuery(redirect.to, search));
    if (base !== '' && path === base) return redirectTo(response, 301, `${base}/${search}`);
    // Nothing is served outside the site's base, not even the 404 page.
    if (base !== '' && !path.startsWith(`${base}/`)) return void response.writeHead(404).end();
    request.url = request.url?.slice(base.length);
    const decoded = decode(path.slice(base.length));
    if (decoded === undefined || /^\/_(headers|redirects)$/.test(decoded)) return answerNotFound(request, response);
    const normal = decoded.replace(/\/index(\.html)?$/, '/').replace(/\/{2,}/g, '/');
    const page = normal.endsWith('/') ? normal : `${normal}/`;
    if (page !== decoded && isPage(page)) return redirectTo(response, 307, base + encodeURI(page) + search);
    if (path.endsWith('/') && !isPage(decoded)) return answerNotFound(request, response);
    const type = mediaType(path.endsWith('/') ? 'index.html' : path);
    if (type !== undefined && !response.hasHeader('Content-Type')) response.setHeader('Content-Type', type);
    files(request, response);
  });

  function answerNotFound(request: IncomingMessage, response: ServerResponse) {
    const page = notFoundPage(dir, (request.url ?? '/').split(/[?#]/)[0] as string);
    response.writeHead(404, { 'Content-Type': 'text/html; charset=utf-8' });
    response.end(request.method === 'HEAD' ? undefined : readFileSync(page));
  }

  await new Promise<void>((ready, refuse) => {
    server.once('error', refuse);
    server.listen(port, host, ready);
  });
  const address = server.address();
  return { server, url: `http://${host}:${typeof address === 'object' && address ? address.port : port}${base}` };
}

/** The 404 page in the language of an address: the one in its first folder, or else in the root. */
function notFoundPage(dir: string, path: string): string {
  const lang = /^\/([a-zA-Z-]+)\//.exec(path)?.[1];
  const own = lang && join(dir, lang, '404.html');
  return own && existsSync(own) ? own : join(dir, '404.html');
}

/** A decoded path; undefined if it can't be decoded, leads out of the folder or contains a null character. */
function decode(path: string): string | undefined {
  try {
    const decoded = decodeURIComponent(path);
    return /(^|[/\\])\.\.([/\\]|$)|[\0\\]/.test(decoded) ? undefined : decoded;
  } catch {
    return undefined;
  }
}

function redirectTo(response: ServerResponse, status: number, to: string): void {
  response.writeHead(status, { Location: to }).end();
}
