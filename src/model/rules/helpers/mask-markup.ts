import type { Nodes } from 'mdast';
import { walk } from '../../body.ts';

/** Replaces text that the parser has interpreted, or that is escaped. */
export const interpreted = '\u0001';
/** Replaces a bare address, which the parser has turned into a link. */
export const address = '\u0002';
/** Replaces spaces and > at the beginning of a line. */
export const indent = '\u0003';

/** Spaces and invisible characters from word processors, which Markdown doesn't treat as spaces. */
export const specialSpace = '[\\u00a0\\u1680\\u2000-\\u200b\\u202f\\u205f\\u2060\\u3000\\ufeff]';

/** The source of a paragraph, heading or cell with everything but plain text masked; its length is unchanged. */
export function maskMarkup(node: Nodes, source: string): string {
  const start = node.position?.start.offset ?? 0;
  const raw = source.slice(start, node.position?.end.offset ?? start);
  const result = raw.replace(/[^\n]/g, interpreted).split('');
  walk(node, (inner) => {
    if (inner.type !== 'text' && inner.type !== 'link') return;
    const from = (inner.position?.start.offset ?? start) - start;
    const part = raw.slice(from, (inner.position?.end.offset ?? start) - start);
    const visible = inner.type === 'text' ? maskedText(part) : /^[[<]/.test(part) ? '' : part.replace(/./g, address);
    for (let index = 0; index < visible.length; index += 1) {
      // A link is visited before its text.
      if (result[from + index] !== address) result[from + index] = visible[index] as string;
    }
  });
  for (const { 0: prefix, index } of raw.matchAll(/(?<=\n)[ \t>]+/g)) result.fill(indent, index, index + prefix.length);
  return result.join('');
}

const maskedText = (text: string): string =>
  text
    // A backslash escapes ASCII punctuation (CommonMark 2.4).
    .replace(/\\[!-/:-@[-`{-~]/g, interpreted + interpreted)
    .replace(/&(?:#\d+|#x[\da-f]+|\w+);/gi, (entity) => interpreted.repeat(entity.length));
