/** Detail maps, which enlarge the parts of a map that are too crowded to read. */
import { frameOf, type Frame, type FrameOptions, type Point } from './frame.ts';
import type { Location } from '../model/schema/common-facts.ts';
import { pathThrough } from './svg.ts';

export interface CrowdOptions {
  /** Places closer than this are crowded, in units of the drawing. */
  near: number;
  /** Maximum number of details. */
  maxDetails: number;
  /** How the details are drawn. */
  detail: FrameOptions;
}

/** Radius that a detail covers, as a fraction of the map's width. */
const reach = 0.075;
/** Minimum enlargement that makes a detail worthwhile. */
const enlargement = 2;

/** Frames for the crowded parts of a map, the most crowded first. */
export function detailsOf(
  frame: Frame,
  places: readonly Location[],
  { near, maxDetails, detail }: CrowdOptions,
): Frame[] {
  const frames: Frame[] = [];
  let rest = places.map((place) => ({ place, at: frame.at(place) }));
  while (frames.length < maxDetails) {
    const crowded = rest.filter(({ at }) => rest.some((other) => other.at !== at && apart(at, other.at) < near));
    const groups = crowded.map(({ at }) => around(at, rest, frame.width * reach));
    const [fullest] = groups.sort((one, other) => other.length - one.length);
    if (!fullest || fullest.length < 2) break;
    const found = frameOf(
      fullest.map(({ place }) => place),
      detail,
    );
    if (found.world || found.scale * enlargement > frame.scale) break;
    frames.push(found);
    rest = rest.filter(({ place }) => !within(found, place));
  }
  return frames;
}

/** Does a frame show a place? */
export function within(frame: Frame, place: Location): boolean {
  const [x, y] = frame.at(place);
  return x >= 6 && y >= 6 && x <= frame.width - 6 && y <= frame.height - 6;
}

/** A detail's outline on the larger map, as SVG; '' if it crosses the edge of that map. */
export function outlineOf(detail: Frame, on: Frame): string {
  const { width, height, projection } = detail;
  const sides: Point[] = [];
  const part = (index: number) => index / 12;
  for (let index = 0; index < 12; index += 1) sides.push([part(index) * width, 0]);
  for (let index = 0; index < 12; index += 1) sides.push([width, part(index) * height]);
  for (let index = 0; index < 12; index += 1) sides.push([(1 - part(index)) * width, height]);
  for (let index = 0; index < 12; index += 1) sides.push([0, (1 - part(index)) * height]);
  const line = sides.map((point) => {
    const [lon, lat] = projection.invert?.(point) ?? [0, 0];
    return on.at({ lat, lon });
  });
  return line.some((point, index) => apart(point, line[(index + 1) % line.length] as Point) > on.width / 8)
    ? ''
    : `<path class="detail" d="${pathThrough(line, true)}"/>`;
}

const apart = (one: Point, other: Point) => Math.hypot(one[0] - other[0], one[1] - other[1]);

/** A cluster of places near a point (mean shift). */
function around<T extends { at: Point }>(start: Point, places: readonly T[], radius: number): T[] {
  let middle = start;
  let group: T[] = [];
  for (let step = 0; step < 8; step += 1) {
    group = places.filter(({ at }) => apart(at, middle) <= radius);
    middle = [
      group.reduce((sum, { at }) => sum + at[0], 0) / group.length,
      group.reduce((sum, { at }) => sum + at[1], 0) / group.length,
    ];
  }
  return group;
}
