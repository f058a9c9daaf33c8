import { existsSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import sirv from 'sirv';

/** A rule of the `_headers` file: a path, in which a star stands for anything, and its headers. */
interface HeaderRule {
  path: string;
  headers: [string, string][];
}

/** Reads a `_headers` file as Cloudflare and Netlify do: a path, then its headers indented. */
export function parseHeaders(text: string): HeaderRule[] {
  const rules: HeaderRule[] = [];
  for (const line of text.split('\n')) {
    if (line.trim() === '' || line.trimStart().startsWith('#')) continue;
    if (!/^\s/.test(line)) rules.push({ path: line.trim(), headers: [] });
    else {
      const colon = line.indexOf(':');
      rules.at(-1)?.headers.push([line.slice(0, colon).trim(), line.slice(colon + 1).trim()]);
    }
  }
  return rules;
}

/** Headers for a path: of every rule that fits it. */
export function headersFor(rules: readonly HeaderRule[], path: string): [string, string][] {
  return rules
    .filter((rule) => {
      const [before = '', after] = rule.path.split('*');
      return after === undefined ? rule.path === path : path.startsWith(before) && path.endsWith(after);
    })
    .flatMap(({ headers }) => headers);
}

/**
 * Serves a built site as a CDN does: its headers and redirects, addresses that end in a slash, and "not found" in the
 * language of the address. For looking at the site on one's own machine and for tests.
 *
 * @param dir  the built site
 * @param port 0 takes a free one
 */
export async function serve(dir: string, port: number, host = 'localhost'): Promise<{ server: Server; url: string }> {
  const read = (name: string) => (existsSync(join(dir, name)) ? readFileSync(join(dir, name), 'utf8') : '');
  const rules = parseHeaders(read('_headers'));
  const redirects = new Map(
    read('_redirects')
      .split('\n')
      .filter(Boolean)
      .map((line) => {
        const [from = '', to = '', status = '301'] = line.split(' ');
        return [from, { to, status: Number(status) }] as const;
      }),
  );
  const notFound = (path: string) => {
    const lang = /^\/([^/]+)\//.exec(path)?.[1];
    const own = lang && /^[a-zA-Z-]+$/.test(lang) ? join(dir, lang, '404.html') : '';
    return readFileSync(own && existsSync(own) ? own : join(dir, '404.html'));
  };
  const files = sirv(dir, { etag: true, dotfiles: false, extensions: ['html'], onNoMatch: answerNotFound });

  const server = createServer((request, response) => {
    const path = pathOf(request);
    for (const [name, value] of headersFor(rules, path)) response.setHeader(name, value);
    const redirect = redirects.get(path) ?? redirects.get(`${path}/`);
    if (redirect) return send(response, redirect.status, { Location: redirect.to });
    if (['/_headers', '/_redirects'].includes(path)) return answerNotFound(request, response);
    if (!path.endsWith('/') && existsSync(join(dir, safe(path), 'index.html'))) {
      const query = request.url?.split('?')[1];
      return send(response, 307, { Location: `${path}/${query === undefined ? '' : `?${query}`}` });
    }
    if (path.endsWith('/') && !existsSync(join(dir, safe(path), 'index.html')))
      return answerNotFound(request, response);
    files(request, response);
  });

  function answerNotFound(request: IncomingMessage, response: ServerResponse) {
    response.statusCode = 404;
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.end(request.method === 'HEAD' ? undefined : notFound(pathOf(request)));
  }

  await new Promise<void>((ready, refuse) => {
    server.once('error', refuse);
    server.listen(port, host, ready);
  });
  const address = server.address();
  return { server, url: `http://${host}:${typeof address === 'object' && address ? address.port : port}` };
}

const pathOf = (request: IncomingMessage): string => (request.url ?? '/').split(/[?#]/)[0] as string;

/** A path that can't climb out of the folder; one that isn't decodable leads nowhere. */
function safe(path: string): string {
  try {
    const decoded = decodeURIComponent(path);
    return /(^|[/\\])\.\.([/\\]|$)|\0/.test(decoded) ? '/\u0001' : decoded;
  } catch {
    return '/\u0001';
  }
}

function send(response: ServerResponse, status: number, headers: Record<string, string>) {
  response.writeHead(status, headers).end();
}
