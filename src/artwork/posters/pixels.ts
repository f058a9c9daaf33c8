import { randomBetween, dashed, posterHeight, line, list, range, type Area, type Tone } from './draw.ts';

/** The tone of the pixels and their size in cells, by density. */
const levels: readonly { tone: Tone; min: number; size: number }[] = [
  { tone: 'l2', min: 0.2, size: 0.5 },
  { tone: 'g3', min: 0.42, size: 0.75 },
  { tone: 'g3', min: 0.66, size: 1 },
  { tone: 'l4', min: 0.98, size: 1 },
];

/** A field of pixels that is denser around some points: one more than there are large elements, but at most six. */
export function pixels({ x, width, count, detail, next }: Area): string {
  const narrow = width < 30;
  const cell = narrow ? (width < 20 ? 3 : 4) : width > 130 ? 6 : width > 70 ? 5 : 4;
  const columns = Math.ceil(width / cell);
  const rows = posterHeight / cell;
  const number = Math.min(count + 1, 6);
  const spread = Math.sqrt((columns * rows) / number);
  const centres = range(number).map((at) => ({
    x: ((at + randomBetween(next, 0.1, 0.9)) * columns) / number,
    y: randomBetween(next, 0, rows),
    size: spread * randomBetween(next, 0.2, 0.42),
  }));
  /** The level of a cell: highest near the centres, with some randomness everywhere. */
  const levelAt = (column: number, row: number): number => {
    const near = centres.map(({ x: cx, y: cy, size }) =>
      Math.exp(-((column + 0.5 - cx) ** 2 + (row + 0.5 - cy) ** 2) / (2 * size * size)),
    );
    const density = Math.max(...near) + (next() - 0.5) * (0.26 + detail * 0.1);
    return levels.findLastIndex(({ min }) => density >= min);
  };
  const paths: string[] = levels.map(() => '');
  for (const row of range(rows)) {
    const cells = range(columns).map((column) => levelAt(column, row));
    for (let from = 0, to = 0; from < columns; from = to) {
      const level = cells[from] as number;
      while (to < columns && cells[to] === level) to++;
      if (level < 0) continue;
      const inset = ((1 - (levels[level]?.size ?? 1)) * cell) / 2;
      const run = `M${list(x + from * cell + inset, (row + 0.5) * cell)}h${list((to - from) * cell - inset)}`;
      paths[level] = (paths[level] ?? '') + run;
    }
  }
  return levels
    .map(({ tone, size }, index) =>
      line(tone, size * cell, paths[index] as string, size < 1 ? dashed(size * cell, (1 - size) * cell) : ''),
    )
    .join('');
}
