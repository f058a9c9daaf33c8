/** Reads a built site for the comparison. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseHTML } from 'linkedom';
import { rulesOf } from '../../../src/hosting/parse-rules.ts';
import { compare } from '../../../src/model/problem.ts';

export interface Site {
  /** HTML of each page by its address; redirects aren't pages. */
  pages: ReadonlyMap<string, string>;
  /** Targets of redirects by address. */
  redirects: ReadonlyMap<string, string>;
  files: number;
  bytes: number;
  /** A file by its path, with or without the base of the site; undefined if it doesn't exist. */
  read: (path: string) => Buffer | undefined;
}

/** Reads the output of `npm run build`. */
export function readBuiltSite(dir: string): Site {
  const files = readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(dir, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort(compare);
  const { base } = rulesOf(dir);
  const inSite = (path: string) => (path.startsWith(`${base}/`) ? path.slice(base.length) : path);
  const pages = new Map<string, string>();
  const redirects = new Map<string, string>();
  for (const file of files.filter((name) => name.endsWith('.html'))) {
    const html = readFileSync(join(dir, file), 'utf8');
    const address = `/${file.replace(/(^|\/)index\.html$/, '$1')}`;
    const target = redirectOf(html);
    if (target === undefined) pages.set(address, html);
    else redirects.set(address, inSite(target));
  }
  return {
    pages,
    redirects,
    files: files.length,
    bytes: files.reduce((sum, file) => sum + statSync(join(dir, file)).size, 0),
    read: (path) => {
      const file = inSite(path).replace(/^\//, '');
      return files.includes(file) ? readFileSync(join(dir, file)) : undefined;
    },
  };
}

/** The target of a page that only redirects. */
function redirectOf(html: string): string | undefined {
  // Parsing every page of a large site is slow.
  if (!/http-equiv=["']?refresh/i.test(html)) return undefined;
  const content = parseHTML(html).document.querySelector('meta[http-equiv=refresh]')?.getAttribute('content');
  return content == null ? undefined : (/url=(.*)$/i.exec(content)?.[1] ?? '').trim();
}
