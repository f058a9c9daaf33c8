import { hash } from 'node:crypto';

/** The same few on every page of a site: each is hashed once. */
const known = new Map<string, string>();

function sourceOf(text: string): string {
  let source = known.get(text);
  if (source === undefined) known.set(text, (source = `'sha256-${hash('sha256', text, 'base64')}'`));
  return source;
}

/** SHA-256 of every inline script and style of a page, as a security policy names it (CSP Level 3, section 6.7.3). */
export function inlineHashes(html: string): { scripts: string[]; styles: string[] } {
  const scripts = new Set<string>();
  const styles = new Set<string>();
  for (const [, name, attributes = '', code = ''] of html.matchAll(/<(script|style)\b([^>]*)>([\s\S]*?)<\/\1>/g)) {
    if (code === '' && name === 'script') continue;
    if (name === 'style') styles.add(sourceOf(code));
    else if (!/\bsrc=|type="application\/(ld\+)?json"/.test(attributes)) scripts.add(sourceOf(code));
  }
  return { scripts: [...scripts], styles: [...styles] };
}
