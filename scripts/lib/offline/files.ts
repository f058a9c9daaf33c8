/** Which files of a built site the copy has, and where its links lead. */
import { posix } from 'node:path';
import { isUnlisted } from '../../../src/model/page-addresses.ts';

/**
 * Files that only a server, a script or another website uses. Fonts and stylesheets become part of the copy's styles.
 */
const forServers = [
  /^(?:_headers|_redirects|\.nojekyll|robots\.txt|sitemap[\w-]*\.xml)$/,
  /^(?:_astro|pagefind|share|fonts)\//,
  /^(?:apple-touch-icon|icon-[\w-]+)\.png$/,
  /(?:^|\/)(?:404\.html|llms\.txt|manifest\.webmanifest|opensearch\.xml|search\/box\.json)$/,
];

/**
 * Is a file of the built site part of the copy?
 *
 * @param file      its path from the site's folder
 * @param languages the languages that have a folder: all except the default one
 */
export function isCopied(file: string, languages: readonly string[]): boolean {
  if (forServers.some((pattern) => pattern.test(file))) return false;
  const lang = languages.find((code) => file.startsWith(`${code}/`));
  const address = `/${lang === undefined ? file : file.slice(lang.length + 1)}`;
  return !isUnlisted(address.replace(/index\.(?:html|md)$/, ''));
}

/** Resolves the links of a built site. Files are paths from the site's folder. */
export class Links {
  readonly #address: string;
  readonly #files: ReadonlySet<string>;

  /**
   * @param address the site's full address, without a trailing slash; it may have a path
   * @param files   the files that can be linked to
   */
  constructor(address: string, files: ReadonlySet<string>) {
    this.#address = address;
    this.#files = files;
  }

  /** Does a link in `file` lead to an address of the site, whether or not there is a file? */
  isOwn(file: string, href: string): boolean {
    return this.#pathOf(file, href) !== undefined;
  }

  /** The target file of a link in `file`; undefined if there is none or it leads to another website. */
  target(file: string, href: string): string | undefined {
    const path = this.#pathOf(file, href);
    if (path === undefined) return undefined;
    return [path, posix.join(path, 'index.html')].find((candidate) => this.#files.has(candidate));
  }

  /** A link in `file` as a relative address of a file; undefined if the site has no such file. */
  relative(file: string, href: string): string | undefined {
    if (href.startsWith('#')) return href;
    const target = this.target(file, href);
    if (target === undefined) return undefined;
    const { hash } = new URL(href, this.#address);
    return target === file && hash !== '' ? hash : relativePath(file, target) + hash;
  }

  #pathOf(file: string, href: string): string | undefined {
    const url = URL.parse(href, `${this.#address}/${file}`);
    const path = url ? url.origin + url.pathname : '';
    const own = `${this.#address}/`;
    return `${path}/`.startsWith(own) ? decodeURIComponent(path.slice(own.length)) : undefined;
  }
}

/** The relative address of a file, seen from another. */
export const relativePath = (from: string, to: string): string =>
  posix.relative(posix.dirname(from), to).split('/').map(encodeURIComponent).join('/');
