/**
 * The base map: coastlines as a separate image, which all languages and pages share and browsers cache by the hash in
 * its name. An image can't use the page's colours, so it has one colour for both light and dark backgrounds.
 */
import { createHash } from 'node:crypto';
import { geoPath, type GeoContext, type GeoPermissibleObjects } from 'd3-geo';
import { servedAddress } from '../i18n/addresses.ts';
import { borders, land, type Detail } from './earth.ts';
import type { Frame, Point } from './frame.ts';

export interface Ground {
  /** Name of the file: `<hash>.svg`. */
  file: string;
  svg: string;
  width: number;
  height: number;
  /** A simplified version for small screens; only for wide maps. */
  slim?: Pick<Ground, 'file' | 'svg'>;
}

export interface GroundOptions {
  /** Draw borders. */
  borders?: boolean;
  /** A country, or its mainland, to highlight. */
  country?: GeoPermissibleObjects | undefined;
  /** Lines of a graticule. */
  net?: MeridianNet | undefined;
}

export interface MeridianNet {
  meridians: readonly Point[][];
  parallels: readonly Point[][];
}

const ink = '#8f8577';
/** Coordinates are rounded to this many steps per unit. */
const steps = { full: 2, slim: 1 };
/** Tolerance for simplifying lines, in steps. */
const tolerance = 1.3;
/** In units. Wider maps have a simplified version for phones, which show them at a third of their size. */
const wide = 1000;

/** Media query for the simplified version. */
export const narrowQuery = '(max-width: 40rem)';

/** Address of a ground's file. */
export const groundAddress = ({ file }: Pick<Ground, 'file'>): string => servedAddress(`/maps/${file}`);

/** Draws the base map of a frame. */
export function groundOf(frame: Frame, options: GroundOptions = {}): Ground {
  const { width, height } = frame;
  // At larger scales, the coarse outlines of the 50m data would be visible.
  const detail: Detail = frame.scale < 1.2 ? '10m' : '50m';
  const { country, net } = options;
  const lines: Lines = {
    land: projected(frame, land(detail)),
    country: country ? projected(frame, country) : [],
    borders: options.borders ? projected(frame, borders(detail)) : [],
    net: net ? [...net.meridians, ...net.parallels] : [],
  };
  return {
    ...drawing(frame, lines, steps.full),
    width,
    height,
    ...(width > wide && { slim: drawing(frame, lines, steps.slim) }),
  };
}

/** The lines of a base map, in units of the drawing. */
type Lines = Record<'land' | 'country' | 'borders' | 'net', readonly (readonly Point[])[]>;

function drawing({ width, height }: Frame, lines: Lines, fine: number): Pick<Ground, 'file' | 'svg'> {
  const path = (name: keyof Lines, closed: boolean, attributes: string) => {
    const data = lines[name].map((line) =>
      pathData(
        line.map(([x, y]): Point => [x * fine, y * fine]),
        closed,
      ),
    );
    return data.some(Boolean) || name === 'land' ? [`<path d="${data.join('')}" ${attributes}/>`] : [];
  };
  const parts = [
    ...path('land', true, 'fill-opacity=".08"'),
    ...path('country', true, 'fill-opacity=".16" stroke="none"'),
    ...path('borders', false, 'fill="none" stroke-dasharray="3 2" stroke-opacity=".6"'),
    ...path('net', false, 'fill="none" stroke-opacity=".35"'),
  ];
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width * fine} ${height * fine}">` +
    `<g fill="${ink}" stroke="${ink}" stroke-width=".8" stroke-linejoin="round">${parts
      .join('')
      .replaceAll('<path', '<path vector-effect="non-scaling-stroke"')}</g></svg>\n`;
  const hash = createHash('sha256').update(svg).digest('hex').slice(0, 10);
  return { file: `${hash}.svg`, svg };
}

/** Projects a shape's outlines. */
function projected({ projection }: Frame, shape: GeoPermissibleObjects): Point[][] {
  const lines: Point[][] = [];
  const context: GeoContext = {
    beginPath: () => undefined,
    arc: () => undefined,
    closePath: () => undefined,
    moveTo: (x, y) => lines.push([[x, y]]),
    lineTo: (x, y) => lines.at(-1)?.push([x, y]),
  };
  geoPath(projection, context)(shape);
  return lines;
}

/** A simplified line as SVG path data. */
function pathData(line: readonly Point[], closed: boolean): string {
  const corners = simplified(line).map(([x, y]): Point => [Math.round(x), Math.round(y)]);
  const [first, ...rest] = corners.filter(
    ([x, y], index) => index === 0 || x !== corners[index - 1]?.[0] || y !== corners[index - 1]?.[1],
  );
  // The shape is too small to be visible.
  if (!first || rest.length < (closed ? 2 : 1)) return '';
  let [fromX, fromY] = first;
  let path = `M${fromX} ${fromY}l`;
  rest.forEach(([x, y], index) => {
    const [dx, dy] = [x - fromX, y - fromY];
    path += `${index > 0 && dx >= 0 ? ' ' : ''}${dx}${dy >= 0 ? ' ' : ''}${dy}`;
    [fromX, fromY] = [x, y];
  });
  return closed ? `${path}z` : path;
}

/** Ramer–Douglas–Peucker algorithm. */
function simplified(line: readonly Point[]): Point[] {
  const keep = new Uint8Array(line.length);
  keep[0] = keep[line.length - 1] = 1;
  const spans: [number, number][] = [[0, line.length - 1]];
  for (let span = spans.pop(); span; span = spans.pop()) {
    const [from, to] = span;
    let [far, max] = [0, tolerance];
    for (let index = from + 1; index < to; index += 1) {
      const off = offLine(line[index] as Point, line[from] as Point, line[to] as Point);
      if (off > max) [far, max] = [index, off];
    }
    if (far === 0) continue;
    keep[far] = 1;
    spans.push([from, far], [far, to]);
  }
  return line.filter((_, index) => keep[index]);
}

function offLine([x, y]: Point, [fromX, fromY]: Point, [toX, toY]: Point): number {
  const [dx, dy] = [toX - fromX, toY - fromY];
  const length = Math.hypot(dx, dy);
  if (length === 0) return Math.hypot(x - fromX, y - fromY);
  const along = ((x - fromX) * dx + (y - fromY) * dy) / (length * length);
  if (along < 0) return Math.hypot(x - fromX, y - fromY);
  if (along > 1) return Math.hypot(x - toX, y - toY);
  return Math.abs((x - fromX) * dy - (y - fromY) * dx) / length;
}
