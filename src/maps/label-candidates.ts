/** The positions that a label may have, with their costs. */
import { hullOf, touch, type Box } from './boxes.ts';
import type { Point } from './frame.ts';

/** A possible text of a label, with its cost; lines are separated by line feeds. */
export interface Wording {
  text: string;
  cost?: number;
}

export interface Name {
  /** In map widths. */
  at: Point;
  texts: readonly Wording[];
  /** Font size in ems. */
  size?: number;
  /** True if the point has no mark: several lines of text may then be placed diagonally, clear of a line through it. */
  bare?: boolean;
}

export interface Placed {
  text: string;
  /** Offset of the text's anchor and first baseline from the point, in ems. */
  shift: Point;
  /** Font size in ems. */
  size: number;
  anchor: 'start' | 'middle' | 'end';
  /** The end of the leader line, for a label at some distance. */
  leader: Point | undefined;
  box: Box;
}

export interface Room {
  /** Minimum and maximum width of the map in ems, and its height as a fraction of its width. */
  widths: readonly [narrowest: number, widest: number];
  ratio: number;
  /** Marks, which labels must not cover. */
  marks: readonly Box[];
  /** Points along lines, which labels should avoid, in map widths. */
  lines: readonly Point[];
  /** No leader lines: among very many marks they would be unreadable. */
  crowded?: boolean;
}

export const lineHeight = 1.15;
/** Distance between a point and its label, and between the middle of a line and its baseline, in ems. */
const beside = 0.6;
const baseline = 0.34;
/** Lengths of leader lines, in ems. */
const leaders = [1.5, 2.4, 3.4, 4.6, 6];

/** A possible position of a label. */
export interface Candidate extends Placed {
  cost: number;
  /** Boxes for collision tests: the text with its leader line, and the whole area from the point to the text. */
  boxes: Box[];
  hull: Box;
}

/** All candidates of a label, the cheapest first. */
export function choicesOf({ at, texts, size = 1, bare = false }: Name, room: Room): Candidate[] {
  const candidates: Candidate[] = [];
  const around = { ...room, lines: nearLines(at, texts, size, room) };
  texts.forEach(({ text, cost = 0 }) => {
    const lines = text.split('\n');
    const half: Point = [Math.max(...lines.map(widthOf)) / 2, (lines.length * lineHeight) / 2];
    half[0] *= size;
    half[1] *= size;
    for (const [ring, length] of [beside, ...(room.crowded ? [] : leaders)].entries())
      for (let turn = 0; turn < 16; turn += 1) {
        // The eight usual positions; two lines of text would cover the mark in the diagonal ones.
        const slanted = turn % 4 === 2;
        if (ring === 0 && (turn % 2 === 1 || (lines.length > 1 && slanted && !bare))) continue;
        const angle = (turn * Math.PI) / 8;
        const tip: Point = [Math.cos(angle) * length, Math.sin(angle) * length];
        const anchor = Math.abs(tip[0]) < 0.35 * length ? 'middle' : tip[0] > 0 ? 'start' : 'end';
        const gap = ring === 0 ? 0 : 0.2;
        const x = anchor === 'middle' ? tip[0] : tip[0] + Math.sign(tip[0]) * (half[0] + gap);
        const above = anchor === 'middle' || (ring === 0 && slanted && bare && lines.length > 1);
        const y = above ? tip[1] + Math.sign(tip[1]) * (half[1] - 0.12) : tip[1] + Math.sin(angle) * 0.15;
        const box: Box = { at, shift: [x, y], half };
        const leader: Point | undefined = ring === 0 ? undefined : tip;
        const boxes = [box];
        if (leader)
          for (const part of [0.6, 0.8, 1])
            boxes.push({ at, shift: [leader[0] * part, leader[1] * part], half: [0.12, 0.12] });
        if (!inside(box, room) || boxes.some((one) => covers(one, room))) continue;
        const start = anchor === 'start' ? x - half[0] : anchor === 'end' ? x + half[0] : x;
        // Right is best, then left, above and below (Imhof 1962; Yoeli 1972).
        const side = anchor === 'middle' ? 0.5 : tip[0] > 0 ? 0 : 0.25;
        const slant = anchor === 'middle' ? 0 : 0.25 * Math.abs(Math.sin(angle));
        candidates.push({
          text,
          shift: [start, y - half[1] + (baseline + lineHeight / 2) * size],
          size,
          anchor,
          leader,
          box,
          boxes,
          hull: hullOf(at, boxes),
          cost: side + slant + (ring > 0 ? 2.5 + length : 0) + cost + 0.6 * Math.min(8, crossings(box, around)),
        });
      }
  });
  return candidates.sort((one, other) => one.cost - other.cost);
}

/** What fits at the minimum width fits at any width. */
function inside({ at, shift, half }: Box, { widths: [width], ratio }: Room): boolean {
  const x = at[0] * width + shift[0];
  const y = at[1] * width + shift[1];
  return x - half[0] >= 0.2 && x + half[0] <= width - 0.2 && y - half[1] >= 0.1 && y + half[1] <= width * ratio - 0.1;
}

const covers = (box: Box, room: Room) =>
  room.marks.some((mark) => !(mark.at[0] === box.at[0] && mark.at[1] === box.at[1]) && touch(box, mark, room.widths));

/** The mean width of the map, at which points under a text are counted. */
const middleOf = ([narrowest, widest]: Room['widths']) => Math.sqrt(narrowest * widest);

/** The points of lines that any of a label's candidates may cover. */
function nearLines(at: Point, texts: readonly Wording[], size: number, { widths, lines }: Room): Point[] {
  const rows = texts.map(({ text }) => text.split('\n'));
  const furthest = Math.max(...leaders) + 1;
  const reach: Point = [
    furthest + size * Math.max(...rows.flat().map(widthOf)),
    furthest + size * Math.max(...rows.map(({ length }) => length)) * lineHeight,
  ];
  const width = middleOf(widths);
  return lines.filter(([x, y]) => Math.abs((x - at[0]) * width) < reach[0] && Math.abs((y - at[1]) * width) < reach[1]);
}

/** How many points of lines a text covers. */
function crossings({ at, shift, half }: Box, { widths, lines }: Room): number {
  const width = middleOf(widths);
  return lines.filter(
    ([x, y]) =>
      Math.abs((x - at[0]) * width - shift[0]) < half[0] && Math.abs((y - at[1]) * width - shift[1]) < half[1],
  ).length;
}

/** Estimated width of a text in ems, erring on the large side, because the reader's font is unknown. */
export function widthOf(text: string): number {
  let width = 0;
  for (const letter of text.normalize('NFD')) {
    if (/\p{M}/u.test(letter)) continue;
    else if (/[ijl.,'’:;|!\s()[\]ftr-]/.test(letter)) width += 0.36;
    else if (/[mwMW—]/.test(letter)) width += 0.92;
    else if (/\p{Lu}/u.test(letter)) width += 0.7;
    else if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(letter)) width += 1.05;
    else width += 0.6;
  }
  return width + 0.1;
}
