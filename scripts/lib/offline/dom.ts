import render from 'dom-serializer';
import { DomUtils, parseDocument } from 'htmlparser2';

export type Document = ReturnType<typeof parseDocument>;
export type Element = NonNullable<ReturnType<typeof DomUtils.findOne>>;

export const parseHtml = (html: string): Document => parseDocument(html);

export const writeHtml = (node: Document | Element): string => render(node, { encodeEntities: 'utf8' });

/** The elements of a document that a function accepts, parents first. */
export const elementsOf = (document: Document, accepts: (element: Element) => boolean = () => true): Element[] =>
  DomUtils.findAll(accepts, document.children);

/** Does an element have a class? */
export const hasClass = ({ attribs }: Element, name: string): boolean =>
  (attribs['class'] ?? '').split(' ').includes(name);

/** An element's parent, unless that is the document. */
export const parentOf = ({ parent }: Element): Element | undefined =>
  parent && 'attribs' in parent ? parent : undefined;

/** Replaces an element with other nodes. */
export function replaceBy(element: Element, nodes: Document['children']): void {
  for (const node of nodes) DomUtils.prepend(element, node);
  DomUtils.removeElement(element);
}

/** Replaces the content of an element. */
export function setContent(element: Element, html: string): void {
  for (const node of [...element.children]) DomUtils.removeElement(node);
  for (const node of [...parseHtml(html).children]) DomUtils.appendChild(element, node);
}
