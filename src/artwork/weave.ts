/**
 * The weave: patterns that cross, with a dot in a field's colour where they meet. It is drawn from a page's slug, so each
 * page has its own and always the same. A pure function: no clock, no chance, no document.
 *
 * A pattern is a *motif*: a stack of strokes of different widths along one path, the wide ones first. Five lines side by
 * side are drawn by five strokes, ink and paper in turn, each narrower than the one before, so they stay parallel in
 * every bend, cover what they cross, and cost the page one path.
 */
import { crossings, pathOf, straight, waves, type Point } from './curves.ts';
import { layouts, type Form, type Layout } from './layouts.ts';
import { bar, boldStrokesOf, strokesOf, type Stroke } from './motifs.ts';
import { numbersFrom, type Numbers } from './numbers.ts';
import type { Motif } from '../model/schema/fields.ts';

export interface WeaveOptions {
  /** What the pattern grows from; also the weave's name among those of its page. */
  slug: string;
  form: Form;
  /** The first runs along the lines of reading, the others wind across it, one strand each; one alone crosses itself. */
  motifs: readonly [Motif, ...Motif[]];
  /** Classes that colour the dots, one for each field of the page; without any there are no dots. */
  dots: readonly string[];
  /** How many rows; as many as fit without it. */
  rows?: number | undefined;
}

/** Draws a weave as SVG, decorative and so hidden from assistive technology. */
export function weave({ slug, form, motifs, dots, rows: wanted }: WeaveOptions): string {
  const layout = layouts[form];
  const { width, height } = layout;
  const next = numbersFrom(`${form} ${slug}`);
  // Unique on the page, and sound in an address.
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

  // Where the styles don't come it would leave a gap as wide as the page. An icon is a file without them.
  const unstyled = small ? '' : ' width="1" height="1"';
  return (
    `<svg class="weave"${unstyled} fill="none" viewBox="0 0 ${width} ${height}" preserveAspectRatio="xMaxYMid slice" aria-hidden="true" focusable="false">` +
    drawn(`${name}r`, lines, small ? [bar] : strokesOf(along, 'row', layout.rowScale, next), 'r') +
    winding.join('') +
    `${knots}</svg>`
  );
}

/** Heights of the rows, evenly from edge to edge; a motif that is wider than a line of words gets more room. */
function rowHeights({ height, gap }: Layout, motif: Motif, wanted: number | undefined): number[] {
  const count = wanted ?? Math.round(height / (motif === 'lines' ? gap : gap * 1.6));
  return Array.from({ length: count }, (_, index) => Math.round(((index + 0.5) * height) / count));
}

/** Points between which each strand swings from side to side. */
function strandsOf(layout: Layout, count: number, next: Numbers): Point[][] {
  const { width, height, down } = layout;
  const breadth = down ? width : height;
  return Array.from({ length: count }, (_, index) => {
    const middle = ((index + 0.5) * breadth) / count;
    return waves(middle, down ? height : width, layout.wave, layout.swing, down, next);
  });
}

/** One path, and the strokes of a motif along it. */
function drawn(id: string, path: string, strokes: readonly Stroke[], ink: 'r' | 'i'): string {
  const uses = strokes.map(
    ({ width, paper, dash, round }) =>
      `<use href="#${id}" class="${paper ? 'p' : ink}" stroke-width="${width}"` +
      `${dash ? ` stroke-dasharray="${dash.join(' ')}"` : ''}${round ? ' stroke-linecap="round"' : ''}/>`,
  );
  return `<defs><path id="${id}" d="${path}"/></defs>${uses.join('')}`;
}

/** Dots at some of the crossings, at one of them at least; every field gets its turn. */
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
