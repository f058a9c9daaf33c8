/**
 * A frame: the area that a map shows, and its projection. Areas up to a continent or an ocean use Lambert's azimuthal
 * equal-area projection centred on them, in which the antimeridian and the poles aren't special cases; larger ones
 * use the Equal Earth projection.
 */
import { geoAzimuthalEqualArea, geoDistance, geoEqualEarth, type GeoProjection } from 'd3-geo';
import type { Location } from '../model/schema/common-facts.ts';

export type Point = [x: number, y: number];

export interface Frame {
  /** In the units of the drawing. */
  width: number;
  height: number;
  projection: GeoProjection;
  /** Kilometres per unit, in the middle of the frame. */
  scale: number;
  /** True for a map of the world. */
  world: boolean;
  at: (place: Location) => Point;
}

export const earthRadius = 6371;
/** Limits of the azimuthal projection in radians from the middle: for places, and for the corners of the frame. */
const widest = { place: 0.96, corner: 1.8 };
/**
 * Central meridians of world maps. The edges are opposite: near the Bering Strait, or at 30° E for places around
 * the Pacific.
 */
const worldMeridians = [11, -150];
/** A world map leaves out the poles, unless there are places there. */
const worldNorth = 84;
const worldSouth = -56;

export interface FrameOptions {
  /** Size of the drawing; a world map has its own height. */
  width: number;
  height: number;
  /** Free space around the outermost places, as fractions of width and height. */
  margin?: Point;
  /** Minimum distance from the middle to the nearer edge, in kilometres. */
  reach?: number;
}

/** The frame for at least one place. */
export function frameOf(places: readonly Location[], options: FrameOptions): Frame {
  return regionOf(places, options) ?? worldOf(places, options);
}

function regionOf(places: readonly Location[], options: FrameOptions): Frame | undefined {
  const { width, height, margin = [0.1, 0.1], reach = 0 } = options;
  let centre = middle(places);
  if (!centre) return undefined;
  const projection = geoAzimuthalEqualArea().scale(1).translate([0, 0]);
  let box: [Point, Point] = [
    [0, 0],
    [0, 0],
  ];
  // Iterates, because rotating the projection moves the middle of the bounding box.
  for (let step = 0; step < 6; step += 1) {
    projection.rotate([-centre[0], -centre[1]]);
    if (places.some(({ lat, lon }) => geoDistance([lon, lat], centre as Point) > widest.place)) return undefined;
    box = boxOf(places.map((place) => flat(projection, place)));
    const back = projection.invert?.([(box[0][0] + box[1][0]) / 2, (box[0][1] + box[1][1]) / 2]);
    if (back && step < 5) centre = back;
  }
  const [[west, north], [east, south]] = box;
  const inner: Point = [width * (1 - 2 * margin[0]), height * (1 - 2 * margin[1])];
  const k = Math.min(
    inner[0] / Math.max(east - west, 1e-9),
    inner[1] / Math.max(south - north, 1e-9),
    // Length of the chord on the unit sphere (Lambert).
    Math.min(width, height) / 2 / (2 * Math.sin(Math.max(reach, 20) / earthRadius / 2)),
  );
  if (Math.hypot(width, height) / 2 / k > 2 * Math.sin(widest.corner / 2)) return undefined;
  return finished(
    projection,
    k,
    [(width - k * (west + east)) / 2, (height - k * (north + south)) / 2],
    width,
    height,
    false,
  );
}

interface World {
  projection: GeoProjection;
  meridian: number;
  box: [Point, Point];
  width: number;
}

/** The world except the poles and a strip on either side. It is usually the same, so maps can share a base map. */
function worldOf(places: readonly Location[], { width }: FrameOptions): Frame {
  const [usual, pacific] = worldMeridians.map((meridian) => {
    const projection = geoEqualEarth().rotate([-meridian, 0]).scale(1).translate([0, 0]);
    const box = boxOf(places.map((place) => flat(projection, place)));
    return { projection, meridian, box, width: box[1][0] - box[0][0] };
  }) as [World, World];
  const { projection, meridian, box } = pacific.width < 0.75 * usual.width ? pacific : usual;
  const edge = (lat: number, lon: number) => flat(projection, { lat, lon: meridian + lon });
  const half = edge(0, 179.99)[0];
  const [west, east] = [-0.95 * half, 0.95 * half];
  const north = Math.min(edge(worldNorth, 0)[1], box[0][1] - 0.05);
  const south = Math.max(edge(worldSouth, 0)[1], box[1][1] + 0.05);
  const k = width / (east - west);
  return finished(projection, k, [-k * west, -k * north], width, Math.round(k * (south - north)), true);
}

function finished(
  projection: GeoProjection,
  k: number,
  shift: Point,
  width: number,
  height: number,
  world: boolean,
): Frame {
  // Slightly larger than visible, so that clipped edges don't look like coasts.
  projection
    .scale(k)
    .translate(shift)
    .clipExtent([
      [-4, -4],
      [width + 4, height + 4],
    ]);
  // Everything outside a circle around the frame is dropped before projection, the slowest step.
  if (!world) {
    const furthest = Math.hypot(Math.max(shift[0], width - shift[0]), Math.max(shift[1], height - shift[1])) + 10;
    projection.clipAngle((2 * Math.asin(Math.min(furthest / k / 2, 1)) * 180) / Math.PI);
  }
  return { width, height, projection, scale: earthRadius / k, world, at: (place) => flat(projection, place) };
}

const flat = (projection: GeoProjection, { lat, lon }: Location): Point => projection([lon, lat]) as Point;

/** The mean of places on the sphere; undefined if they are spread all around it. */
function middle(places: readonly Location[]): Point | undefined {
  let [x, y, z] = [0, 0, 0];
  for (const { lat, lon } of places) {
    const [phi, lambda] = [(lat * Math.PI) / 180, (lon * Math.PI) / 180];
    x += Math.cos(phi) * Math.cos(lambda);
    y += Math.cos(phi) * Math.sin(lambda);
    z += Math.sin(phi);
  }
  if (Math.hypot(x, y, z) < 0.1 * places.length) return undefined;
  return [(Math.atan2(y, x) * 180) / Math.PI, (Math.atan2(z, Math.hypot(x, y)) * 180) / Math.PI];
}

export function boxOf(points: readonly Point[]): [Point, Point] {
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  return [
    [Math.min(...xs), Math.min(...ys)],
    [Math.max(...xs), Math.max(...ys)],
  ];
}

/** Great-circle distance in kilometres. */
export const distance = (one: Location, other: Location): number =>
  geoDistance([one.lon, one.lat], [other.lon, other.lat]) * earthRadius;
