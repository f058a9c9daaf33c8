/**
 * The seven motifs, each as strokes along one path, drawn on top of each other from wide to narrow. A unit is a pixel
 * at scale 1, at which a strand is about twenty pixels wide. `lines` are words on a ruled page, `staves` the five lines
 * of a musical stave, `weft` the threads of a cloth, `grid` the squares of a layout grid,
 * `frames` a strip of film, `rings` plates seen from above, and `pixels` the dots of a
 * screen.
 */
import type { Numbers } from './random.ts';
import type { Motif } from '../model/schema/fields.ts';

export interface Stroke {
  width: number;
  /** Drawn in the background colour. */
  paper?: boolean;
  /** Lengths of dashes and gaps (`stroke-dasharray`). */
  dash?: readonly number[];
  round?: boolean;
}

const paper = true;
const round = true;

/** @param next returns random numbers, for the lengths of words in `lines` */
export function strokesOf(motif: Motif, place: 'row' | 'strand', scale: number, next: Numbers): Stroke[] {
  const sized = (value: number) => Math.round(value * scale * 10) / 10;
  const strokes = place === 'row' && motif === 'lines' ? [ruledLine(next)] : table(next)[motif];
  return strokes.map((stroke) => ({
    ...stroke,
    // Thin lines don't scale.
    width: stroke.width <= 1 ? stroke.width : sized(stroke.width),
    ...(stroke.dash && { dash: stroke.dash.map((length) => (length <= 1 ? length : sized(length))) }),
  }));
}

const table = (next: Numbers): Record<Motif, Stroke[]> => ({
  lines: [
    { width: 24, paper },
    { width: 18, dash: words(next) },
    { width: 13, paper },
    { width: 2.5, dash: words(next) },
  ],
  staves: [
    { width: 26, paper },
    { width: 21 },
    { width: 19.4, paper },
    { width: 11 },
    { width: 9.4, paper },
    { width: 1 },
  ],
  weft: [
    { width: 24, paper },
    { width: 18, dash: [2.5, 3.5] },
    { width: 10, paper },
    { width: 7, dash: [3.5, 2.5] },
    { width: 1 },
  ],
  grid: [{ width: 24, paper }, { width: 19 }, { width: 17.4, paper }, { width: 17.4, dash: [1, 9] }, { width: 1 }],
  frames: [
    { width: 24, paper },
    { width: 20 },
    { width: 18, paper },
    { width: 17, dash: [2.5, 3.5] },
    { width: 11.5, paper },
    { width: 11.5, dash: [1, 21] },
  ],
  rings: [
    { width: 22, paper },
    { width: 18, dash: [0, 21], round },
    { width: 16, dash: [0, 21], round, paper },
    { width: 8, dash: [0, 21], round },
    { width: 6, dash: [0, 21], round, paper },
  ],
  pixels: [
    { width: 24, paper },
    { width: 20, dash: [4, 4] },
    { width: 12, paper },
    { width: 4, dash: [4, 4, 4, 12] },
  ],
});

/** The strokes simplified for an icon of 16 pixels. */
export const boldStrokesOf = (motif: Motif): readonly Stroke[] => bold[motif];

/** In icons, rows of all motifs are bars. */
export const bar: Stroke = { width: 6 };

const bold: Record<Motif, readonly Stroke[]> = {
  lines: [
    { width: 22, paper },
    { width: 20, dash: [14, 7] },
    { width: 9, paper },
  ],
  staves: [{ width: 29, paper }, { width: 23 }, { width: 16, paper }, { width: 5 }],
  weft: [
    { width: 26, paper },
    { width: 22, dash: [5, 5] },
  ],
  grid: [{ width: 28, paper }, { width: 24 }, { width: 16, paper }, { width: 16, dash: [4, 10] }],
  frames: [{ width: 28, paper }, { width: 24 }, { width: 11, paper }, { width: 11, dash: [4, 12] }],
  rings: [
    { width: 28, paper },
    { width: 22, dash: [0, 25], round },
    { width: 11, dash: [0, 25], round, paper },
  ],
  pixels: [
    { width: 28, paper },
    { width: 22, dash: [8, 7] },
    { width: 7, paper },
  ],
};

/** A row of words is one line; a strand of them has three. */
const ruledLine = (next: Numbers): Stroke => ({ width: 3, dash: words(next), round });

/** Words and the spaces between them. */
const words = (next: Numbers): number[] =>
  Array.from({ length: 7 }, () => [Math.round(12 + next() * 50), Math.round(8 + next() * 4)]).flat();
