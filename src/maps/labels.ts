/**
 * Label placement. A map scales with the viewport while its text doesn't, so labels that don't overlap on a wide screen
 * may overlap on a narrow one. A position is a point that scales with the map plus an offset in ems that doesn't. It
 * must be free at every width.
 */
import type { Point } from './frame.ts';

export interface Box {
  /** The point on the map, in map widths. */
  at: Point;
  /** Offset of the box's centre from that point, and half the box's size, in ems. */
  shift: Point;
  half: Point;
}

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
  /** True if the point has no mark: text of several lines may then be diagonal, clear of a line through the point. */
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

/**
 * Minimum and maximum widths in ems of 0.8125 rem: on phones, and from 30 rem on. A drawing has labels for both
 * layouts; map.css shows one of them, and none below the minimum.
 */
export const layouts = { slim: [21, 37], broad: [36.9, 90] } as const;

export const lineHeight = 1.15;
/** Distance between a point and its label, and between the middle of a line and its baseline, in ems. */
const beside = 0.6;
const baseline = 0.34;
/** Cost of leaving a label out. */
const nowhere = 100;
/** How many neighbours a label may displace. */
const maxMoved = 2;
/** Lengths of leader lines, in ems. */
const leaders = [1.5, 2.4, 3.4, 4.6, 6];

interface Candidate extends Placed {
  cost: number;
  /** Boxes for collision tests: the text with its leader line, and the whole area from the point to the text. */
  boxes: Box[];
  hull: Box;
}

/**
 * Places labels: those with the fewest candidates first, each at the candidate with the lowest cost, including the cost
 * for the neighbours that it displaces. Repeats while the result improves. Deterministic.
 *
 * @returns one for each label; undefined if there is no room
 */
export function placeNames(names: readonly Name[], room: Room): (Placed | undefined)[] {
  const choices = names.map((name) => choicesOf(name, room));
  const order = names.map((_, index) => index);
  order.sort((a, b) => (choices[a] as Candidate[]).length - (choices[b] as Candidate[]).length || a - b);
  let taken = new Map<number, Candidate>();
  const near = neighboursOf(choices, room);
  const met = (candidate: Candidate, other: number, among: Map<number, Candidate>) => {
    const there = among.get(other);
    return there !== undefined && meet(candidate, there, room);
  };
  const against = (candidate: Candidate, own: number) =>
    (near[own] as number[]).filter((other) => met(candidate, other, taken));
  const free = (candidate: Candidate, own: number, among: Map<number, Candidate>) =>
    !(near[own] as number[]).some((other) => met(candidate, other, among));
  const costOf = (index: number, among: Map<number, Candidate>) => among.get(index)?.cost ?? nowhere;

  for (let round = 0, better = true; round < 6 && better; round += 1) {
    better = false;
    for (const index of order) {
      let best = { gain: 1e-9, after: undefined as Map<number, Candidate> | undefined };
      for (const candidate of choices[index] as Candidate[]) {
        // The following candidates cost more, so none of them is better.
        if (costOf(index, taken) - candidate.cost <= best.gain) break;
        const neighbours = against(candidate, index);
        if (neighbours.length > maxMoved) continue;
        const after = new Map(taken).set(index, candidate);
        for (const neighbour of neighbours) after.delete(neighbour);
        for (const neighbour of neighbours) {
          const next = (choices[neighbour] as Candidate[]).find((one) => free(one, neighbour, after));
          if (next) after.set(neighbour, next);
        }
        const gain = [index, ...neighbours].reduce((sum, one) => sum + costOf(one, taken) - costOf(one, after), 0);
        if (gain > best.gain) best = { gain, after };
      }
      if (!best.after) continue;
      better = true;
      taken = best.after;
    }
  }
  return names.map((_, index) => taken.get(index));
}

/** For each label, the others that some of its candidates may overlap: usually only a few. */
function neighboursOf(choices: readonly (readonly Candidate[])[], room: Room): number[][] {
  const around = choices.map((candidates): Box | undefined => {
    const [first] = candidates;
    return (
      first &&
      hullOf(
        first.box.at,
        candidates.flatMap(({ boxes }) => boxes),
      )
    );
  });
  return around.map((one, index) =>
    around.flatMap((other, at) => (at !== index && one && other && touch(one, other, room.widths) ? [at] : [])),
  );
}

/** The bounding box of some boxes and the point itself. */
function hullOf(at: Point, boxes: readonly Box[]): Box {
  const sides = ([0, 1] as const).map((axis) => {
    const min = boxes.reduce((edge, { shift, half }) => Math.min(edge, shift[axis] - half[axis]), 0);
    const max = boxes.reduce((edge, { shift, half }) => Math.max(edge, shift[axis] + half[axis]), 0);
    return { middle: (min + max) / 2, half: (max - min) / 2 + 0.01 };
  }) as [{ middle: number; half: number }, { middle: number; half: number }];
  const [x, y] = sides;
  return { at, shift: [x.middle, y.middle], half: [x.half, y.half] };
}

/** All candidates of a label, the cheapest first. */
function choicesOf({ at, texts, size = 1, bare = false }: Name, room: Room): Candidate[] {
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

const meet = (one: Candidate, other: Candidate, room: Room) =>
  // Most pairs are far apart.
  touch(one.hull, other.hull, room.widths) &&
  (one.boxes.some((mine) => other.boxes.some((theirs) => touch(mine, theirs, room.widths))) ||
    room.widths.some((width) => cross(one, other, width)));

/** Do the leader lines of two labels cross at a given width of the map? */
function cross(one: Candidate, other: Candidate, width: number): boolean {
  if (!one.leader || !other.leader) return false;
  const ends = ({ box: { at }, leader }: Candidate): [Point, Point] => {
    const from: Point = [at[0] * width, at[1] * width];
    return [from, [from[0] + (leader?.[0] ?? 0), from[1] + (leader?.[1] ?? 0)]];
  };
  const [a, b] = ends(one);
  const [c, d] = ends(other);
  const side = (p: Point, q: Point, r: Point) =>
    Math.sign((q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0]));
  return side(a, b, c) !== side(a, b, d) && side(c, d, a) !== side(c, d, b);
}

/**
 * Do two boxes overlap at any map width? Their distance is linear in the width, so each axis gives a range of widths.
 */
export function touch(one: Box, other: Box, [narrowest, widest]: readonly [number, number]): boolean {
  let [from, to] = [narrowest, widest];
  for (const axis of [0, 1] as const) {
    const growth = other.at[axis] - one.at[axis];
    const fixed = other.shift[axis] - one.shift[axis];
    const reach = one.half[axis] + other.half[axis];
    if (Math.abs(growth) < 1e-9) {
      if (Math.abs(fixed) >= reach) return false;
      continue;
    }
    const middle = -fixed / growth;
    const part = reach / Math.abs(growth);
    from = Math.max(from, middle - part);
    to = Math.min(to, middle + part);
  }
  return from < to;
}

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
