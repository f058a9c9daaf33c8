/** A built site as the report sees it: its pages as text, and what everything weighs. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseHTML } from 'linkedom';
import { rulesOf } from '../../../src/hosting/parse-rules.ts';
import { compare } from '../../../src/model/problem.ts';

export interface Site {
  /** HTML of each page by its address; redirects aren't pages. */
  pages: ReadonlyMap<string, string>;
  /** Where addresses lead that aren't pages. */
  redirects: ReadonlyMap<string, string>;
  files: number;
  bytes: number;
  /** A file of the site by its path, with or without the base of the site, or undefined where it isn't there. */
  read: (path: string) => Buffer | undefined;
}

/** Reads what `npm run build` has made. */
export function readSite(dir: string): Site {
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

/** Where a page sends its reader by itself, as the small pages for moved addresses do. */
function redirectOf(html: string): string | undefined {
  // Only small pages are looked at closer: parsing all of a large site takes a while.
  if (!/http-equiv=["']?refresh/i.test(html)) return undefined;
  const content = parseHTML(html).document.querySelector('meta[http-equiv=refresh]')?.getAttribute('content');
  return content == null ? undefined : (/url=(.*)$/i.exec(content)?.[1] ?? '').trim();
}
