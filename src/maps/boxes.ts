/**
 * Boxes at points of a map. A point scales with the map, while the box around text doesn't: its offset and size are in
 * ems.
 */
import type { Point } from './frame.ts';

export interface Box {
  /** The point on the map, in map widths. */
  at: Point;
  /** Offset of the box's centre from that point, and half the box's size, in ems. */
  shift: Point;
  half: Point;
}

/** The bounding box of some boxes and the point itself. */
export function hullOf(at: Point, boxes: readonly Box[]): Box {
  const side = (axis: 0 | 1) => {
    const min = boxes.reduce((edge, { shift, half }) => Math.min(edge, shift[axis] - half[axis]), 0);
    const max = boxes.reduce((edge, { shift, half }) => Math.max(edge, shift[axis] + half[axis]), 0);
    return { middle: (min + max) / 2, half: (max - min) / 2 + 0.01 };
  };
  const [x, y] = [side(0), side(1)];
  return { at, shift: [x.middle, y.middle], half: [x.half, y.half] };
}

/**
 * Do two boxes overlap at any map width? Their distance is linear in the width, so each axis gives a range of widths.
 */
export function touch(one: Box, other: Box, [narrowest, widest]: readonly [number, number]): boolean {
  let [from, to] = [narrowest, widest];
  for (const axis of [0, 1] as const) {
    const growth = other.at[axis] - one.at[axis];
    const fixed = other.shift[axis] - one.shift[axis];
    const reach = one.half[axis] + other.half[axis];
    if (Math.abs(growth) < 1e-9) {
      if (Math.abs(fixed) >= reach) return false;
      continue;
    }
    const middle = -fixed / growth;
    const part = reach / Math.abs(growth);
    from = Math.max(from, middle - part);
    to = Math.min(to, middle + part);
  }
  return from < to;
}
