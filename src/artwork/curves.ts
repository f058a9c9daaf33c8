/** The paths of a weave: straight rows, wavy strands, and their crossings. */
import type { Numbers } from './random.ts';

export type Point = readonly [x: number, y: number];

/**
 * Rows across the picture, as one path. Each starts at a different point outside the picture, so that dashes don't
 * align.
 *
 * @param ragged how far inside the picture a row may start instead, like lines of ragged text
 */
export function straight(heights: readonly number[], width: number, ragged: number, next: Numbers): string {
  return heights.map((y) => `M${Math.round(ragged > 0 ? next() * ragged : -next() * 60)} ${y}H${width}`).join('');
}

/** Points of a strand that oscillates around a centre line and extends beyond both edges of the picture. */
export function waves(
  middle: number,
  length: number,
  step: number,
  swing: number,
  down: boolean,
  next: Numbers,
): Point[] {
  const points: Point[] = [];
  let side = next() < 0.5 ? -1 : 1;
  for (let at = Math.round(-step * (0.3 + next() * 0.7)); ; at += Math.round(step * (0.8 + next() * 0.4))) {
    const off = Math.round(middle + side * swing * (0.55 + next() * 0.45));
    points.push(down ? [off, at] : [at, off]);
    side = -side;
    if (at > length) return points;
  }
}

/** A smooth path through the points, made of cubic curves that start and end in the strand's direction. */
export function pathOf(points: readonly Point[], down: boolean): string {
  const [[x, y], ...rest] = points as readonly [Point, ...Point[]];
  let path = `M${x} ${y}`;
  let [fromX, fromY] = [x, y];
  for (const [toX, toY] of rest) {
    const [dx, dy] = [toX - fromX, toY - fromY];
    path += down
      ? `c0 ${Math.round(dy / 2)} ${dx} ${Math.round(dy / 2)} ${dx} ${dy}`
      : `c${Math.round(dx / 2)} 0 ${Math.round(dx / 2)} ${dy} ${dx} ${dy}`;
    [fromX, fromY] = [toX, toY];
  }
  return path.replaceAll(' -', '-');
}

/** The points where a strand crosses the rows, in order along the strand. */
export function crossings(points: readonly Point[], rows: readonly number[], down: boolean): Point[] {
  const found: Point[] = [];
  points.slice(1).forEach((to, index) => {
    const from = points[index] as Point;
    for (const row of rows.toSorted((a, b) => (to[1] > from[1] ? a - b : b - a))) {
      const part = (row - from[1]) / (to[1] - from[1]);
      if (part < 0 || part >= 1) continue;
      const along = down ? smooth(part) : inverse(part);
      found.push([Math.round(from[0] + (to[0] - from[0]) * along), row]);
    }
  });
  return found;
}

/** Smoothstep, which approximates the cubic curves of `pathOf`. */
const smooth = (part: number): number => part * part * (3 - 2 * part);

/** Inverse of smoothstep, in closed form. */
const inverse = (part: number): number => 0.5 - Math.sin(Math.asin(1 - 2 * part) / 3);
