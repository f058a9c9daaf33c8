/** Compares two builds of a site: pages added, changed and removed, and their weight. */
import { parseHTML } from 'linkedom';
import { compare } from '../../../src/model/problem.ts';
import { sizeBudget, loadedFiles, cachedCompressedSize } from '../page-size.ts';
import type { Facts, PageName, PullProblem, Size } from './comparison.ts';
import type { Site } from './built-site.ts';

/** Pages that became heavier are reported above this share of their budget; pages over budget always are. */
const near = 0.95;
/** In bytes. Smaller changes in a page's weight are ignored. */
const noticeable = 50;

type Comparison = Omit<Facts, 'pull' | 'problems' | 'oldProblems'>;

interface Page extends PageName {
  /** The visible words and those for screen readers, in order. */
  words: string[];
  /** HTML of the page's own content, without generated names. */
  form: string;
  /** HTML of header, menu and footer. */
  frame: string;
}

/** Compares two sites. Either is undefined if it could not be built. */
export function compareSites(before: Site | undefined, after: Site | undefined): Comparison {
  const facts: Comparison = {
    before: null,
    after: null,
    added: [],
    removed: [],
    changed: [],
    redrawn: [],
    framed: 0,
    weights: [],
    budgets: [],
  };
  // Most files are the same in both sites, so each text is compressed only once.
  const compressedSize = cachedCompressedSize();
  const then = before && weightsOf(before, compressedSize);
  const now = after && weightsOf(after, compressedSize);
  if (before && then) facts.before = sizeOf(before, then);
  if (after && now) {
    facts.after = sizeOf(after, now);
    facts.budgets = nearLimits(after, now, then);
  }
  if (!before || !after || !then || !now) return facts;

  for (const [address, html] of inOrder(after.pages)) {
    const old = before.pages.get(address);
    if (old === html) continue;
    const page = readPage(address, html);
    if (old === undefined) facts.added.push(nameOf(page));
    else sortChange(facts, readPage(address, old), page);
  }
  for (const [address, html] of inOrder(before.pages)) {
    if (after.pages.has(address)) continue;
    const leadsTo = after.redirects.get(address);
    facts.removed.push({ ...nameOf(readPage(address, html)), ...(leadsTo === undefined ? {} : { leadsTo }) });
  }
  facts.weights = [...now]
    .map(([address, weight]) => ({ address, before: then.get(address) ?? weight, after: weight }))
    .filter((page) => Math.abs(page.after - page.before) >= noticeable)
    .sort((a, b) => Math.abs(b.after - b.before) - Math.abs(a.after - a.before) || compare(a.address, b.address));
  return facts;
}

/** Sorted by address without language, so that a page's translations are together. */
function inOrder(pages: Site['pages']): [string, string][] {
  const bare = ([address, html]: [string, string]) => {
    const lang = languageOf(html);
    return lang && address.startsWith(`/${lang}/`) ? address.slice(lang.length + 1) : address;
  };
  return [...pages].sort((a, b) => compare(bare(a), bare(b)) || compare(a[0], b[0]));
}

const languageOf = (html: string): string | undefined => /<html[^>]*\blang="?([\w-]+)/.exec(html)?.[1];

/** Adds a page with different HTML to the right list. */
function sortChange(facts: Comparison, old: Page, page: Page): void {
  if (old.words.join(' ') !== page.words.join(' ') || old.title !== page.title) {
    facts.changed.push({
      ...nameOf(page),
      came: surplus(page.words, old.words),
      went: surplus(old.words, page.words),
      ...(old.title === page.title ? {} : { titleBefore: old.title }),
    });
  } else if (old.form !== page.form) facts.redrawn.push(nameOf(page));
  else if (old.frame !== page.frame) facts.framed += 1;
}

const nameOf = ({ address, lang, title }: Page): PageName => ({ address, lang, title });

/** How many words of one list the other lacks, counting repetitions. */
function surplus(words: readonly string[], others: readonly string[]): number {
  const left = new Map<string, number>();
  for (const word of others) left.set(word, (left.get(word) ?? 0) + 1);
  let more = 0;
  for (const word of words) {
    const there = left.get(word) ?? 0;
    if (there > 0) left.set(word, there - 1);
    else more += 1;
  }
  return more;
}

/** Parses a page, without its styles, scripts and structured data. */
function readPage(address: string, html: string): Page {
  const { document } = parseHTML(html);
  for (const element of document.querySelectorAll('script,style')) element.remove();
  const main = document.querySelector('main');
  const own: Element = main ?? document.body;
  const summary = document.querySelector('meta[name=description]')?.getAttribute('content') ?? '';
  const title = (own.querySelector('h1')?.textContent ?? document.title).replace(/\s+/g, ' ').trim();
  const words = [document.title, summary, textOf(own)].join(' ').split(/\s+/).filter(Boolean);
  const form = withoutBuiltNames(own.innerHTML);
  main?.remove();
  const frame = main ? withoutBuiltNames(document.body.innerHTML) : '';
  return { address, lang: document.documentElement.lang, title: title || address, words, form, frame };
}

/** Elements that may be within a word. */
const inline = new Set(['a', 'abbr', 'b', 'cite', 'em', 'i', 'q', 's', 'span', 'strong', 'sub', 'sup', 'time', 'u']);

/** The text of a node, including alternative texts and labels. */
function textOf(node: Node): string {
  if (node.nodeType === node.TEXT_NODE) return node.textContent ?? '';
  const text = [...node.childNodes].map(textOf).join('');
  if (node.nodeType !== node.ELEMENT_NODE) return text;
  const element = node as Element;
  const label = element.getAttribute('alt') ?? element.getAttribute('aria-label');
  if (label !== null) return ` ${label} ${text} `;
  return inline.has(element.localName) ? text : ` ${text} `;
}

/**
 * HTML without the hashes in names of scripts, styles and fonts and in component classes, which change on every page as
 * soon as one style changes. Names of pictures stay, because they change with the picture.
 */
const withoutBuiltNames = (html: string): string =>
  html
    .replace(/[.-][\w-]{8,}(\.(?:js|css|woff2)\b)/g, '$1')
    .replace(/\s?\bdata-astro-cid-\w+(?:="")?|\bastro-[a-z0-9]{8}\b/g, '');

/** The weight of each page with the files that it loads, by address. */
function weightsOf({ pages, read }: Site, compressedSize: (text: string) => number): Map<string, number> {
  return new Map(
    [...pages].map(([address, html]) => {
      const files = loadedFiles(html, parseHTML(html).document);
      return [
        address,
        files.reduce((sum, file) => sum + compressedSize(read(file)?.toString('utf8') ?? ''), compressedSize(html)),
      ];
    }),
  );
}

const sizeOf = ({ pages, files, bytes }: Site, weights: ReadonlyMap<string, number>): Size => ({
  pages: pages.size,
  weight: [...weights.values()].reduce((sum, weight) => sum + weight, 0),
  files,
  bytes,
});

function nearLimits(
  { pages }: Site,
  weights: ReadonlyMap<string, number>,
  before: ReadonlyMap<string, number> | undefined,
): Facts['budgets'] {
  // The default language has no prefix in addresses.
  const languages = new Set<string>();
  for (const [address, html] of pages) {
    const lang = languageOf(html);
    if (lang && address.startsWith(`/${lang}/`)) languages.add(lang);
  }
  return [...weights]
    .map(([address, weight]) => ({ address, weight, budget: sizeBudget(address, [...languages]) }))
    .filter(
      ({ address, weight, budget }) =>
        weight > budget || (weight > budget * near && weight >= (before?.get(address) ?? 0) + noticeable),
    )
    .sort((a, b) => b.weight / b.budget - a.weight / a.budget || compare(a.address, b.address));
}

/**
 * The problems that a change adds. A problem that only moved to another line isn't new.
 * @returns the new ones, and the number of the others
 */
export function newProblems(
  before: readonly PullProblem[],
  after: readonly PullProblem[],
): { problems: PullProblem[]; oldProblems: number } {
  const key = ({ file, field, message, severity }: PullProblem) => JSON.stringify([file, field, message, severity]);
  const left = new Map<string, number>();
  for (const problem of before) left.set(key(problem), (left.get(key(problem)) ?? 0) + 1);
  const problems = after.filter((problem) => {
    const there = left.get(key(problem)) ?? 0;
    if (there > 0) left.set(key(problem), there - 1);
    return there === 0;
  });
  return { problems, oldProblems: after.length - problems.length };
}
