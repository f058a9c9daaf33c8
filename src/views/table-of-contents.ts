/** A heading of a text: its id, and its words as HTML. */
export interface Heading {
  id: string;
  html: string;
}

/** Texts with fewer headings need no table of contents. */
const minHeadings = 5;

/** The headings of a long text, from its HTML; none for a short one. */
export function contentsOf(html: string): Heading[] {
  // Doesn't match the heading of the notes, whose class comes before its id.
  const headings = [...html.matchAll(/<h2 id="([^"]+)">(.*?)<\/h2>/gs)].map(([, id = '', inside = '']) => ({
    id,
    html: inside.replaceAll(/<\/?a\b[^>]*>/g, ''),
  }));
  return headings.length < minHeadings ? [] : headings;
}
