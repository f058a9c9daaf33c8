/** Parameters of the weaves. Lengths are in units of the `viewBox`. */

/** Where a weave is used: on the home page, as a band below a title, in a share picture or as the icon. */
export type Form = 'hero' | 'band' | 'share' | 'icon';

export interface Layout {
  width: number;
  height: number;
  /** Distance between rows, and scale of their motif. */
  gap: number;
  rowScale: number;
  /** For the strands: scale of the motif, minimum number, whether they run down, half the wavelength, the amplitude. */
  strandScale: number;
  strands: number;
  down: boolean;
  wave: number;
  swing: number;
  /** How far inside the picture a row may start, like lines of ragged text; 0 for rows from edge to edge. */
  ragged: number;
  /** Radii of the dots. */
  radii: readonly number[];
  /** Fraction of crossings that have a dot. */
  lit: number;
}

export const layouts: Record<Form, Layout> = {
  hero: {
    width: 540,
    height: 560,
    gap: 44,
    rowScale: 1.5,
    strandScale: 1.75,
    strands: 2,
    down: true,
    wave: 150,
    swing: 56,
    ragged: 130,
    radii: [7, 9, 12],
    lit: 0.62,
  },
  band: {
    width: 1152,
    height: 72,
    gap: 16,
    rowScale: 0.6,
    strandScale: 0.9,
    strands: 1,
    down: false,
    wave: 140,
    swing: 20,
    ragged: 0,
    radii: [4, 5, 7],
    lit: 0.5,
  },
  share: {
    width: 560,
    height: 630,
    gap: 52,
    rowScale: 1.75,
    strandScale: 1.9,
    strands: 2,
    down: true,
    wave: 160,
    swing: 58,
    ragged: 130,
    radii: [9, 11, 14],
    lit: 0.6,
  },
  icon: {
    width: 64,
    height: 64,
    gap: 20,
    rowScale: 1.6,
    strandScale: 1,
    strands: 1,
    down: true,
    wave: 36,
    swing: 12,
    ragged: 0,
    radii: [9],
    lit: 0.9,
  },
};
