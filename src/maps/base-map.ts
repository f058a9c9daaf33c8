/**
 * The ground of a map: its coastlines as an image file of its own. It has no words, so one file serves every language
 * and every page that shows the map; its name carries a hash, so browsers keep it. An image can't take the page's
 * colours, therefore it is drawn in one ink that is quiet on light and on dark paper alike.
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
  /** The same with fewer corners, for screens on which they can't be seen; only where the drawing is a wide one. */
  slim?: Pick<Ground, 'file' | 'svg'>;
}

export interface GroundOptions {
  /** The lines between countries. */
  borders?: boolean;
  /** A country, or the mainland of one, to stand out. */
  country?: GeoPermissibleObjects | undefined;
  /** Degrees between the lines of a net of meridians and parallels. */
  net?: MeridianNet | undefined;
}

export interface MeridianNet {
  meridians: readonly Point[][];
  parallels: readonly Point[][];
}

const ink = '#8f8577';
/** Steps of a drawing to a unit: coordinates are whole numbers of them. */
const steps = { full: 2, slim: 1 };
/** Corners nearer than this to the line without them are left out, in steps. */
const tolerance = 1.3;
/** Drawings wider than this, in units, are shown at a third of it on a phone. */
const wide = 1000;

/** Width of a window up to which the slim drawing is shown; in this form for `media`. */
export const slimWindow = '(max-width: 40rem)';

/** Address of a ground's file. */
export const groundAddress = ({ file }: Pick<Ground, 'file'>): string => servedAddress(`/maps/${file}`);

/** Draws the ground of a frame. */
export function groundOf(frame: Frame, options: GroundOptions = {}): Ground {
  const { width, height } = frame;
  // A unit of 50m Natural Earth is some kilometres long; nearer than that one would see its corners.
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

/** What a ground consists of, in the units of the drawing. */
type Lines = Record<'land' | 'country' | 'borders' | 'net', readonly (readonly Point[])[]>;

function drawing({ width, height }: Frame, lines: Lines, fine: number): Pick<Ground, 'file' | 'svg'> {
  const path = (name: keyof Lines, closed: boolean, attributes: string) => {
    const data = lines[name].map((line) =>
      written(
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

/** A shape's outlines in the frame. */
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

/** A line as path data, with no more corners than can be seen. */
function written(line: readonly Point[], closed: boolean): string {
  const corners = simplified(line).map(([x, y]): Point => [Math.round(x), Math.round(y)]);
  const [first, ...rest] = corners.filter(
    ([x, y], index) => index === 0 || x !== corners[index - 1]?.[0] || y !== corners[index - 1]?.[1],
  );
  // An island smaller than a step, or a border that never left its corner.
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

/** Ramer, Douglas and Peucker: keeps a corner only where the line would miss it by more than the tolerance. */
function simplified(line: readonly Point[]): Point[] {
  const kept = new Uint8Array(line.length);
  kept[0] = kept[line.length - 1] = 1;
  const spans: [number, number][] = [[0, line.length - 1]];
  for (let span = spans.pop(); span; span = spans.pop()) {
    const [from, to] = span;
    let [far, most] = [0, tolerance];
    for (let index = from + 1; index < to; index += 1) {
      const off = offLine(line[index] as Point, line[from] as Point, line[to] as Point);
      if (off > most) [far, most] = [index, off];
    }
    if (far === 0) continue;
    kept[far] = 1;
    spans.push([from, far], [far, to]);
  }
  return line.filter((_, index) => kept[index]);
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
