/** A page of the built site, changed so that it works as a file: without scripts, a server or other websites. */
import { DomUtils } from 'htmlparser2';
import { escapeHtml } from '../../../src/escape-html.ts';
import {
  elementsOf,
  hasClass,
  parentOf,
  parseHtml,
  replaceBy,
  setContent,
  writeHtml,
  type Document,
  type Element,
} from './dom.ts';
import { relativePath, type Links } from './files.ts';
import type { StyleFiles } from './styles.ts';

/** Data shared by all pages of a copy. */
export interface Copy {
  /** The full address of the site. */
  address: string;
  /** Links to the files of the copy. */
  links: Links;
  styles: StyleFiles;
  /** Reads a file of the built site. */
  read: (file: string) => Buffer;
  /** The labels of the search, and of the index that replaces it, in a language. */
  words: (lang: string) => { search: readonly string[]; index: string };
}

/** A page of the copy. @param file its path from the site's folder */
export function copyPage(html: string, file: string, copy: Copy): string {
  const document = parseHtml(html);
  removeScripted(document);
  replaceSearch(document, file, copy);
  linkStyles(document, file, copy);
  inlineSymbols(document, file, copy);
  makeRelative(document, file, copy);
  return writeHtml(document);
}

/** Removes elements and attributes that need a script, a server or another website, or exist only for them. */
export function removeScripted(document: Document): void {
  for (const noscript of elementsOf(document, ({ name }) => name === 'noscript'))
    replaceBy(noscript, [...noscript.children]);
  for (const element of elementsOf(document, needsMore)) DomUtils.removeElement(element);
  for (const { attribs } of elementsOf(document))
    for (const name of Object.keys(attribs))
      if (/^(?:data-(?:load|search-open|pagefind-.+)|aria-keyshortcuts)$/.test(name))
        Reflect.deleteProperty(attribs, name);
}

function needsMore(element: Element): boolean {
  const { name, attribs } = element;
  switch (name) {
    case 'script':
      return attribs['type'] !== 'application/ld+json';
    case 'button':
      // The menu's button works without scripts.
      return attribs['popovertarget'] === undefined;
    case 'link':
      return /^(?:preload|modulepreload|prefetch|preconnect|dns-prefetch|manifest|search|apple-touch-icon)$/.test(
        attribs['rel'] ?? '',
      );
    case 'meta':
      return /^(?:og:|twitter:)/.test(attribs['property'] ?? attribs['name'] ?? '');
    default:
      return (
        ['form', 'dialog', 'search', 'iframe'].includes(name) ||
        hasClass(element, 'theme') ||
        hasClass(element, 'my-list-link')
      );
  }
}

/** The search page, with or without a language folder. */
const searchPage = /^(?:[^/]+\/)?search\/index\.html$/;

/** Turns the search page, and the links to it, into the index. */
function replaceSearch(document: Document, file: string, { links, words }: Copy): void {
  const lang = elementsOf(document, ({ name }) => name === 'html')[0]?.attribs['lang'] ?? '';
  const { search, index } = words(lang);
  const isSearchPage = searchPage.test(file);
  for (const element of elementsOf(document)) {
    const { name, attribs } = element;
    const text = DomUtils.textContent(element.children);
    const isLink = name === 'a' && searchPage.test(links.target(file, attribs['href'] ?? '') ?? '');
    const isTitle = isSearchPage && (name === 'h1' || attribs['aria-current'] !== undefined);
    if ((isLink || isTitle) && search.includes(text.trim())) setContent(element, escapeHtml(index));
    if (!isSearchPage) continue;
    const found = search.find((called) => text.startsWith(called));
    if (name === 'title' && found !== undefined) setContent(element, escapeHtml(index + text.slice(found.length)));
    // These describe the search, which the copy doesn't have.
    if (hasClass(element, 'lead') || (name === 'meta' && attribs['name'] === 'description'))
      DomUtils.removeElement(element);
  }
}

/** Each `<style>`, and each stylesheet of the site, becomes a link to one of the copy's stylesheets. */
function linkStyles(document: Document, file: string, { styles }: Copy): void {
  for (const element of elementsOf(document)) {
    const { name, attribs, children } = element;
    const isLink = name === 'link' && attribs['rel'] === 'stylesheet';
    if (name !== 'style' && !isLink) continue;
    const path = isLink
      ? styles.addLinked(attribs['href'] ?? '', file)
      : styles.add(DomUtils.textContent(children), file);
    if (path === undefined) continue;
    const { media } = attribs;
    element.name = 'link';
    element.attribs = { rel: 'stylesheet', href: relativePath(file, path), ...(media !== undefined && { media }) };
    element.children = [];
  }
}

/** Drawings that `<use>` takes from another file move into the page: browsers don't load them without a server. */
function inlineSymbols(document: Document, file: string, { links, read }: Copy): void {
  const used = new Set<string>();
  for (const { attribs } of elementsOf(document, ({ name }) => name === 'use')) {
    const name = attribs['href'] === undefined ? 'xlink:href' : 'href';
    const [path = '', id] = (attribs[name] ?? '').split('#');
    const target = path === '' ? undefined : links.target(file, path);
    if (target === undefined) continue;
    attribs[name] = `#${id}`;
    used.add(target);
  }
  const body = elementsOf(document, ({ name }) => name === 'body')[0];
  for (const source of used) {
    const svg = elementsOf(parseHtml(read(source).toString()), ({ name }) => name === 'svg')[0];
    if (!svg || !body) continue;
    Object.assign(svg.attribs, { width: '0', height: '0', 'aria-hidden': 'true' });
    DomUtils.appendChild(body, svg);
  }
}

/** Links to the site become relative; links to anything that the copy lacks become text. */
function makeRelative(document: Document, file: string, { links, address }: Copy): void {
  /** An address in the copy; undefined for a file that it lacks. */
  const inCopy = (href: string) => {
    if (links.isOwn(file, href)) return links.relative(file, href);
    // With a base path, this may be outside the site.
    return href.startsWith('/') ? new URL(href, address).href : href;
  };
  for (const element of elementsOf(document)) {
    const { name, attribs } = element;
    if (name === 'link' && /^(?:canonical|stylesheet)$/.test(attribs['rel'] ?? '')) continue;
    for (const attribute of ['href', 'xlink:href', 'src', 'poster', 'data'])
      change(element, attribute, attribs[attribute] === undefined ? undefined : inCopy(attribs[attribute]));
    for (const attribute of ['srcset', 'imagesrcset']) {
      const sources = attribs[attribute]?.split(',').map((source) => source.trim().split(/\s+/));
      const changed = sources?.map(([href = '', ...size]) => [inCopy(href), ...size]);
      const found = changed?.filter(([href]) => href !== undefined).map((source) => source.join(' '));
      change(element, attribute, found && found.length > 0 ? found.join(', ') : undefined);
    }
    const [, delay, href] =
      /^(\d+;url=)(.*)$/.exec(attribs['http-equiv'] === 'refresh' ? (attribs['content'] ?? '') : '') ?? [];
    if (delay !== undefined && href !== undefined) {
      const to = inCopy(href);
      change(element, 'content', to === undefined ? undefined : delay + to);
    }
    if (name === 'a' && isSubscription(element)) unlink(element);
  }
}

/** Sets an existing attribute; without a value, removes the element, or replaces a link with its text. */
function change(element: Element, attribute: string, value: string | undefined): void {
  if (element.attribs[attribute] === undefined) return;
  if (value !== undefined) element.attribs[attribute] = value;
  else if (element.name === 'a') unlink(element);
  else DomUtils.removeElement(element);
}

/** Does a link ask a program or another website to subscribe to a calendar on the server? */
function isSubscription(element: Element): boolean {
  if (!/^[a-z]+:/.test(element.attribs['href'] ?? '')) return false;
  for (let parent = parentOf(element); parent; parent = parentOf(parent))
    if (hasClass(parent, 'calendar-links')) return true;
  return false;
}

/** Replaces a link with its text, or removes its list item if that contains nothing else. */
function unlink(link: Element): void {
  const parent = parentOf(link);
  if (parent?.name === 'li' && DomUtils.textContent(parent).trim() === DomUtils.textContent(link).trim())
    DomUtils.removeElement(parent);
  else replaceBy(link, [...link.children]);
}
