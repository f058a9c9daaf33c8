/** Reads `_headers` and `_redirects` as Cloudflare does, for servers that don't support them. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { HeaderRule } from './headers.ts';

/** The target of an old address, and the HTTP status. */
export interface Redirect {
  to: string;
  status: number;
}

export interface Rules {
  headers: HeaderRule[];
  redirects: Map<string, Redirect>;
  /** The base path of the site: `/2033`, or '' at the root of a host and for an archive of several sites. */
  base: string;
}

/** The rules of a built site. @param dir the built site */
export function rulesOf(dir: string): Rules {
  const read = (name: string) => (existsSync(join(dir, name)) ? readFileSync(join(dir, name), 'utf8') : '');
  const headers = parseHeaders(read('_headers'));
  const base = baseOf(headers);
  // In an archive, each edition is a complete site in its own folder, even if it is the only one so far.
  const archived = base !== '' && existsSync(join(dir, base, '_headers'));
  return { headers, redirects: parseRedirects(read('_redirects')), base: archived ? '' : base };
}

/** The base path, from the site's only rule with a Content Security Policy. */
function baseOf(headers: readonly HeaderRule[]): string {
  const bases = headers
    .filter(({ path, headers: { 'Content-Security-Policy': policy } }) => policy !== undefined && path.endsWith('/*'))
    .map(({ path }) => path.slice(0, -'/*'.length));
  return bases.length === 1 ? (bases[0] ?? '') : '';
}

/** Each rule is a path and indented lines of headers. */
export function parseHeaders(text: string): HeaderRule[] {
  const rules: HeaderRule[] = [];
  for (const line of text.split('\n')) {
    if (line.trim() === '' || line.trimStart().startsWith('#')) continue;
    const rule = rules.at(-1);
    if (!/^\s/.test(line)) rules.push({ path: line.trim(), headers: {} });
    else if (rule) {
      const colon = line.indexOf(':');
      rule.headers[line.slice(0, colon).trim()] = line.slice(colon + 1).trim();
    }
  }
  return rules;
}

/** Each line is an old address, a new address and a status; the first line of an address wins. */
export function parseRedirects(text: string): Map<string, Redirect> {
  const redirects = new Map<string, Redirect>();
  for (const line of text.split('\n')) {
    const [from = '', to, status = '302'] = line.trim().split(/\s+/);
    if (to !== undefined && !from.startsWith('#') && !redirects.has(from))
      redirects.set(from, { to, status: Number(status) });
  }
  return redirects;
}

/** A rule's path as a regular expression; its * matches anything. */
export const patternOf = (path: string): string =>
  `^${path
    .split('*')
    .map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'))
    .join('.*')}$`;

/** The headers of all rules that match a path; values of the same name are joined with a comma. */
export function headersFor(rules: readonly HeaderRule[], path: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const rule of rules.filter((candidate) => new RegExp(patternOf(candidate.path)).test(path)))
    for (const [name, value] of Object.entries(rule.headers)) {
      const other = found.get(name);
      found.set(name, other === undefined ? value : `${other}, ${value}`);
    }
  return found;
}

/**
 * A redirect's target with the query of the request, unless it has its own.
 * @param search the query with its question mark, or ''
 */
export function withQuery(to: string, search: string): string {
  if (search === '' || to.includes('?')) return to;
  const hash = to.indexOf('#');
  return hash < 0 ? to + search : to.slice(0, hash) + search + to.slice(hash);
}
