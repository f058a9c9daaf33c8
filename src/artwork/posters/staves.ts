import { pathOf, type Point } from '../curves.ts';
import { randomBetween, posterHeight, noFill, line, list, range, roundCaps, randomInteger, type Area } from './draw.ts';

/** Wavy staves with notes across the poster, one for each large element. */
export function staves({ x, width, from, to, count, detail, next }: Area): string {
  const narrow = width < 30;
  const number = narrow ? (width < 20 ? 3 : 2) : Math.min(count, 4);
  const space = narrow
    ? Math.max(2, width / 10)
    : ([randomBetween(next, 3.2, 5), randomBetween(next, 2.6, 3.1), 2.2, 1.8][number - 1] ?? 2);
  /** How far the staves rise or fall across the width. */
  const tilt = narrow ? 0 : (randomBetween(next, -26, 26) * width) / (60 + width);
  const room = posterHeight / number;
  let drawing = '';
  const notes: string[] = [];
  const stems: string[] = [];
  for (const at of range(number)) {
    const points = wave(
      x,
      width,
      room * (at + 0.5),
      tilt,
      // Several staves don't touch.
      Math.min(number > 1 ? (room - 4.6 * space) / 2 : room * 0.34, narrow ? 5 : 15),
      narrow ? 16 : 36,
      next,
    );
    const path = ` d="${pathOf(points, false)}"${noFill}/>`;
    // Five lines: strokes in the colour and the background colour in turn, each narrower than the one before.
    for (const [tone, spaces, thickness] of [
      ['l1', 5.4, 0],
      ['l3', 4, 1],
      ['l1', 4, -1],
      ['l3', 2, 1],
      ['l1', 2, -1],
      ['l3', 0, 1],
    ] as const)
      drawing += `<path class="${tone}" stroke-width="${list(spaces * space + thickness * space * 0.22)}"${path}`;
    const every = space * randomBetween(next, 3.4, 4.4);
    let place = from + space * 1.6 + (to - from) * randomBetween(next, 0, 0.12);
    // The first place always has a note.
    for (let first = true; first || place < to - space; first = false) {
      if (first || next() < 0.72 + detail * 0.2) {
        const step = randomInteger(next, -3, 3);
        const y = heightAt(points, place) + (step * space) / 2;
        notes.push(`M${list(place - space * 0.22, y + space * 0.1)}l${list(space * 0.44, -space * 0.2)}`);
        const up = step >= 0;
        stems.push(`M${list(place + (up ? 0.6 : -0.6) * space, y)}v${list((up ? -3.1 : 3.1) * space)}`);
      }
      place += every * (next() < 0.25 ? 1.8 : 1);
    }
  }
  return drawing + line('l4', space * 0.2, stems.join('')) + line('l4', space, notes.join(''), roundCaps);
}

function wave(
  x: number,
  width: number,
  middle: number,
  tilt: number,
  swing: number,
  length: number,
  next: () => number,
): Point[] {
  const points: Point[] = [];
  let side = next() < 0.5 ? -1 : 1;
  for (
    let at = Math.round(x - randomBetween(next, 6, length));
    ;
    at += Math.round(randomBetween(next, 1, 1.4) * length)
  ) {
    points.push([
      at,
      Math.round(middle + tilt * ((at - x) / width - 0.5) + side * swing * randomBetween(next, 0.4, 1)),
    ]);
    side = -side;
    if (at > x + width + 4) return points;
  }
}

/** The height at `x` of the curve that pathOf() draws; smoothstep is close enough to its cubic Bézier curves. */
function heightAt(points: readonly Point[], x: number): number {
  const after = points.findIndex(([at]) => at > x);
  const [from, to] = [points[after - 1] as Point, points[after] as Point];
  const part = (x - from[0]) / (to[0] - from[0]);
  return from[1] + (to[1] - from[1]) * part * part * (3 - 2 * part);
}
