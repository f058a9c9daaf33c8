import { lookup } from 'mrmime';

/** What Cloudflare sends instead of the library's type, and what the library doesn't know. */
const others: Readonly<Record<string, string>> = { ico: 'image/x-icon', xml: 'application/xml' };

/**
 * The media type of a file by the ending of its name, with the charset of all texts; undefined for an unknown ending.
 * Cloudflare and Netlify send the same by themselves.
 */
export function mediaType(path: string): string | undefined {
  const ending = path.slice(path.lastIndexOf('.') + 1);
  const type = others[ending] ?? lookup(ending);
  return type?.startsWith('text/') ? `${type}; charset=utf-8` : type;
}
