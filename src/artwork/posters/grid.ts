import { posterHeight, list, range, shape, shuffled, type Area } from './draw.ts';

/** A modular grid of circles, quarter circles and triangles. Each large element adds a shape in the text colour. */
export function grid({ x, width, count, detail, next }: Area): string {
  const narrow = width < 30;
  const cell = narrow ? width / 2 : width > 130 ? 30 : count > 3 ? 15 : 20;
  const columns = Math.ceil(width / cell);
  const rows = Math.ceil(posterHeight / cell);
  const tiles = { t2: '', t3: '', t4: '' };
  const inked = new Set(shuffled(next, columns * rows).slice(0, narrow ? 2 : count + 1 + Math.round(detail * 2)));
  for (const index of range(columns * rows)) {
    const [left, top] = [x + (index % columns) * cell, Math.floor(index / columns) * cell];
    const kind = next();
    if (kind < 0.12 && !inked.has(index)) continue;
    tiles[inked.has(index) ? 't4' : next() < 0.45 ? 't3' : 't2'] +=
      kind < 0.6
        ? quarter(left, top, cell, Math.floor(next() * 4))
        : kind < 0.82
          ? triangle(left, top, cell, Math.floor(next() * 4))
          : circle(left, top, cell);
  }
  return shape('t2', tiles.t2) + shape('t3', tiles.t3) + shape('t4', tiles.t4);
}

/** A quarter circle whose centre is one of the cell's four corners. */
function quarter(x: number, y: number, cell: number, corner: number): string {
  const c = list(cell);
  const arc = (dx: number, dy: number) => `a${c} ${c} 0 0 1${dx < 0 ? '' : ' '}${list(dx, dy)}z`;
  return [
    `M${list(x + cell, y)}v${c}h-${c}${arc(cell, -cell)}`,
    `M${list(x, y)}${arc(cell, cell).slice(0, -1)}h-${c}z`,
    `M${list(x, y + cell)}v-${c}h${c}${arc(-cell, cell)}`,
    `M${list(x + cell, y + cell)}${arc(-cell, -cell).slice(0, -1)}h${c}z`,
  ][corner] as string;
}

function triangle(x: number, y: number, cell: number, corner: number): string {
  const c = list(cell);
  return [
    `M${list(x, y)}h${c}l-${c} ${c}z`,
    `M${list(x, y)}h${c}v${c}z`,
    `M${list(x + cell, y)}v${c}h-${c}z`,
    `M${list(x, y)}v${c}h${c}z`,
  ][corner] as string;
}

const circle = (x: number, y: number, cell: number): string => {
  // Not rounded up: SVG enlarges a radius that is too small, while one that is too large makes a flatter arc.
  const [r, c] = [list(Math.floor(cell * 5) / 10), list(cell)];
  return `M${list(x, y + cell / 2)}a${r} ${r} 0 0 1 ${c} 0a${r} ${r} 0 0 1-${c} 0z`;
};
