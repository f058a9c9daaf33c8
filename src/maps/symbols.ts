/** The map symbols of the creative fields: each motif of the weave as a symbol of about eight pixels. */
import type { motifs } from '../model/schema/fields.ts';

type Motif = (typeof motifs)[number];

const shapes: Record<Motif, string> = {
  lines: 'M-4-3.3h8v2.5h-8zM-4 .8h8v2.5h-8z',
  staves: 'M-3.7 0a3.7 3.7 0 1 0 7.4 0a3.7 3.7 0 1 0-7.4 0z',
  weft: 'M-4-2.2l1.8-1.8L0-1.8 2.2-4 4-2.2 1.8 0 4 2.2 2.2 4 0 1.8-2.2 4-4 2.2-1.8 0z',
  grid: 'M-3.3-3.3h6.6v6.6h-6.6z',
  frames: 'M-4.4-3.3h8.8v6.6h-8.8zM-2.4-1.3v2.6h4.8v-2.6z',
  rings: 'M-4.1 0a4.1 4.1 0 1 1 8.2 0a4.1 4.1 0 1 1-8.2 0M-1.9 0a1.9 1.9 0 1 0 3.8 0a1.9 1.9 0 1 0-3.8 0',
  pixels: 'M-3.9-3.9h3.9v3.9h-3.9zM0 0h3.9v3.9h-3.9z',
};

export const signId = (motif: Motif): string => `sign-${motif}`;

/** SVG definitions of the symbols that a map uses. */
export const signs = (used: readonly Motif[]): string =>
  `<defs>${[...new Set(used)].map((motif) => `<path id="${signId(motif)}" d="${shapes[motif]}"/>`).join('')}</defs>`;
