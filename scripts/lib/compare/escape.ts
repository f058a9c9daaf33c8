/**
 * Escapes untrusted text for a comment on GitHub, so that nothing in it becomes markup, a mention, an issue reference
 * or a link.
 */
import { escapeHtml } from '../../../src/escape-html.ts';

/** A zero-width space, which breaks up what GitHub would take for a mention or an address. */
const zeroWidthSpace = '\u200B';

/**
 * A text on one line, escaped for Markdown.
 * @param limit in characters; a longer text is cut off with "…"
 */
export function plain(text: string, limit = 300): string {
  return (
    shorten(oneLine(text), limit)
      // Markup that is only special at the start of a line needs no escaping: the text is never there.
      .replace(/[\\`*_[\]|~]/g, '\\$&')
      .replace(/[&<>]/g, escapeHtml)
      // A dollar sign in its own element doesn't start a formula.
      .replace(/\$/g, '<span>$</span>')
      // GitHub looks for mentions, issues, addresses and emoji after rendering the Markdown.
      .replace(/@/g, `@${zeroWidthSpace}`)
      .replace(/(#|gh-)(?=\d)/gi, `$1${zeroWidthSpace}`)
      .replace(/:(?=\/\/|[a-z+-])/gi, `:${zeroWidthSpace}`)
      .replace(/www(?=\.)/gi, `www${zeroWidthSpace}`)
  );
}

/** A path or address as inline code that is safe in a table: similar characters replace backticks and pipes. */
export function code(text: string, limit = 200): string {
  const bare = shorten(oneLine(text), limit).replace(/`/g, '´').replace(/\|/g, '¦').trim();
  return bare === '' ? '' : `\`${bare}\``;
}

/** A link, or only its text if the address isn't https. @param words already escaped */
export function link(words: string, address: string): string {
  if (!URL.canParse(address)) return words;
  const { protocol, href } = new URL(address);
  return protocol === 'https:' ? `[${words}](<${href.replace(/[<>|\\]/g, encodeURIComponent)}>)` : words;
}

/** A text without line breaks, invisible characters or characters that change the text direction. */
const oneLine = (text: string): string =>
  text
    .replace(/[\p{Zs}\p{Zl}\p{Zp}\s]+/gu, ' ')
    // Except joiners, which some scripts need.
    .replace(/(?![\u200C\u200D])[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}]/gu, '')
    .trim();

const shorten = (text: string, limit: number): string =>
  Array.from(text).length <= limit
    ? text
    : `${Array.from(text)
        .slice(0, limit - 1)
        .join('')}…`;
