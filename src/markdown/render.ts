/**
 * Markdown to HTML for a page in one language: links in that language, notes citing sources, tables that scroll, and no
 * `style` attribute, which the security policy forbids.
 */
import Slugger from 'github-slugger';
import { defineHastPlugin, markdownToHtml } from 'satteri';
import { typeset } from '../i18n/typography.ts';
import { parserFeatures } from '../model/body.ts';
import type { Sources } from '../model/schema/sources.ts';
import { sideNotes } from './side-notes.ts';
import { escapeSingleTildes } from './single-tildes.ts';
import { withSourceNotes } from './source-notes.ts';

export interface RenderOptions {
  /** The language of the text, for typography. */
  lang: string;
  sources: Sources;
  /** Returns the link to an address of the site, in the page's language. */
  link: (address: string) => string;
  /** The HTML of a picture's figure; undefined leaves the image as it is. */
  picture?: (target: string, alt: string, credit: string) => string | undefined;
  footnotes: {
    title: string;
    /** Label of the link back to the text. @param reference "1", or "1-2" for the second mention */
    back: (reference: string) => string;
    /** A month or a day, formatted in the text's language. */
    published: (date: string) => string;
  };
}

/** Renders a text. The same input always gives the same bytes. */
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
      sideNotes(),
      noRawHtml,
      // After noRawHtml, because figures are raw HTML.
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
        // The heading of the footnotes already has an id.
        if (node.properties['id'] !== undefined) {
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
        const href = node.properties['href'];
        if (typeof href === 'string' && href.startsWith('/')) context.setProperty(node, 'href', link(href));
        // true gives the bare attribute; some validators reject data-footnote-backref="".
        if (node.properties['dataFootnoteBackref'] === '') context.setProperty(node, 'dataFootnoteBackref', true);
      },
    },
  });

type Image = { properties?: Record<string, unknown> };

function figureFor(picture: RenderOptions['picture'], { properties = {} }: Image): string | undefined {
  const text = (name: string) => (typeof properties[name] === 'string' ? properties[name] : '');
  return picture?.(text('src'), text('alt'), text('title'));
}

/** A paragraph can't contain a figure, so figures replace a paragraph that has nothing but pictures. */
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

/** Pictures outside paragraphs, as in tight lists. */
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

/** A table wider than the page scrolls on its own, by keyboard too (WCAG 2.1.1, 1.4.10). */
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
      const align = /(left|right|center)/.exec([node.properties['style'], node.properties['align']].join(' '))?.[1];
      if (align === undefined) return;
      context.setProperty(node, 'style', null);
      context.setProperty(node, 'align', null);
      context.setProperty(node, 'className', [`align-${align}`]);
    },
  },
});

/**
 * Typesets part of a sentence. A letter replaces the link or emphasis next to it, so that the rules see a word
 * there.
 */
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
      if ('tagName' in parent && parent.tagName === 'code') return;
      const index = context.indexOf(node) ?? 0;
      const last = parent.children.length - 1;
      const set = typesetPart(lang, node.value, index > 0, index < last);
      if (set !== node.value) context.replaceNode(node, { type: 'text', value: set });
    },
  });

/** Removes editors' comments; the check reports all other HTML in Markdown. */
const noRawHtml = defineHastPlugin({
  name: 'no-raw-html',
  raw(node, context) {
    context.removeNode(node);
  },
});
