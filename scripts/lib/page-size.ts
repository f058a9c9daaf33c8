/** The compressed size of pages and their budgets (docs/contract.md, section 4). */
import { brotliCompressSync } from 'node:zlib';

const kB = 1000;

/** Bytes after Brotli compression, as a CDN sends them. */
export const compressedSize = (data: string | Uint8Array): number => brotliCompressSync(data).length;

/** Returns a function that compresses each text only once: compressing is slow, and many pages load the same files. */
export function cachedCompressedSize(): (text: string) => number {
  const sizes = new Map<string, number>();
  return (text) => {
    const size = sizes.get(text) ?? compressedSize(text);
    sizes.set(text, size);
    return size;
  };
}

/**
 * The budget of a page in bytes, for its HTML with the CSS and JavaScript that it loads.
 * @param address   path of the page, with its language
 * @param languages the language codes that are used in addresses
 */
export function sizeBudget(address: string, languages: readonly string[]): number {
  const bare = address.replace(/^\/([a-zA-Z-]+)\//, (whole, first: string) =>
    languages.includes(first) ? '/' : whole,
  );
  if (bare === '/' || bare === '/about/' || /^\/host-cities\/./.test(bare)) return 14 * kB;
  if (bare === '/programme/') return 20 * kB;
  if (['/network/', '/past-hosts/', '/sources/'].includes(bare)) return 40 * kB;
  return 12 * kB;
}

/** Paths of the scripts and stylesheets that a page loads, including the script of the star buttons. */
export function loadedFiles(html: string, document: Document): string[] {
  const files = [...document.querySelectorAll('script[src],link[rel=stylesheet]')].map(
    (element) => element.getAttribute('src') ?? element.getAttribute('href') ?? '',
  );
  const starButtons = document.querySelector('[data-star],[data-my-list]') && starButtonsScript(html);
  return starButtons ? [...files, starButtons] : files;
}

/** The module that the inline script loads on pages with star buttons. */
export const starButtonsScript = (html: string): string | undefined =>
  /\)&&import\("((?:\/[\w.~-]+)*\/_astro\/stars-[^"]+)"\)/.exec(html)?.[1];
