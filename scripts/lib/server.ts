import { existsSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import sirv from 'sirv';
import { headersFor, rulesOf, withQuery } from '../../src/hosting/parse-rules.ts';
import { mediaType } from '../../src/hosting/media-types.ts';

/**
 * Serves a built site as a CDN does: its headers and redirects, addresses that end in a slash, and "not found" in the
 * language of the address. For looking at the site on one's own machine and for tests. It compresses nothing.
 *
 * @param dir  the built site
 * @param port 0 takes a free one
 * @returns `url` with the path that the site was built for, without a slash at its end
 */
export async function serve(dir: string, port: number, host = 'localhost'): Promise<{ server: Server; url: string }> {
  const rules = rulesOf(dir);
  const { base } = rules;
  const files = sirv(dir, { etag: true, dotfiles: false, extensions: ['html'], onNoMatch: answerNotFound });
  const isPage = (path: string) => path.endsWith('/') && existsSync(join(dir, path, 'index.html'));

  const server = createServer((request, response) => {
    const [path = '/', query] = (request.url ?? '/').split('#')[0]?.split(/\?(.*)/s) ?? [];
    const search = query === undefined ? '' : `?${query}`;
    // As the edge does where no rule says otherwise.
    response.setHeader('Cache-Control', 'public, max-age=0, must-revalidate');
    for (const [name, value] of headersFor(rules.headers, path)) response.setHeader(name, value);
    if (request.method !== 'GET' && request.method !== 'HEAD') return void response.writeHead(405).end();

    const redirect = rules.redirects.get(path);
    if (redirect) return lead(response, redirect.status, withQuery(redirect.to, search));
    if (base !== '' && path === base) return lead(response, 301, `${base}/${search}`);
    // Nothing of the site is outside of its base, not even its "not found" page.
    if (base !== '' && !path.startsWith(`${base}/`)) return void response.writeHead(404).end();
    request.url = request.url?.slice(base.length);
    const decoded = decode(path.slice(base.length));
    if (decoded === undefined || /^\/_(headers|redirects)$/.test(decoded)) return answerNotFound(request, response);
    const whole = decoded.replace(/\/index(\.html)?$/, '/').replace(/\/{2,}/g, '/');
    const page = whole.endsWith('/') ? whole : `${whole}/`;
    if (page !== decoded && isPage(page)) return lead(response, 307, base + encodeURI(page) + search);
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

/** The file that says "not found" in the language of an address: the one in its first folder, or else the root's. */
function notFoundPage(dir: string, path: string): string {
  const lang = /^\/([a-zA-Z-]+)\//.exec(path)?.[1];
  const own = lang && join(dir, lang, '404.html');
  return own && existsSync(own) ? own : join(dir, '404.html');
}

/** A path as a folder has it; undefined for one that can't be decoded, climbs out of the folder or has a zero in it. */
function decode(path: string): string | undefined {
  try {
    const decoded = decodeURIComponent(path);
    return /(^|[/\\])\.\.([/\\]|$)|[\0\\]/.test(decoded) ? undefined : decoded;
  } catch {
    return undefined;
  }
}

function lead(response: ServerResponse, status: number, to: string): void {
  response.writeHead(status, { Location: to }).end();
}
