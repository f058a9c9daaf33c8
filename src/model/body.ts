import Slugger from 'github-slugger';
import type { Nodes, Parents, Root } from 'mdast';
import { markdownToMdast, mdxToMdast } from 'satteri';

/** A link or reference in a text, with its line in the body. */
export interface Pointer {
  target: string;
  line: number;
}

/** A heading, a paragraph or a table cell: its words, links and references. */
export interface Passage {
  type: 'heading' | 'paragraph' | 'tableCell';
  line: number;
  /** Without markup, code and addresses; with the file's line breaks. */
  text: string;
  /** Keys of the sources that its footnotes name. */
  notes: string[];
  links: string[];
}

/** A picture in a text: `![alt](target "credit")`. */
export interface PictureCall extends Pointer {
  alt: string;
  credit: string;
  /** Is it alone in its paragraph? Only then can it be a figure. */
  alone: boolean;
  /** Offsets of its start and end in the body. */
  from: number;
  to: number;
}

/** A parsed Markdown text. */
export interface Body {
  /** Undefined if the text can't be parsed; see `failure`. */
  tree: Root | undefined;
  /** In the order of the text. */
  passages: Passage[];
  headings: { depth: number; text: string; id: string; line: number }[];
  links: Pointer[];
  pictures: PictureCall[];
  /** Footnotes without a definition in the text: they must name sources. */
  footnotes: Pointer[];
  /** Files that an MDX text imports. */
  imports: Pointer[];
  /** Why the text can't be parsed. */
  failure?: Pointer;
}

/** More levels of nested quotes or lists than this must be a mistake, and could overflow the stack. */
const maxDepth = 40;

/**
 * Parser options for everything that reads the content. A body has no front matter; what looks like front matter is
 * text.
 */
export const parserFeatures = { frontmatter: false } as const;

/**
 * Parses a Markdown or MDX text. Lines are counted from 1 at the beginning of the body.
 * Heading ids are those of the rendered page (the same slugger in the same order).
 */
export function readBody(source: string, extension: 'md' | 'mdx' = 'md'): Body {
  const body: Body = {
    tree: undefined,
    passages: [],
    headings: [],
    links: [],
    pictures: [],
    footnotes: [],
    imports: [],
  };
  let tree: Root;
  try {
    const parse = extension === 'mdx' ? mdxToMdast : markdownToMdast;
    tree = parse(source, { features: parserFeatures }) as Root;
  } catch (error) {
    // The compiler says "4:13: Could not …" or "Expected … (9:1)".
    const line = Number(/(?:^|\()(\d+):\d+/.exec(error instanceof Error ? error.message : '')?.[1] ?? 1);
    const quoted = (source.split('\n')[line - 1] ?? '').trim().slice(0, 40);
    const target = `"${quoted}" can't be read as MDX; close each tag, and write \\{ or \\< for a character that is meant as text`;
    body.failure = { target, line };
    return body;
  }
  const deep = tooDeep(tree);
  if (deep !== undefined) {
    body.failure = {
      target: 'the text is nested too deeply (quotes in quotes, lists in lists); use fewer levels',
      line: deep,
    };
    return body;
  }
  body.tree = tree;

  const slugger = new Slugger();
  /** Addresses in link definitions, which pictures may use too. */
  const definitions: (Pointer & { name: string })[] = [];
  const pictured = new Set<string>();
  const alone = new Set<Nodes>();
  walk(tree, (node) => {
    const line = lineOf(node);
    if (node.type === 'paragraph' && node.children.every(isPictureOrSpace))
      for (const child of node.children) alone.add(child);
    if (node.type === 'heading' || node.type === 'paragraph' || node.type === 'tableCell')
      body.passages.push(passage(node, line));
    switch (node.type) {
      case 'heading': {
        const text = textOf(node).replace(/\s+/g, ' ');
        body.headings.push({ depth: node.depth, text, id: slugger.slug(text), line });
        break;
      }
      case 'link':
        // A linked picture has its own message, not the one about pictures within a paragraph.
        for (const child of node.children) alone.add(child);
        body.links.push({ target: node.url, line });
        break;
      case 'definition':
        definitions.push({ name: node.identifier, target: node.url, line });
        break;
      case 'image':
        body.pictures.push({
          target: node.url,
          alt: node.alt ?? '',
          credit: node.title ?? '',
          line,
          alone: alone.has(node),
          from: node.position?.start.offset ?? 0,
          to: node.position?.end.offset ?? 0,
        });
        break;
      case 'imageReference':
        pictured.add(node.identifier);
        break;
      case 'text':
        for (const match of node.value.matchAll(sourceNote))
          body.footnotes.push({ target: match[1] as string, line: line + lineEnds(node.value.slice(0, match.index)) });
        break;
      default: {
        const { type, value = '' } = node as { type: string; value?: string };
        if (type === 'mdxjsEsm')
          for (const [, path = ''] of value.matchAll(/from\s+['"](\.[^'"]+)['"]/g))
            body.imports.push({ target: path, line });
      }
    }
  });
  for (const { name, target, line } of definitions) if (!pictured.has(name)) body.links.push({ target, line });
  return body;
}

const notesIn = new Map<string, readonly string[]>();

/** Keys of the sources that a text's footnotes name. Each text is parsed once for all pages. */
export function sourceNotesIn(source: string): readonly string[] {
  let keys = notesIn.get(source);
  if (!keys) {
    keys = source.includes('[^') ? [...new Set(readBody(source).footnotes.map(({ target }) => target))] : [];
    notesIn.set(source, keys);
  }
  return keys;
}

export const lineOf = (node: Nodes): number => node.position?.start.line ?? 1;

export const lineEnds = (text: string): number => text.split('\n').length - 1;

const isPictureOrSpace = (node: Nodes): boolean =>
  node.type === 'image' || node.type === 'break' || (node.type === 'text' && node.value.trim() === '');

export const childrenOf = (node: Nodes): Nodes[] => (node as Partial<Parents>).children ?? [];

/**
 * Visits a node and its descendants in order. Without recursion, because a text can be nested too deeply for the stack.
 */
export function walk(root: Nodes, visit: (node: Nodes) => void): void {
  const waiting: Nodes[] = [root];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    visit(node);
    // Not push(...): a node can have more children than a call can have arguments.
    for (const child of childrenOf(node).toReversed()) waiting.push(child);
  }
}

/** The line on which a text is nested too deeply, or undefined. */
function tooDeep(root: Nodes): number | undefined {
  const waiting: { node: Nodes; depth: number }[] = [{ node: root, depth: 0 }];
  for (let item = waiting.pop(); item; item = waiting.pop()) {
    const { node, depth } = item;
    if (depth > maxDepth) return lineOf(node);
    for (const child of childrenOf(node)) waiting.push({ node: child, depth: depth + 1 });
  }
  return undefined;
}

/** The text of a node without its markup, as in a heading. */
export function textOf(node: Nodes): string {
  if ('value' in node) return node.type === 'html' ? '' : node.value;
  if (node.type === 'image') return node.alt ?? '';
  return childrenOf(node).map(textOf).join('');
}

/**
 * A footnote without a definition. Its key has no brackets, or each `[^` would start a search to the end of the text.
 */
export const sourceNote = /\[\^([^\][]+)\]/g;

function passage(node: Extract<Nodes, { type: Passage['type'] }>, line: number): Passage {
  const links: string[] = [];
  walk(node, (inner) => {
    if (inner.type === 'link') links.push(inner.url);
  });
  const text = wordsOf(node);
  return {
    type: node.type,
    line,
    text: text.replace(sourceNote, ''),
    notes: [...text.matchAll(sourceNote)].map(([, key]) => key as string),
    links,
  };
}

/** The words of a node, without code, HTML and bare addresses. */
function wordsOf(node: Nodes): string {
  if (node.type === 'text') return node.value;
  if (node.type === 'image') return node.alt ?? '';
  if (node.type === 'break') return '\n';
  const words = childrenOf(node).map(wordsOf).join('');
  return node.type === 'link' && node.url.endsWith(words) ? '' : words;
}
