import { markdownToMdast, mdxToMdast } from 'satteri';
import { walk } from '../model/body.ts';

/**
 * Escapes single tildes, so that `10~12 and 14~16` isn't struck through: only `~~two~~` is. The parser has no option
 * for that. Line numbers don't change.
 *
 * @param source the body of a Markdown file, or an MDX file with its front matter
 */
export function escapeSingleTildes(source: string, extension: 'md' | 'mdx'): string {
  // Escaping one pair can let others match.
  for (let text = source; ;) {
    const tildes = text.includes('~') ? singleTildes(text, extension) : [];
    if (tildes.length === 0) return text;
    const ends = [...tildes, text.length];
    text = text.slice(0, ends[0]) + tildes.map((from, index) => `\\${text.slice(from, ends[index + 1])}`).join('');
  }
}

/** The positions of single tildes that mean strikethrough, in order. */
function singleTildes(source: string, extension: 'md' | 'mdx'): number[] {
  const parse = extension === 'mdx' ? mdxToMdast : markdownToMdast;
  const found: number[] = [];
  walk(parse(source, { features: { frontmatter: extension === 'mdx' } }), (node) => {
    const from = node.position?.start.offset ?? 0;
    if (node.type === 'delete' && !source.startsWith('~~', from))
      found.push(from, (node.position?.end.offset ?? from) - 1);
  });
  return found.sort((a, b) => a - b);
}
