import { lookup } from 'mrmime';

/** Types that Cloudflare sends differently from the library's, or that the library lacks. */
const others: Readonly<Record<string, string>> = { ico: 'image/x-icon', xml: 'application/xml' };

/**
 * The media type of a file by its extension, with the charset for texts; undefined for an unknown extension. Cloudflare
 * and Netlify use the same types.
 */
export function mediaType(path: string): string | undefined {
  const ending = path.slice(path.lastIndexOf('.') + 1);
  const type = others[ending] ?? lookup(ending);
  return type?.startsWith('text/') ? `${type}; charset=utf-8` : type;
}
