import Slugger from 'github-slugger';
import type { Nodes, Parents, Root } from 'mdast';
import { markdownToMdast, mdxToMdast } from 'satteri';

/** Something in a text that points somewhere, with its line in the body. */
export interface Pointer {
  target: string;
  line: number;
}

/** What the rules and the search want to know of a Markdown text. */
export interface Body {
  headings: { depth: number; text: string; id: string; line: number }[];
  links: Pointer[];
  pictures: (Pointer & { alt: string })[];
  /** Footnotes that have no definition in the text: they must be sources. */
  footnotes: Pointer[];
  /** Free notes that nothing refers to. */
  unusedNotes: Pointer[];
  /** Raw HTML. */
  html: Pointer[];
  /** Why the text can't be read at all (MDX only). */
  failure?: Pointer;
}

/**
 * Reads a Markdown or MDX text. Lines count from 1 at the beginning of the body.
 * Heading ids are those that the rendered page has (the same slugger in the same order).
 */
export function readBody(source: string, extension: 'md' | 'mdx' = 'md'): Body {
  const body: Body = { headings: [], links: [], pictures: [], footnotes: [], unusedNotes: [], html: [] };
  let tree: Root;
  try {
    tree = (extension === 'mdx' ? mdxToMdast(source) : markdownToMdast(source)) as Root;
  } catch (error) {
    const message = error instanceof Error ? (error.message.split('\n')[0] as string) : String(error);
    body.failure = { target: message, line: Number(/\((\d+):\d+\)/.exec(message)?.[1] ?? 1) };
    return body;
  }
  const slugger = new Slugger();
  const referred = new Set<string>();
  const defined = new Map<string, number>();
  const lineOf = (node: Nodes) => node.position?.start.line ?? 1;

  walk(tree, (node) => {
    switch (node.type) {
      case 'heading': {
        const text = textOf(node);
        body.headings.push({ depth: node.depth, text, id: slugger.slug(text), line: lineOf(node) });
        break;
      }
      case 'link':
      case 'definition':
        body.links.push({ target: node.url, line: lineOf(node) });
        break;
      case 'image':
        body.pictures.push({ target: node.url, alt: node.alt ?? '', line: lineOf(node) });
        break;
      case 'footnoteReference':
        referred.add(node.identifier);
        break;
      case 'footnoteDefinition':
        defined.set(node.identifier, lineOf(node));
        break;
      case 'html':
        body.html.push({ target: node.value, line: lineOf(node) });
        break;
      case 'text':
        // Without a definition the parser leaves [^key] in the text.
        for (const match of node.value.matchAll(/\[\^([^\]\s]+)\]/g)) {
          const before = node.value.slice(0, match.index).split('\n').length - 1;
          body.footnotes.push({ target: match[1] as string, line: lineOf(node) + before });
        }
        break;
    }
  });
  for (const [name, line] of defined) if (!referred.has(name)) body.unusedNotes.push({ target: name, line });
  return body;
}

function walk(node: Nodes, visit: (node: Nodes) => void): void {
  visit(node);
  for (const child of (node as Parents).children ?? []) walk(child, visit);
}

/** The text of a node without its marks, as it stands in a heading. */
function textOf(node: Nodes): string {
  if ('value' in node) return node.type === 'html' ? '' : node.value;
  if (node.type === 'image') return node.alt ?? '';
  return ((node as Parents).children ?? []).map(textOf).join('');
}
