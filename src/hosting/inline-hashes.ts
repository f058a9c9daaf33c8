import { hash } from 'node:crypto';
import { Parser } from 'htmlparser2';
import { compare } from '../model/problem.ts';

interface Code {
  /** Its hash, as a source expression in the policy. */
  source: string;
  /** How many pages have it. */
  pages: number;
}

/**
 * Collects the SHA-256 hashes of inline scripts and styles for a security policy (CSP Level 3, section 6.7.3).
 */
export class InlineHashes {
  readonly #code = { script: new Map<string, Code>(), style: new Map<string, Code>() };

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
        const found = name === open ? this.#code[open] : undefined;
        if (found && text !== '') {
          // Most pages have the same few scripts and styles, so each is hashed only once.
          const code = found.get(text) ?? { source: `'sha256-${hash('sha256', text, 'base64')}'`, pages: 0 };
          code.pages += 1;
          found.set(text, code);
        }
        open = undefined;
      },
    });
    parser.end(html);
  }

  /** The sources of each kind for the policy, sorted. */
  get sources(): { scripts: string[]; styles: string[] } {
    const sorted = (code: ReadonlyMap<string, Code>) => [...code.values()].map(({ source }) => source).sort();
    return { scripts: sorted(this.#code.script), styles: sorted(this.#code.style) };
  }

  /** Removes the style that the fewest pages have. @returns its text; undefined if there are no styles */
  removeRarestStyle(): string | undefined {
    const { style } = this.#code;
    const [rarest] = [...style].sort(([a, { pages }], [b, other]) => pages - other.pages || compare(a, b));
    if (rarest) style.delete(rarest[0]);
    return rarest?.[0];
  }
}
