/**
 * Markdown to HTML as a page in one language shows it: links led into that language, footnotes to sources filled in,
 * tables that scroll instead of the page, no `style` attribute (the security policy forbids them).
 */
import Slugger from 'github-slugger';
import { defineHastPlugin, markdownToHtml } from 'satteri';
import { typeset } from '../i18n/typography.ts';
import { parserFeatures } from '../model/body.ts';
import type { Sources } from '../model/schema/sources.ts';
import { escapeSingleTildes } from './single-tildes.ts';
import { withSourceNotes } from './source-notes.ts';

export interface RenderOptions {
  /** The language of the text itself, for its typography. */
  lang: string;
  sources: Sources;
  /** Leads an address of the site into the page's language. */
  link: (address: string) => string;
  /** The figure of the picture that the text calls by `target`, as HTML; undefined leaves the address as it is. */
  picture?: (target: string, alt: string, credit: string) => string | undefined;
  footnotes: {
    title: string;
    /** Label of the way back. @param reference "1", or "1-2" for the second mention */
    back: (reference: string) => string;
    /** A month or a day as the text's language writes it. */
    published: (date: string) => string;
  };
}

/** Renders a text. The same input gives the same bytes. */
export function renderMarkdown(body: string, options: RenderOptions): string {
  const source = withSourceNotes(escapeSingleTildes(body, 'md'), options.sources, options.footnotes.published);
  const { html } = markdownToHtml(source, {
    features: {
      ...parserFeatures,
      gfm: {
        footnotes: {
          label: options.footnotes.title,
          backLabel: (reference, again) => options.footnotes.back(again > 1 ? `${reference}-${again}` : `${reference}`),
          clobberPrefix: 'note-',
        },
      },
    },
    hastPlugins: [
      headingIds(),
      links(options.link),
      tables,
      typography(options.lang),
      noRawHtml,
      // After the rule against raw HTML, since figures are some.
      pictureParagraphs(options.picture),
      pictures(options.picture),
    ],
  });
  return html;
}

function headingIds() {
  const slugger = new Slugger();
  return defineHastPlugin({
    name: 'heading-ids',
    element: {
      filter: ['h2', 'h3', 'h4', 'h5', 'h6'],
      visit(node, context) {
        // The heading of the footnotes has an id already; its style class is ours.
        if (node.properties?.['id'] !== undefined) {
          context.setProperty(node, 'className', ['notes-title']);
          return;
        }
        context.setProperty(node, 'id', slugger.slug(context.textContent(node)));
      },
    },
  });
}

const links = (link: RenderOptions['link']) =>
  defineHastPlugin({
    name: 'links',
    element: {
      filter: ['a'],
      visit(node, context) {
        const href = node.properties?.['href'];
        if (typeof href === 'string' && href.startsWith('/')) context.setProperty(node, 'href', link(href));
        // An empty string would be written as data-footnote-backref="", which some validators dislike; true is the bare attribute.
        if (node.properties?.['dataFootnoteBackref'] === '') context.setProperty(node, 'dataFootnoteBackref', true);
      },
    },
  });

type Image = { properties?: Record<string, unknown> };

function figureFor(picture: RenderOptions['picture'], { properties = {} }: Image): string | undefined {
  const text = (name: string) => (typeof properties[name] === 'string' ? properties[name] : '');
  return picture?.(text('src'), text('alt'), text('title'));
}

/** A figure is no part of a paragraph: it takes the place of the one that holds nothing else. */
const pictureParagraphs = (picture: RenderOptions['picture']) =>
  defineHastPlugin({
    name: 'picture-paragraphs',
    element: {
      filter: ['p'],
      visit(node, context) {
        const inside = node.children.filter((child) => !(child.type === 'text' && child.value.trim() === ''));
        const figures = inside.map((child) =>
          child.type === 'element' && child.tagName === 'img' ? figureFor(picture, child) : undefined,
        );
        if (figures.length === 0 || figures.includes(undefined)) return;
        context.replaceNode(node, { type: 'raw', value: figures.join('\n') });
      },
    },
  });

/** Pictures that stand without a paragraph, as in a list. */
const pictures = (picture: RenderOptions['picture']) =>
  defineHastPlugin({
    name: 'pictures',
    element: {
      filter: ['img'],
      visit(node, context) {
        const figure = figureFor(picture, node);
        if (figure !== undefined) context.replaceNode(node, { type: 'raw', value: figure });
      },
    },
  });

/** A table scrolls by itself where it is wider than the page, by keyboard too (WCAG 2.1.1, 1.4.10). */
const tables = defineHastPlugin({
  name: 'tables',
  element: {
    filter: ['table', 'th', 'td'],
    visit(node, context) {
      if (node.tagName === 'table') {
        context.wrapNode(node, {
          type: 'element',
          tagName: 'div',
          properties: { className: ['scroll'], tabIndex: 0 },
          children: [],
        });
        return;
      }
      const align = /(left|right|center)/.exec(
        String(node.properties?.['style'] ?? node.properties?.['align'] ?? ''),
      )?.[1];
      if (align === undefined) return;
      context.setProperty(node, 'style', null);
      context.setProperty(node, 'align', null);
      context.setProperty(node, 'className', [`align-${align}`]);
    },
  },
});

/** A text that goes on in a link or an emphasis: a letter in its place lets the rules see that the sentence does. */
function typesetPart(lang: string, text: string, goesBefore: boolean, goesOn: boolean): string {
  const before = goesBefore && /^\s/.test(text) ? 'x' : '';
  const after = goesOn && /\s$/.test(text) ? 'x' : '';
  const set = typeset(lang, before + text + after);
  return set.slice(before.length, set.length - after.length);
}

const typography = (lang: string) =>
  defineHastPlugin({
    name: 'typography',
    text(node, context) {
      const parent = context.parent(node);
      if (parent && 'tagName' in parent && parent.tagName === 'code') return;
      const index = context.indexOf(node) ?? 0;
      const last = (parent?.children.length ?? 1) - 1;
      const set = typesetPart(lang, node.value, index > 0, index < last);
      if (set !== node.value) context.replaceNode(node, { type: 'text', value: set });
    },
  });

/** The check refuses HTML in Markdown but for comments, and an editor's comments aren't for readers. */
const noRawHtml = defineHastPlugin({
  name: 'no-raw-html',
  raw(node, context) {
    context.removeNode(node);
  },
});
