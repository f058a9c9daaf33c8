import type { Nodes, Parents } from 'mdast';
import { markdownToMdast, mdxToMdast } from 'satteri';

/**
 * Escapes single tildes, so that `10~12 and 14~16` isn't struck out: only `~~two~~` strike out. The parser has no option
 * for that. Lines keep their numbers.
 *
 * @param source the body of a Markdown file, or an MDX file with its front matter
 */
export function escapeSingleTildes(source: string, extension: 'md' | 'mdx'): string {
  // Escaping one pair can free others to match.
  for (let text = source; ;) {
    const tildes = text.includes('~') ? singleTildes(text, extension) : [];
    if (tildes.length === 0) return text;
    for (const offset of tildes.sort((a, b) => b - a)) text = `${text.slice(0, offset)}\\${text.slice(offset)}`;
  }
}

function singleTildes(source: string, extension: 'md' | 'mdx'): number[] {
  const parse = extension === 'mdx' ? mdxToMdast : markdownToMdast;
  const found: number[] = [];
  const waiting: Nodes[] = [parse(source, { features: { frontmatter: extension === 'mdx' } })];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    waiting.push(...((node as Partial<Parents>).children ?? []));
    const from = node.position?.start.offset ?? 0;
    if (node.type === 'delete' && !source.startsWith('~~', from))
      found.push(from, (node.position?.end.offset ?? from) - 1);
  }
  return found;
}
