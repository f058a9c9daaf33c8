/**
 * The weave: two patterns that cross, with a dot in a field's colour where they meet. It is drawn from a page's slug, so
 * each page has its own and always the same. A pure function: no clock, no chance, no document.
 */
import type { motifs } from '../model/kinds/fields.ts';

export type Motif = (typeof motifs)[number];

export interface WeaveOptions {
  /** What the pattern grows from. */
  slug: string;
  /** The pattern that runs along the line of reading, and the one that crosses it; one host crosses itself. */
  along: Motif;
  across: Motif;
  /** Classes that colour the dots, one for each field of the page; without any there are no dots. */
  dots: readonly string[];
  /** In pixels at its natural size. */
  width: number;
  height: number;
}

/** Space between rows, and between the bundles that cross them. */
const row = 22;
const column = 150;

/** Draws a weave as SVG, decorative and so hidden from assistive technology. */
export function weave({ slug, along, across, dots, width, height }: WeaveOptions): string {
  const next = numbers(slug);
  const rows = Array.from({ length: Math.max(2, Math.floor(height / row)) }, (_, index) => (index + 0.5) * row);
  const bundles = Array.from({ length: Math.max(1, Math.round(width / column)) }, (_, index) =>
    bundle((index + 0.5) * column + next() * 30 - 15, height, next),
  );

  const warp = rows.map((y) => stroke(along, y, width, next)).join('');
  const weft = bundles.map(({ points }) => strand(across, points)).join('');
  const knots =
    dots.length === 0
      ? ''
      : bundles
          .map(({ at }, index) => rows.map((y, line) => knot(at(y), y, index + line, dots, next)).join(''))
          .join('');
  return (
    `<svg class="weave" viewBox="0 0 ${width} ${height}" preserveAspectRatio="xMaxYMid slice" aria-hidden="true" focusable="false">` +
    `<path class="along" d="${warp}"/><path class="across" d="${weft}"/>${knots}</svg>`
  );
}

const round = (value: number) => Math.round(value);

/** One row of a pattern: words of a ruled page, threads, squares, frames, rings, pixels. */
function stroke(motif: Motif, y: number, width: number, next: () => number): string {
  let path = '';
  for (let x = -round(next() * 40); x < width;) {
    const length = 18 + round(next() * 74);
    switch (motif) {
      case 'staves':
        path += [-4, 0, 4].map((shift) => `M${x} ${y + shift}h${length}`).join('');
        break;
      case 'weft':
        path += `M${x} ${y + 5}l10-10m4 10l10-10`;
        break;
      case 'grid':
        path += `M${x} ${y - 6}h12v12h-12z`;
        break;
      case 'frames':
        path += `M${x} ${y - 6}h${round(length / 2)}v12h-${round(length / 2)}z`;
        break;
      case 'rings':
        path += `M${x} ${y}a6 6 0 1 0 12 0a6 6 0 1 0-12 0`;
        break;
      case 'pixels':
        path += `M${x} ${y}h4m6 0h4`;
        break;
      default:
        path += `M${x} ${y}h${length}`;
    }
    x += (motif === 'lines' || motif === 'staves' ? length : 28) + 10 + round(next() * 14);
  }
  return path;
}

/** A bundle that winds down the drawing, through points a few rows apart. */
function bundle(x: number, height: number, next: () => number) {
  const step = row * 4;
  const points: [number, number][] = [];
  let side = next() < 0.5 ? -1 : 1;
  for (let y = -step; y <= height + step; y += step) {
    points.push([round(x + side * (10 + next() * 28)), y]);
    side = -side;
  }
  return { points, at: (y: number) => position(points, y) };
}

/** Five lines side by side for staves; for the other patterns three, as threads. */
function strand(motif: Motif, points: readonly [number, number][]): string {
  const shifts = motif === 'staves' ? [-10, -5, 0, 5, 10] : motif === 'lines' ? [0] : [-5, 0, 5];
  return shifts
    .map((shift) => {
      const [[x, y], ...rest] = points as [[number, number], ...[number, number][]];
      let path = `M${x + shift} ${y}`;
      let [fromX, fromY] = [x, y];
      for (const [toX, toY] of rest) {
        const middle = (toY - fromY) / 2;
        path += `c0 ${middle} ${toX - fromX} ${middle} ${toX - fromX} ${toY - fromY}`;
        [fromX, fromY] = [toX, toY];
      }
      return path;
    })
    .join('');
}

/** Where a bundle is at a height: on the curve between its points (a cubic with level ends, by its smooth step). */
function position(points: readonly [number, number][], y: number): number {
  const index = Math.max(0, points.findIndex(([, there]) => there > y) - 1);
  const [fromX, fromY] = points[index] as [number, number];
  const [toX, toY] = points[index + 1] ?? [fromX, fromY + 1];
  const part = Math.min(1, Math.max(0, (y - fromY) / (toY - fromY)));
  return round(fromX + (toX - fromX) * part * part * (3 - 2 * part));
}

/** A dot at some of the crossings; every field gets its turn. */
function knot(x: number, y: number, turn: number, dots: readonly string[], next: () => number): string {
  const [chance, place, size] = [next(), next(), next()];
  if (chance > 0.42) return '';
  return `<circle class="${dots[turn % dots.length]}" cx="${x + round(place * 16 - 8)}" cy="${y}" r="${[4, 5, 7][Math.floor(size * 3)]}"/>`;
}

/** Numbers from 0 to 1, the same for the same text: FNV-1a as the seed of a Mulberry32 generator. */
function numbers(text: string): () => number {
  let state = 0x811c9dc5;
  for (const letter of text) state = Math.imul(state ^ (letter.codePointAt(0) as number), 0x01000193);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
