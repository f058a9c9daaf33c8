/**
 * The weave: crossing patterns with dots in the colours of fields. It is a pure function of the page's slug and
 * options.
 *
 * A pattern is a *motif*: strokes of different widths along one path, from wide to narrow. Parallel lines are drawn as
 * strokes that alternate between two colours, each narrower than the one before. So they stay parallel in curves and
 * need only one path.
 */
import { crossings, pathOf, straight, waves, type Point } from './curves.ts';
import { layouts, type Form, type Layout } from './weave-forms.ts';
import { bar, boldStrokesOf, strokesOf, type Stroke } from './motifs.ts';
import { numbersFrom, type Numbers } from './random.ts';
import type { Motif } from '../model/schema/fields.ts';

export interface WeaveOptions {
  /** Seed of the pattern, and id of the weave on its page. */
  slug: string;
  form: Form;
  /** The first is for the rows, the others for the strands that cross them; a single one is for both. */
  motifs: readonly [Motif, ...Motif[]];
  /** CSS classes of the dots, one per field; empty for no dots. */
  dots: readonly string[];
  /** Number of rows; by default, as many as fit. */
  rows?: number | undefined;
}

/** Draws a weave as decorative SVG (`aria-hidden`). */
export function weave({ slug, form, motifs, dots, rows: wanted }: WeaveOptions): string {
  const layout = layouts[form];
  const { width, height } = layout;
  const next = numbersFrom(`${form} ${slug}`);
  // Unique on the page, and valid in a URL.
  const name = `${form[0]}-${slug.replace(/[^a-z0-9-]/gi, '')}`;
  const [along, ...across] = motifs;

  const rows = rowHeights(layout, along, wanted);
  const lines = straight(rows, width, layout.ragged, next);
  const strands = strandsOf(layout, Math.max(layout.strands, across.length), next);
  const small = form === 'icon';
  const winding = strands.map((points, index) => {
    const motif = across[index % across.length] ?? along;
    const strokes = small ? boldStrokesOf(motif) : strokesOf(motif, 'strand', layout.strandScale, next);
    return drawn(`${name}${index}`, pathOf(points, layout.down), strokes, 'i');
  });
  const knots =
    dots.length === 0 ? '' : strands.map((points, index) => knotsOf(points, index, rows, layout, dots, next)).join('');

  // A default size, in case the CSS fails to load. An icon has no CSS.
  const unstyled = small ? '' : ' width="1" height="1"';
  return (
    `<svg class="weave"${unstyled} fill="none" viewBox="0 0 ${width} ${height}" preserveAspectRatio="xMaxYMid slice" aria-hidden="true" focusable="false">` +
    drawn(`${name}r`, lines, small ? [bar] : strokesOf(along, 'row', layout.rowScale, next), 'r') +
    winding.join('') +
    `${knots}</svg>`
  );
}

/** Positions of the rows, evenly spaced; wide motifs get more space. */
function rowHeights({ height, gap }: Layout, motif: Motif, wanted: number | undefined): number[] {
  const count = wanted ?? Math.round(height / (motif === 'lines' ? gap : gap * 1.6));
  return Array.from({ length: count }, (_, index) => Math.round(((index + 0.5) * height) / count));
}

/** The points of each strand. */
function strandsOf(layout: Layout, count: number, next: Numbers): Point[][] {
  const { width, height, down } = layout;
  const breadth = down ? width : height;
  return Array.from({ length: count }, (_, index) => {
    const middle = ((index + 0.5) * breadth) / count;
    return waves(middle, down ? height : width, layout.wave, layout.swing, down, next);
  });
}

/** A path drawn with the strokes of a motif. */
function drawn(id: string, path: string, strokes: readonly Stroke[], ink: 'r' | 'i'): string {
  const uses = strokes.map(
    ({ width, paper, dash, round }) =>
      `<use href="#${id}" class="${paper ? 'p' : ink}" stroke-width="${width}"` +
      `${dash ? ` stroke-dasharray="${dash.join(' ')}"` : ''}${round ? ' stroke-linecap="round"' : ''}/>`,
  );
  return `<defs><path id="${id}" d="${path}"/></defs>${uses.join('')}`;
}

/** Dots at some of the crossings, at least one; their colours cycle through the fields. */
function knotsOf(
  points: readonly Point[],
  turn: number,
  rows: readonly number[],
  layout: Layout,
  dots: readonly string[],
  next: Numbers,
): string {
  const inside = crossings(points, rows, layout.down).filter(([x]) => x > 0 && x < layout.width);
  const lit = inside.filter(() => next() < layout.lit);
  return (lit.length > 0 ? lit : inside.slice(0, 1))
    .map(([x, y], index) => {
      const radius = layout.radii[Math.floor(next() * layout.radii.length)];
      return `<circle class="${dots[(index * 3 + turn * 2) % dots.length]}" cx="${x}" cy="${y}" r="${radius}"/>`;
    })
    .join('');
}
