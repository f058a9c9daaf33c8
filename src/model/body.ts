import Slugger from 'github-slugger';
import type { Nodes, Parents, Root } from 'mdast';
import { markdownToMdast, mdxToMdast } from 'satteri';

/** Something in a text that points somewhere, with its line in the body. */
export interface Pointer {
  target: string;
  line: number;
}

/** A heading, a paragraph or a cell of a table: the words of it, and what they point at. */
export interface Passage {
  type: 'heading' | 'paragraph' | 'tableCell';
  line: number;
  /** Without marks, code and addresses; a line end in the file is a line end here. */
  text: string;
  /** Keys of the sources that its footnotes name. */
  notes: string[];
  links: string[];
}

/** A picture as a text calls it: `![alt](target "credit")`. */
export interface PictureCall extends Pointer {
  alt: string;
  credit: string;
  /** Is its paragraph its own? Only then it can be a figure. */
  alone: boolean;
  /** Where it begins and ends in the body. */
  from: number;
  to: number;
}

/** What the rules and the search want to know of a Markdown text. */
export interface Body {
  /** The whole text in its order. */
  passages: Passage[];
  headings: { depth: number; text: string; id: string; line: number }[];
  links: Pointer[];
  /** Links without words. */
  wordless: Pointer[];
  /** What was meant to be a link or a heading, and isn't. */
  almostLinks: Pointer[];
  almostHeadings: Pointer[];
  pictures: PictureCall[];
  /** What was meant to be a picture and isn't, pictures whose address stands elsewhere, and pictures written as tags. */
  almostPictures: Pointer[];
  distantPictures: Pointer[];
  pictureTags: Pointer[];
  /** Footnotes that have no definition in the text: they must be sources. */
  footnotes: Pointer[];
  /** Free notes that nothing refers to, and names that two notes have. */
  unusedNotes: Pointer[];
  doubledNotes: Pointer[];
  /** Raw HTML. */
  html: Pointer[];
  /** Files that an MDX text imports, and components that it doesn't. */
  imports: Pointer[];
  strangers: Pointer[];
  /** Why the text can't be read at all. */
  failure?: Pointer;
}

/** Quotes in quotes, lists in lists: more than this is a slip, and nothing that a page could show. */
const deepest = 40;

/**
 * Reads a Markdown or MDX text. Lines count from 1 at the beginning of the body.
 * Heading ids are those that the rendered page has (the same slugger in the same order).
 */
export function readBody(source: string, extension: 'md' | 'mdx' = 'md'): Body {
  const body: Body = {
    passages: [],
    headings: [],
    links: [],
    wordless: [],
    almostLinks: [],
    almostHeadings: [],
    pictures: [],
    almostPictures: [],
    distantPictures: [],
    pictureTags: [],
    footnotes: [],
    unusedNotes: [],
    doubledNotes: [],
    html: [],
    imports: [],
    strangers: [],
  };
  let tree: Root;
  try {
    tree = (extension === 'mdx' ? mdxToMdast(source) : markdownToMdast(source)) as Root;
  } catch (error) {
    // "4:13: Could not …" and "Expected … (9:1)": the compiler has two ways to say where.
    const line = Number(/(?:^|\()(\d+):\d+/.exec(error instanceof Error ? error.message : '')?.[1] ?? 1);
    const quoted = (source.split('\n')[line - 1] ?? '').trim().slice(0, 40);
    const target = `"${quoted}" can't be read as MDX; close each tag, and write \\{ or \\< where a sign is meant as text`;
    body.failure = { target, line };
    return body;
  }
  const deep = tooDeep(tree);
  if (deep !== undefined) {
    body.failure = { target: 'the text nests too deep (quotes in quotes, lists in lists); make it flat', line: deep };
    return body;
  }

  const slugger = new Slugger();
  const imported = new Set<string>();
  const referred = new Set<string>();
  const defined = new Map<string, number>();
  /** Addresses that stand apart, and the names by which pictures refer to some of them. */
  const addresses: (Pointer & { name: string })[] = [];
  const pictured = new Set<string>();
  const alone = new Set<Nodes>();
  walk(tree, (node) => {
    const line = node.position?.start.line ?? 1;
    readMdx(node, line);
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
        if (textOf(node).trim() === '') body.wordless.push({ target: node.url, line });
        body.links.push({ target: node.url, line });
        break;
      case 'definition':
        addresses.push({ name: node.identifier, target: node.url, line });
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
        body.distantPictures.push({ target: node.alt ?? '', line });
        pictured.add(node.identifier);
        break;
      case 'footnoteReference':
        referred.add(node.identifier);
        break;
      case 'footnoteDefinition':
        if (defined.has(node.identifier)) body.doubledNotes.push({ target: node.identifier, line });
        defined.set(node.identifier, line);
        break;
      case 'html':
        body.html.push({ target: node.value, line });
        break;
      case 'text':
        readText(node.value, line);
        break;
    }
  });
  for (const { name, target, line } of addresses) if (!pictured.has(name)) body.links.push({ target, line });
  body.strangers = body.strangers.filter(({ target }) => !imported.has(target.split('.')[0] as string));
  for (const [name, line] of defined) if (!referred.has(name)) body.unusedNotes.push({ target: name, line });
  return body;

  /** MDX has kinds of nodes of its own, which mdast's types don't know. */
  function readMdx(node: Nodes, line: number) {
    const { type, name, value = '' } = node as { type: string; name?: string | null; value?: string };
    if (type.startsWith('mdxJsx') && name && /^(img|picture|source|image)$/.test(name))
      body.pictureTags.push({ target: `<${name}>`, line });
    if (type.startsWith('mdxJsx') && name && /^\p{Lu}/u.test(name)) body.strangers.push({ target: name, line });
    if (type !== 'mdxjsEsm') return;
    for (const [word] of value.matchAll(/[\p{L}_$][\p{L}\p{N}_$]*/gu)) imported.add(word);
    for (const [, path = ''] of value.matchAll(/from\s+['"](\.[^'"]+)['"]/g)) body.imports.push({ target: path, line });
  }

  /** What the parser leaves in the text because something is missing: a definition, an address, a space. */
  function readText(text: string, line: number) {
    const find = (pattern: RegExp, into: Pointer[]) => {
      let at = line;
      let before = 0;
      for (const match of text.matchAll(pattern)) {
        at += text.slice(before, match.index).split('\n').length - 1;
        before = match.index;
        into.push({ target: match[1] ?? match[0], line: at });
      }
    };
    find(sourceNote, body.footnotes);
    // No pattern here may begin anew at each bracket and look on to the end of the text.
    find(/!\[[^\][]*\] ?\(([^()]*)\)/g, body.almostPictures);
    find(/(?<!!)\[[^\]^[]+\](?:\[[^\]]*\]| \((?:\/|https?:)[^)\s]*\))/g, body.almostLinks);
    find(/^#{2,6}[^#\s].*$/gm, body.almostHeadings);
  }
}

const notesIn = new Map<string, readonly string[]>();

/** The keys of the sources that a text's footnotes name. Each text is read once, however many pages ask. */
export function sourceNotesIn(source: string): readonly string[] {
  let keys = notesIn.get(source);
  if (!keys) {
    keys = source.includes('[^') ? [...new Set(readBody(source).footnotes.map(({ target }) => target))] : [];
    notesIn.set(source, keys);
  }
  return keys;
}

const isPictureOrSpace = (node: Nodes): boolean =>
  node.type === 'image' || node.type === 'break' || (node.type === 'text' && node.value.trim() === '');

/** Visits a tree from its beginning to its end; without recursion, for a text may nest deeper than a program's stack. */
function walk(root: Nodes, visit: (node: Nodes) => void): void {
  const waiting: Nodes[] = [root];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    visit(node);
    waiting.push(...((node as Parents).children ?? []).toReversed());
  }
}

/** The line on which a text nests too deep, or undefined. */
function tooDeep(root: Nodes): number | undefined {
  const waiting: { node: Nodes; depth: number }[] = [{ node: root, depth: 0 }];
  for (let item = waiting.pop(); item; item = waiting.pop()) {
    const { node, depth } = item;
    if (depth > deepest) return node.position?.start.line ?? 1;
    for (const child of (node as Parents).children ?? []) waiting.push({ node: child, depth: depth + 1 });
  }
  return undefined;
}

/** The text of a node without its marks, as it stands in a heading. */
function textOf(node: Nodes): string {
  if ('value' in node) return node.type === 'html' ? '' : node.value;
  if (node.type === 'image') return node.alt ?? '';
  return ((node as Parents).children ?? []).map(textOf).join('');
}

/** No bracket within: from each that opens the search would go on to the end of the text. */
const sourceNote = /\[\^([^\][]+)\]/g;

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

/** The words of a node: without code, HTML and addresses that stand as their own words. */
function wordsOf(node: Nodes): string {
  if (node.type === 'text') return node.value;
  if (node.type === 'image') return node.alt ?? '';
  if (node.type === 'break') return '\n';
  const words = ((node as Parents).children ?? []).map(wordsOf).join('');
  return node.type === 'link' && node.url.endsWith(words) ? '' : words;
}
