/**
 * Words of others in a comment on GitHub: they stay words. Nothing in them becomes markup, calls a person, refers to an
 * issue or leads anywhere.
 */
import { escapeHtml } from '../../../src/escape-html.ts';

/** Invisible, and no space: it ends what GitHub would take for a name or an address. */
const nothing = '\u200B';

/**
 * A text as it is, on one line.
 * @param limit characters; what is longer ends in "…"
 */
export function plain(text: string, limit = 300): string {
  return (
    shorten(oneLine(text), limit)
      // Signs that mean something only at the beginning of a line can stay: no text begins one here.
      .replace(/[\\`*_[\]|~]/g, '\\$&')
      .replace(/[&<>]/g, escapeHtml)
      // A formula begins with a dollar, unless that stands in an element of its own.
      .replace(/\$/g, '<span>$</span>')
      // People and teams, issues, addresses, emoji: GitHub looks for these in what Markdown has made.
      .replace(/@/g, `@${nothing}`)
      .replace(/(#|gh-)(?=\d)/gi, `$1${nothing}`)
      .replace(/:(?=\/\/|[a-z+-])/gi, `:${nothing}`)
      .replace(/www(?=\.)/gi, `www${nothing}`)
  );
}

/** A path or an address as code, also within a table; signs that would end it look alike. */
export function code(text: string, limit = 200): string {
  const bare = shorten(oneLine(text), limit).replace(/`/g, '´').replace(/\|/g, '¦').trim();
  return bare === '' ? '' : `\`${bare}\``;
}

/** A link, or its words alone where the address is none of the web's. @param words escaped already */
export function link(words: string, address: string): string {
  if (!URL.canParse(address)) return words;
  const { protocol, href } = new URL(address);
  return protocol === 'https:' ? `[${words}](<${href.replace(/[<>|\\]/g, encodeURIComponent)}>)` : words;
}

/** Without line ends, and without signs that nobody sees or that turn a line around. */
const oneLine = (text: string): string =>
  text
    .replace(/[\p{Zs}\p{Zl}\p{Zp}\s]+/gu, ' ')
    // All but the joiners, without which some scripts are misspelt.
    .replace(/(?![\u200C\u200D])[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}]/gu, '')
    .trim();

const shorten = (text: string, limit: number): string =>
  [...text].length <= limit ? text : `${[...text].slice(0, limit - 1).join('')}…`;
