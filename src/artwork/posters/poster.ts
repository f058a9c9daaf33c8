/**
 * Posters, drawn from the data of an event or another entry. poster() is a pure function of its options.
 *
 * Each field has its motif and its colours. Up to three fields divide a poster along curves, more into stripes. Nearly
 * everything is drawn with dashed lines, which take few bytes and, made thinner, serve as outlines for print and
 * forced colours.
 */
import type { Motif } from '../../model/schema/fields.ts';
import { numbersFrom, type Numbers } from '../random.ts';
import { randomBetween, posterHeight, list, range, type Area } from './draw.ts';
import { frames } from './frames.ts';
import { grid } from './grid.ts';
import { lines } from './lines.ts';
import { pixels } from './pixels.ts';
import { rings } from './rings.ts';
import { staves } from './staves.ts';
import { weft } from './weft.ts';

export interface PosterField {
  motif: Motif;
  /** The CSS class that sets the field's hue and chroma. */
  colour: string;
}

export interface PosterOptions {
  /** Kind, slug and city of the entry: the seed of the drawing. */
  seed: string;
  /** Unique among the posters of a page, and valid in a URL. */
  id: string;
  /** At least one. */
  fields: readonly PosterField[];
  /** Width divided by height, from 1 to 3.2. */
  ratio: number;
  /** Number of large elements: the days of an event. */
  count?: number;
  /** Amount of small elements, from 0 to 1, which depends on the length of the text. */
  detail?: number;
  /** The direction in which the curves lean, which depends on the host city. */
  leansBack?: boolean;
}

const draw: Record<Motif, (area: Area) => string> = { lines, staves, weft, grid, frames, rings, pixels };

/** Draws a poster as decorative SVG (`aria-hidden`). On a page without styles it is as high as a line of text. */
export function poster(options: PosterOptions): string {
  const { seed, id, fields, ratio } = options;
  const width = Math.round(ratio * posterHeight);
  const next = numbersFrom(seed);
  const amounts = { count: Math.max(1, options.count ?? 1), detail: options.detail ?? 0, next };
  const drawn =
    fields.length > 3
      ? stripes(fields, width, amounts, id)
      : shared(fields, width, amounts, id, options.leansBack ?? false);
  return (
    `<svg class="poster" height="24" viewBox="0 0 ${width} ${posterHeight}" fill="currentColor" stroke="currentColor" stroke-width="0" ` +
    `preserveAspectRatio="xMidYMid slice" aria-hidden="true">${drawn}</svg>`
  );
}

const filled = ({ motif, colour }: PosterField, ground: string, area: Area, more = ''): string =>
  `<g class="${colour}"${more}><path class="t1" d="${ground}"/>${draw[motif](area)}</g>`;

type Amounts = Pick<Area, 'count' | 'detail' | 'next'>;

/** One to three fields. Each covers the area to the right of a curve, on top of the previous one. */
function shared(
  fields: readonly PosterField[],
  width: number,
  amounts: Amounts,
  id: string,
  leansBack: boolean,
): string {
  const share = width / fields.length;
  const edges = range(fields.length - 1).map((at) => edge(share * (at + 1), share, leansBack, amounts.next));
  return fields
    .map((field, at) => {
      const [before, after] = [edges[at - 1], edges[at]];
      const x = before?.left ?? 0;
      const own = {
        ...amounts,
        x,
        width: (after?.right ?? width) - x,
        from: before?.middle ?? 0,
        to: after?.middle ?? width,
        id: `${id}${at}`,
      };
      const ground = `M${before?.path ?? '0 0'}H${width}V0${before ? '' : 'H0'}z`.replace(
        /^M0 0H/,
        `M0 ${posterHeight}H`,
      );
      if (!before) return filled(field, ground, own);
      return `<clipPath id="${id}c${at}"><path d="${ground}"/></clipPath>${filled(field, ground, own, ` clip-path="url(#${id}c${at})"`)}`;
    })
    .join('');
}

/** A curve from the top to the bottom: steep in the middle, leaning at its ends. */
function edge(middle: number, share: number, leansBack: boolean, next: Numbers) {
  const lean = leansBack ? -1 : 1;
  const at = Math.round(middle + randomBetween(next, -0.1, 0.1) * share);
  const top = Math.round(at + lean * share * randomBetween(next, 0.18, 0.36));
  const bottom = Math.round(at - lean * share * randomBetween(next, 0.22, 0.4));
  const path = `${top} 0C${list(Math.round((top + 2 * at) / 3), 12, at, 20, at, 30)}S${list(Math.round((bottom + 3 * at) / 4), 48, bottom, posterHeight)}`;
  return { path, middle: at, left: Math.min(top, at, bottom), right: Math.max(top, at, bottom) };
}

/** More than three fields: a stripe for each. */
function stripes(fields: readonly PosterField[], width: number, amounts: Amounts, id: string): string {
  return fields
    .map((field, at) => {
      const [x, end] = [Math.round((at * width) / fields.length), Math.round(((at + 1) * width) / fields.length)];
      const ground = `M0 0h${end - x}v${posterHeight}H0z`;
      return `<svg x="${x}" width="${end - x}" height="${posterHeight}">${filled(field, ground, { ...amounts, x: 0, width: end - x, from: 0, to: end - x, id: `${id}${at}` })}</svg>`;
    })
    .join('');
}
