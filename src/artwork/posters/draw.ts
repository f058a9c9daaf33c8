/** Functions shared by the motifs of posters. A poster is always 60 units high. */
import type { Numbers } from '../random.ts';

export const posterHeight = 60;

/**
 * CSS classes of the colours (poster.css): 1 is the background, 2 the medium and 3 the strong step of the field's
 * colour, 4 the page's text colour. In print, `t` classes become outlines; `l` classes keep their width, in
 * white or black, and `g3` in grey.
 */
export type Tone = 't1' | 't2' | 't3' | 't4' | 'l1' | 'l2' | 'l3' | 'l4' | 'g3';

export interface Area {
  /** Left edge and width of the part of the poster to fill. */
  x: number;
  width: number;
  /** The edges, at half height, of the part that isn't covered by neighbouring areas. */
  from: number;
  to: number;
  /** Number of large elements, at least 1. */
  count: number;
  /** How many small elements to draw, on a scale from 0 to 1. */
  detail: number;
  /** Unique among the posters of a page, for references within the drawing. */
  id: string;
  next: Numbers;
}

/** A number with at most one decimal place, in the shortest form that SVG allows. */
export const short = (value: number): string => String(Math.round(value * 10) / 10).replace(/^(-?)0\./, '$1.');

/** Numbers for path data, separated only where necessary. */
export const list = (...values: number[]): string => values.map(short).join(' ').replaceAll(' -', '-');

/** A filled path. */
export const shape = (tone: Tone, d: string): string => (d === '' ? '' : `<path class="${tone}" d="${d}"/>`);

/** A stroked path. */
export const line = (tone: Tone, width: number, d: string, more = ''): string =>
  d === '' ? '' : `<path class="${tone}" stroke-width="${short(width)}" d="${d}"${more}/>`;

export const dashed = (...lengths: number[]): string => ` stroke-dasharray="${list(...lengths)}"`;
export const roundCaps = ' stroke-linecap="round"';
/** An attribute for curves, which would otherwise be filled. */
export const noFill = ' fill="none"';

export const randomBetween = (next: Numbers, min: number, max: number): number => min + next() * (max - min);
export const randomInteger = (next: Numbers, min: number, max: number): number =>
  Math.floor(randomBetween(next, min, max + 1));
export const pickOne = <T>(next: Numbers, choices: readonly T[]): T =>
  choices[Math.floor(next() * choices.length)] as T;
/** From 0 to `count` - 1, in random order. */
export const shuffled = (next: Numbers, count: number): number[] =>
  Array.from({ length: count }, (_, index) => [next(), index] as const)
    .toSorted(([a], [b]) => a - b)
    .map(([, index]) => index);
export const range = (count: number): number[] => Array.from({ length: Math.max(0, count) }, (_, index) => index);
