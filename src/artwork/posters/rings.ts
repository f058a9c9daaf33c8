import type { Numbers } from '../random.ts';
import { randomBetween, posterHeight, list, range, type Area, type Tone } from './draw.ts';

interface Ring {
  x: number;
  y: number;
  r: number;
  /** Distance to its nearest neighbour. */
  room: number;
  tone: Tone;
}

/** Twisted rings, such as obwarzanki: one for each large element, and small ones around them. */
export function rings({ from, to, count, detail, next, id }: Area): string {
  const width = to - from;
  const narrow = width < 30;
  const large = narrow ? Math.max(2, count) : count;
  const maxRadius = narrow
    ? Math.min(width * 0.44, posterHeight / large / 2.1)
    : Math.min(27, 0.5 * Math.sqrt((width * posterHeight) / large)) *
      // A single ring has room for different sizes.
      (large === 1 ? randomBetween(next, 0.65, 1.2) : 1);
  const placed: Ring[] = [];
  if (narrow)
    range(large).forEach((at) =>
      placed.push({ x: from + width / 2, y: ((at + 0.5) * posterHeight) / large, r: maxRadius, room: 0, tone: 't3' }),
    );
  else {
    // Shrinks the large rings until all of them fit.
    for (let size = maxRadius; placed.length < large; size *= 0.94) {
      placed.length = 0;
      range(large).forEach(() => placed.push(placeFor(placed, size * randomBetween(next, 0.92, 1.04), from, to, next)));
      if (placed.some(({ room }) => room < -1)) placed.length = 0;
    }
    range(2 + Math.round(detail * 3)).forEach(() => {
      const spot = placeFor(placed, randomBetween(next, 4.5, 7), from, to, next);
      if (spot.room >= 0) placed.push({ ...spot, tone: 't2' });
    });
  }
  return placed
    .map(({ x, y, r, tone }, index) => {
      const at = `class="${tone}" transform="translate(${list(x, y)})scale(${Math.round(r * 10) / 1000})"`;
      return index === 0 ? `<g ${at}><g id="${id}">${ring}</g></g>` : `<use href="#${id}" ${at}/>`;
    })
    .join('');
}

/** The first of some random places with enough room; otherwise the one with the most room. */
function placeFor(placed: readonly Ring[], r: number, from: number, to: number, next: Numbers): Ring {
  const spots = range(30).map((): Ring => {
    const x = randomBetween(next, from + r * 0.85, Math.max(from + r * 0.85, to - r * 0.9));
    const y = randomBetween(next, r * 0.85, posterHeight - r * 0.85);
    const room = Math.min(99, ...placed.map((other) => Math.hypot(other.x - x, other.y - y) - other.r - r - 1));
    return { x, y, r, room, tone: 't3' };
  });
  return (spots.find(({ room }) => room >= 0) ?? spots.toSorted((a, b) => b.room - a.room)[0]) as Ring;
}

/** A ring of radius 100: overlapping strands around the hole, and the lines between them. */
const ring = ((): string => {
  const strands = 14;
  const turn = (2 * Math.PI) / strands;
  const point = (radius: number, angle: number) =>
    [Math.round(radius * Math.cos(angle)), Math.round(radius * Math.sin(angle))] as const;
  const spokes = range(strands)
    .map((at) => {
      const [x, y] = point(48, at * turn);
      const [bendX, bendY] = point(73, at * turn + 0.2);
      const [endX, endY] = point(98, at * turn + 0.68);
      return `M${list(x, y)}q${list(bendX - x, bendY - y, endX - x, endY - y)}`;
    })
    .join('');
  // The strands are the same curves, half a strand further round and a little smaller.
  const curves = `stroke-linecap="round" fill="none" d="${spokes}"/>`;
  return (
    `<path class="t0" stroke-width="46" d="M0-70a70 70 0 1 0 1 0z" fill="none"/>` +
    `<path class="t0" stroke-width="20" transform="rotate(13)scale(.9)" ${curves}` +
    `<path class="t1" stroke-width="5" ${curves}`
  );
})();
