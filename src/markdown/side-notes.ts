import { defineHastPlugin, type HastNode } from 'satteri';

/**
 * Repeats each footnote where the text first refers to it. Wide screens show it beside the text, narrow ones hide it. It is
 * plain text and hidden from assistive technology, because the number next to it links to the note itself.
 */
export function sideNotes() {
  const notes = new Map<string, string>();
  return defineHastPlugin({
    name: 'side-notes',
    // The notes come last in the document, so they are read before the document is changed.
    before(root) {
      const section = root.children.find((node) => node.type === 'element' && 'dataFootnotes' in node.properties);
      for (const node of elementsIn(section))
        if (node.tagName === 'li' && typeof node.properties['id'] === 'string')
          notes.set(`#${node.properties['id']}`, textOf(node).trim());
    },
    element: {
      filter: ['sup'],
      visit(node, context) {
        const [link] = node.children;
        if (link?.type !== 'element' || !('dataFootnoteRef' in link.properties)) return;
        const href = String(link.properties['href']);
        const note = notes.get(href);
        if (note === undefined) return;
        notes.delete(href);
        context.insertAfter(node, {
          type: 'element',
          tagName: 'span',
          properties: { className: ['side-note'], ariaHidden: 'true' },
          children: [{ type: 'text', value: `${context.textContent(node)} ${note}` }],
        });
      },
    },
  });
}

type Element = Extract<HastNode, { type: 'element' }>;

function* elementsIn(node: HastNode | undefined): Generator<Element> {
  if (node?.type !== 'element') return;
  yield node;
  for (const child of node.children) yield* elementsIn(child);
}

/** The text of a note, without the links back to where it is cited. */
function textOf(node: HastNode): string {
  if (node.type === 'text') return node.value;
  if (node.type !== 'element' || 'dataFootnoteBackref' in node.properties) return '';
  return node.children.map(textOf).join('');
}
