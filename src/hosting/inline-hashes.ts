import { hash } from 'node:crypto';
import { Parser } from 'htmlparser2';

/**
 * Collects the SHA-256 hashes of inline scripts and styles for a security policy (CSP Level 3, section 6.7.3).
 */
export class InlineHashes {
  readonly #sources = { script: new Map<string, string>(), style: new Map<string, string>() };

  /** Adds a page. */
  add(html: string): void {
    let open: 'script' | 'style' | undefined;
    let text = '';
    const parser = new Parser({
      onopentag: (name, { src, type = '' }) => {
        const isCode = name === 'style' || (name === 'script' && src === undefined && !/json$/.test(type));
        open = isCode ? name : undefined;
        text = '';
      },
      ontext: (data) => {
        if (open) text += data;
      },
      onclosetag: (name) => {
        const hashes = name === open ? this.#sources[open] : undefined;
        // Pages share their few scripts and styles: each is hashed once.
        if (hashes && text !== '' && !hashes.has(text)) hashes.set(text, `'sha256-${hash('sha256', text, 'base64')}'`);
        open = undefined;
      },
    });
    parser.end(html);
  }

  /** The sources of each kind for the policy, sorted. */
  get sources(): { scripts: string[]; styles: string[] } {
    const { script, style } = this.#sources;
    return { scripts: [...script.values()].sort(), styles: [...style.values()].sort() };
  }
}
