/**
 * Label placement. A map scales with the viewport while its text doesn't, so labels that don't overlap on a wide screen
 * may overlap on a narrow one. A position is a point that scales with the map plus an offset in ems that doesn't. It
 * must be free at every width.
 */
import { hullOf, touch, type Box } from './boxes.ts';
import type { Point } from './frame.ts';
import { choicesOf, type Candidate, type Name, type Placed, type Room } from './label-candidates.ts';

/**
 * Minimum and maximum widths in ems of 0.8125 rem: on phones, and from 30 rem on. A drawing has labels for both
 * layouts; map.css shows one of them, and none below the minimum.
 */
export const layouts = { slim: [21, 37], broad: [36.9, 90] } as const;

/** Cost of leaving a label out. */
const nowhere = 100;
/** How many neighbours a label may displace. */
const maxMoved = 2;

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
    const all = candidates.flatMap(({ boxes }) => boxes);
    return first && hullOf(first.box.at, all);
  });
  return around.map((one, index) =>
    around.flatMap((other, at) => (at !== index && one && other && touch(one, other, room.widths) ? [at] : [])),
  );
}

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
