/** A graticule (meridians and parallels), for maps without coasts or borders. */
import type { Frame, Point } from './frame.ts';

export interface Net {
  meridians: Point[][];
  parallels: Point[][];
  /** Where lines meet the lower and the left edge, with their degrees. */
  ends: { value: number; at: Point; side: 'below' | 'left' }[];
}

/** Degrees between lines, from the largest area to the smallest. */
const finest = 1 / 60;
const steps = [30, 15, 10, 5, 2, 1, 1 / 2, 1 / 4, 1 / 6, 1 / 12, 1 / 30, finest];
/** Minimum number of meridians. */
const minMeridians = 3;

/** The graticule of a frame. */
export function netOf(frame: Frame): Net {
  const { width, height, projection } = frame;
  const edge = [0, 0.25, 0.5, 0.75, 1].flatMap((part): Point[] => [
    [part * width, 0],
    [part * width, height],
    [0, part * height],
    [width, part * height],
  ]);
  const [middleLon] = projection.invert?.([width / 2, height / 2]) ?? [0];
  const around = edge.map((point) => {
    const [lon, lat] = projection.invert?.(point) ?? [0, 0];
    // Degrees continue beyond 180 across the antimeridian.
    return { lon: middleLon + ((((lon - middleLon + 540) % 360) + 360) % 360) - 180, lat };
  });
  const span = (values: number[]) => [Math.min(...values), Math.max(...values)] as const;
  const [west, east] = span(around.map(({ lon }) => lon));
  const [south, north] = span(around.map(({ lat }) => lat));
  const step = steps.find((one) => (east - west) / one >= minMeridians) ?? finest;
  const line = (at: (part: number) => { lat: number; lon: number }) =>
    Array.from({ length: 13 }, (_, index) => frame.at(at(index / 12)));
  const values = (from: number, to: number) => {
    const first = Math.ceil(from / step);
    return Array.from({ length: Math.max(0, Math.floor(to / step) - first + 1) }, (_, index) => (first + index) * step);
  };
  const lons = values(west, east);
  const lats = values(south, north);
  const meridians = lons.map((lon) => line((part) => ({ lon, lat: south + (north - south) * part })));
  const parallels = lats.map((lat) => line((part) => ({ lat, lon: west + (east - west) * part })));
  const ends: Net['ends'] = [];
  lons.forEach((lon, index) => {
    const x = crossing(meridians[index] as Point[], 1, height);
    if (x !== undefined && x > 0.06 * width && x < 0.62 * width)
      ends.push({ value: turned(lon), at: [x, height], side: 'below' });
  });
  lats.forEach((lat, index) => {
    const y = crossing(parallels[index] as Point[], 0, 0);
    if (y !== undefined && y > 0.08 * height && y < 0.86 * height) ends.push({ value: lat, at: [0, y], side: 'left' });
  });
  return { meridians, parallels, ends };
}

/** Normalises a longitude to −180 to 180 degrees. */
const turned = (lon: number) => ((((lon + 180) % 360) + 360) % 360) - 180;

/** Where a line reaches `value` on one axis: the coordinate on the other axis. */
function crossing(line: readonly Point[], axis: 0 | 1, value: number): number | undefined {
  for (let index = 1; index < line.length; index += 1) {
    const [from, to] = [line[index - 1] as Point, line[index] as Point];
    const part = (value - from[axis]) / (to[axis] - from[axis]);
    if (part >= 0 && part <= 1)
      return (from[1 - axis] as number) + part * ((to[1 - axis] as number) - (from[1 - axis] as number));
  }
  return undefined;
}
