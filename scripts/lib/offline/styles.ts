import { hash } from 'node:crypto';
import { posix } from 'node:path';
import { mediaType } from '../../../src/hosting/media-types.ts';
import { relativePath, type Links } from './files.ts';

/** Folder of the copy's stylesheets. */
const folder = 'styles';

/**
 * The styles of all pages as files: most pages share them, and a stylesheet can contain fonts, which browsers don't
 * load from another file without a server.
 */
export class StyleFiles {
  /** Stylesheets by their path. */
  readonly files = new Map<string, string>();
  readonly #all: Links;
  readonly #copied: Links;
  readonly #read: (file: string) => Buffer;

  /**
   * @param all    links to all files of the built site, including fonts
   * @param copied links to the files in the copy
   * @param read   reads a file of the built site
   */
  constructor(all: Links, copied: Links, read: (file: string) => Buffer) {
    this.#all = all;
    this.#copied = copied;
    this.#read = read;
  }

  /** Adds styles. @param file the page or stylesheet that contains them. @returns the path of the stylesheet */
  add(css: string, file: string): string {
    const text = css.replace(/url\(\s*(["']?)([^"')]+)\1\s*\)/g, (found, _, href: string) => {
      const target = href.startsWith('#') ? undefined : this.#all.target(file, href);
      if (target === undefined) return found;
      if (/\.(?:woff2?|[ot]tf)$/.test(target))
        return `url(data:${mediaType(target)};base64,${this.#read(target).toString('base64')})`;
      const copied = this.#copied.target(file, href);
      return copied === undefined ? 'none' : `url("${relativePath(posix.join(folder, 'x.css'), copied)}")`;
    });
    const path = posix.join(folder, `${hash('sha256', text).slice(0, 12)}.css`);
    this.files.set(path, text);
    return path;
  }

  /**
   * Adds a stylesheet of the built site.
   * @param href as it is written in `file`.
   * @returns undefined for one from another site
   */
  addLinked(href: string, file: string): string | undefined {
    const source = this.#all.target(file, href);
    return source === undefined ? undefined : this.add(this.#read(source).toString(), source);
  }
}
