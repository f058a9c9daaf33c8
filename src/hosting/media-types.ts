import { lookup } from 'mrmime';

/** Types for which Cloudflare differs from the library, or that the library lacks. */
const others: Readonly<Record<string, string>> = { ico: 'image/x-icon', xml: 'application/xml' };

/**
 * The media type of a file by its extension, with a charset for text; undefined for an unknown extension. Cloudflare
 * and Netlify use the same types.
 */
export function mediaType(path: string): string | undefined {
  const ending = path.slice(path.lastIndexOf('.') + 1);
  const type = others[ending] ?? lookup(ending);
  return type?.startsWith('text/') ? `${type}; charset=utf-8` : type;
}
