/** Parts of an SVG map whose positions scale with it, but whose text and marks don't. */
import { escapeHtml } from '../escape-html.ts';
import type { Frame, Point } from './frame.ts';
import type { Ground } from './base-map.ts';
import { lineHeight, type Placed } from './label-candidates.ts';

/** One drawing of a map: the base map, and the marks on it. */
export interface Panel {
  ground: Ground;
  /** Content of the SVG element above the base map. */
  marks: string;
}

const short = (value: number, places: number) => String(+value.toFixed(places));

/** A position as `x` and `y` attributes, in percent. */
export const place = ({ width, height }: Frame, [x, y]: Point): string =>
  `x="${short((100 * x) / width, 2)}%" y="${short((100 * y) / height, 2)}%"`;

/** A position in map widths, for label placement. */
export const inWidths = ({ width }: Frame, [x, y]: Point): Point => [x / width, y / width];

/** Content that doesn't scale, at a position that does. */
export const fixedSize = (frame: Frame, at: Point, className: string, content: string): string =>
  `<svg ${place(frame, at)} class="${className}">${content}</svg>`;

const em = (value: number) => (value === 0 ? '0' : `${short(value, 2)}em`);

/** A label's leader line. */
export const leaderOf = ({ leader }: Placed): string =>
  leader ? `<line x2="${em(leader[0])}" y2="${em(leader[1])}"/>` : '';

/** A label's text. @param attributes further attributes of the element */
export const textOf = ({ shift, size, anchor, text }: Placed, attributes = ''): string => {
  // An em in a text depends on that text's font size.
  const x = em(shift[0] / size);
  const [first = '', ...lines] = text.split('\n').map(escapeHtml);
  const rows = lines.map((line) => ` <tspan x="${x}" dy="${em(lineHeight)}">${line}</tspan>`);
  return `<text x="${x}" y="${em(shift[1] / size)}"${anchor === 'start' ? '' : ` text-anchor="${anchor}"`}${attributes}>${first}${rows.join('')}</text>`;
};

/** Lines that scale with the drawing. */
export const ways = ({ width, height }: Frame, content: string): string =>
  content && `<svg viewBox="0 0 ${width} ${height}" class="ways" aria-hidden="true">${content}</svg>`;

/** Path data through points. */
export const pathThrough = (points: readonly Point[], closed = false): string =>
  `M${points.map(([x, y]) => `${short(x, 1)} ${short(y, 1)}`).join('L')}${closed ? 'z' : ''}`;
