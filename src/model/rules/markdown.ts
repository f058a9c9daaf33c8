/** Reports text that Markdown drops, reinterprets or leaves raw, although something else was meant. */
import type { Code, Nodes, Root, Table } from 'mdast';
import { type Body, childrenOf, lineOf, sourceNote, textOf, walk } from '../body.ts';
import { short, type RuleContext, type ReportLine } from './helpers/context.ts';
import { checkLists } from './helpers/lists.ts';
import { imageReference, pictureTag } from './pictures.ts';
import { checkUnparsedMarkdown } from './helpers/unparsed-markdown.ts';

export function checkMarkdown(context: RuleContext): void {
  for (const { file, body, translation, extension } of context.files)
    for (const { line, message } of markdownProblems(body, translation.body, extension))
      context.error(file, translation.bodyLine + line - 1, '', message);
}

/** The problems of one text, with their lines in the body. None if it can't be parsed, which is reported separately. */
export function markdownProblems(
  { tree }: Body,
  source: string,
  extension: 'md' | 'mdx',
): { line: number; message: string }[] {
  if (!tree) return [];
  const problems: { line: number; message: string }[] = [];
  const report: ReportLine = (line, message) => problems.push({ line, message });
  /** Cells of a row with too many cells, whose stray markup isn't reported separately. */
  const split = new Set<Nodes>();
  walk(tree, (node) => {
    if (node.type === 'table')
      for (const row of node.children)
        if (row.children.length > (node.children[0]?.children.length ?? 0))
          for (const cell of row.children) split.add(cell);
    if ((node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell') && !split.has(node))
      checkUnparsedMarkdown(node, source, report);
    block(node, source, report);
    inline(node, source, report);
    checkLists(node, source, report);
  });
  definitions(tree, report);
  if (extension === 'mdx') components(tree, report);
  return problems;
}

const rawOf = (node: Nodes, source: string): string =>
  source.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0);

function block(node: Nodes, source: string, report: ReportLine): void {
  const line = lineOf(node);
  const raw = rawOf(node, source);
  switch (node.type) {
    case 'heading':
      if (!raw.startsWith('#') && node.depth > 1)
        report(
          line,
          `the characters under "${short(textOf(node))}" make it a heading; put an empty line before them, or write ## ${short(textOf(node))}`,
        );
      if (hasFootnote(node))
        report(line, 'a footnote in a heading becomes part of its address; put it after a sentence of the text');
      break;
    case 'code':
      code(node, raw, line, report);
      break;
    case 'table':
      table(node, source, report);
      break;
    case 'blockquote':
      if (/^>\d/.test(raw)) report(line, `"${short(raw)}" becomes a quotation, losing its >; write \\> or "more than"`);
      break;
    case 'html':
      html(node.value, line, report);
      break;
  }
}

/** Code should be fenced; indented text has usually become code by accident. */
function code({ lang, meta }: Code, raw: string, line: number, report: ReportLine): void {
  const fence = /^\s*(`{3,}|~{3,})/.exec(raw)?.[1];
  if (fence === undefined)
    return report(
      line,
      'four spaces or a tab at the beginning of the line make this code; delete them, or put ``` above and below real code',
    );
  const last = raw
    .slice(raw.lastIndexOf('\n') + 1)
    .replace(/^[\s>]*/, '')
    .trimEnd();
  const isClosed = raw.includes('\n') && last.startsWith(fence) && last === (fence[0] as string).repeat(last.length);
  if (!isClosed)
    report(line, `the code that begins with ${fence} is not closed; put ${fence} on its own line below it`);
  const info = `${lang ?? ''} ${meta ?? ''}`.trim();
  if (!/^[\w+#.-]*$/.test(info)) report(line, `"${short(info)}" after ${fence} isn't shown; put it on the next line`);
}

function table({ children: rows }: Table, source: string, report: ReportLine): void {
  const columns = rows[0]?.children.length ?? 0;
  for (const row of rows) {
    const cells = row.children.length;
    const raw = rawOf(row, source);
    if (cells > columns)
      report(
        lineOf(row),
        `this row has ${cells} cells and the header ${columns}; add columns to the header, or write \\| for a | inside a cell, in code too`,
      );
    else if (!raw.includes('|'))
      report(lineOf(row), `"${short(raw)}" becomes a row of the table above; put an empty line between them`);
  }
}

/** Comments are for editors and aren't published; other HTML is an error. */
function html(value: string, line: number, report: ReportLine): void {
  if (/^<!--(?![\s\S]*-->)/.test(value))
    report(line, `the comment "${short(value)}" is opened with <!-- but not closed; close it with -->`);
  else if (/<!--(?:(?!-->)[\s\S])*<!--/.test(value))
    report(line, `the comment "${short(value)}" is opened twice, which hides the text between; close it with -->`);
  else if (/^<br\s*\/?>$/i.test(value))
    report(line, `HTML like ${value} isn't allowed; in Markdown, end the line with a backslash`);
  else if (value.replace(/<!--[\s\S]*?-->/g, '').trim() !== '')
    report(line, `"${short(value)}" is HTML, which isn't allowed; write Markdown, or \\< for the character itself`);
}

function inline(node: Nodes, source: string, report: ReportLine): void {
  const line = lineOf(node);
  const from = node.position?.start.offset ?? 0;
  const before = source[from - 1] ?? '';
  const after = source[node.position?.end.offset ?? 0] ?? '';
  const raw = rawOf(node, source);
  switch (node.type) {
    case 'link':
      if (textOf(node).trim() === '' && !childrenOf(node).some(({ type }) => type === 'image'))
        report(line, `the link to "${node.url}" has no words; write them between the square brackets`);
      if (hasFootnote(node))
        report(
          line,
          `a link can't contain a footnote; put it after the address: ${short(raw.replace(sourceNote, ''))}[^…]`,
        );
      if (childrenOf(node).some(({ type }) => type === 'image'))
        report(line, `a picture can't be a link; write the link in a paragraph below it: [words](${node.url})`);
      break;
    case 'image':
      if (/\[\^/.test(node.alt ?? ''))
        report(line, "an alternative text can't have a footnote; put the footnote after a sentence of the text");
      break;
    case 'imageReference':
      imageReference(node.identifier, node.alt ?? '', line, report);
      break;
    case 'emphasis':
      if (/\d/.test(before) && /^.\d/.test(raw))
        report(
          line,
          `the asterisks in "${short(before + raw + after)}" become emphasis and aren't shown; write × or \\*`,
        );
      break;
    case 'inlineCode':
      if (/\p{L}/u.test(before) && /\p{L}/u.test(after))
        report(line, `the backticks around "${short(node.value)}" make it code; write ’ for an apostrophe`);
      break;
    case 'text': {
      const entity = raw.includes('\\&')
        ? undefined
        : /&(?:#\d+|#x[\da-f]+|[a-z]\w{1,30});|&(?:nbsp|amp|lt|gt|quot|ndash|mdash|hellip)\b/i.exec(node.value)?.[0];
      if (entity !== undefined) report(line, `"${entity}" would be shown as text; write the character itself`);
      if (/[\u0000\ufffd]/.test(node.value) && !raw.includes('\ufffd'))
        report(line, `"${short(raw)}" is a character reference that doesn't exist; write the character itself`);
      break;
    }
  }
}

const hasFootnote = (node: Nodes): boolean => {
  let found = false;
  walk(node, (inner) => {
    if (inner.type === 'footnoteReference' || (inner.type === 'text' && inner.value.search(sourceNote) >= 0))
      found = true;
  });
  return found;
};

/** Reports footnotes and link definitions that aren't shown, because they are unused or repeated. */
function definitions(tree: Root, report: ReportLine): void {
  const defined = new Map<string, { line: number; isNote: boolean }>();
  /** The keys that the text refers to, and those that each note refers to, which only count if the note is shown. */
  const used = new Set<string>();
  const usedInNotes = new Map<string, string[]>();
  const waiting: { node: Nodes; note: string | undefined }[] = [{ node: tree, note: undefined }];
  for (let item = waiting.pop(); item; item = waiting.pop()) {
    const { node, note } = item;
    const reference = referenceOf(node);
    if (reference !== undefined && note === undefined) used.add(reference);
    else if (reference !== undefined) usedInNotes.set(note ?? '', [...(usedInNotes.get(note ?? '') ?? []), reference]);
    const isNote = node.type === 'footnoteDefinition';
    const key = isNote ? `^${node.identifier}` : node.type === 'definition' ? node.identifier : undefined;
    for (const child of childrenOf(node).toReversed()) waiting.push({ node: child, note: isNote ? key : note });
    if (key === undefined) continue;
    const line = lineOf(node);
    if (isNote && textOf(node).trim() === '')
      report(line, `the note [${key}] is empty; write it, or delete it and all references to it`);
    const first = defined.get(key);
    if (first)
      report(
        line,
        isNote
          ? `the note [${key}] is defined twice; rename one`
          : `the address [${key}]: is defined twice; rename or delete one`,
      );
    else defined.set(key, { line, isNote });
  }
  for (const key of used) for (const reference of usedInNotes.get(key) ?? []) used.add(reference);
  for (const [key, { line, isNote }] of defined)
    if (!used.has(key))
      report(
        line,
        isNote
          ? `nothing refers to the note [${key}]; refer to it or delete it`
          : `nothing refers to the address [${key}]:, so this line isn't shown; refer to it with [words][${key}], or delete it`,
      );
}

const referenceOf = (node: Nodes): string | undefined =>
  node.type === 'footnoteReference'
    ? `^${node.identifier}`
    : node.type === 'linkReference' || node.type === 'imageReference'
      ? node.identifier
      : undefined;

/**
 * Reports components and names that an MDX text uses without importing them, and tags that would publish a raw
 * picture.
 */
function components(tree: Root, report: ReportLine): void {
  const imported = new Set<string>();
  const used: [name: string, line: number][] = [];
  const names: [name: string, line: number][] = [];
  walk(tree, (node) => {
    const {
      type,
      name,
      value = '',
      attributes = [],
    } = node as {
      type: string;
      name?: string | null;
      value?: string;
      attributes?: { name?: string; value?: unknown }[];
    };
    if (type === 'mdxjsEsm') for (const [word] of value.matchAll(/[\p{L}_$][\p{L}\p{N}_$]*/gu)) imported.add(word);
    const [, root = ''] = /^mdx\w+Expression$/.test(type)
      ? (/^\s*([\p{L}_$][\p{L}\p{N}_$]*)\s*(?:[.?[(]|$)/u.exec(value) ?? [])
      : [];
    if (root !== '' && !givenNames.has(root) && !(root in globalThis)) names.push([root, lineOf(node)]);
    if (!type.startsWith('mdxJsx') || !name) return;
    if (/^(?:img|picture|source|image)$/.test(name)) pictureTag(`<${name}>`, lineOf(node), report);
    const href = name === 'a' ? attributes.find((attribute) => attribute.name === 'href')?.value : undefined;
    if (typeof href === 'string')
      report(
        lineOf(node),
        `a link in a tag isn't checked and doesn't follow the page's language; write it in Markdown: [words](${href})`,
      );
    if (/^\p{Lu}/u.test(name)) used.push([name, lineOf(node)]);
  });
  for (const [name, line] of used)
    if (!imported.has(name.split('.')[0] as string))
      report(line, `there is no component <${name}>; import it at the beginning of the text, or remove it`);
  for (const [name, line] of names)
    if (!imported.has(name))
      report(line, `"${name}" is not defined; import or define it at the top of the text, or write \\{ for a brace`);
}

/** Names in expressions that need no import: those provided by Astro, and keywords. */
const givenNames = new Set(
  'props components frontmatter file url true false null undefined this new typeof await async function void'.split(
    ' ',
  ),
);
