import { dashed, posterHeight, line, list, pickOne, range, randomInteger, type Area } from './draw.ts';

type Thread = 't2' | 't3' | 't4';

/**
 * A plain weave: short pieces of warp and weft alternate. Each has two strands, and the order of the colours is
 * symmetrical, as in a tartan.
 */
export function weft({ x, width, count, detail, next }: Area): string {
  const narrow = width < 30;
  const pitch = narrow ? width / Math.round(width / 6.5) : width > 130 ? 10 : pickOne(next, [7.5, 8.6, 10, 12]);
  const [tape, gap] = [pitch * 0.84, pitch * 0.05];
  // A piece extends from the thread that crosses over one of its ends to the one that crosses over the other.
  const piece = 2 * pitch - tape - 2 * gap;
  const dashes = dashed(piece, 2 * pitch - piece);
  const toneOf = {
    weft: sett(count, detail, next, ['t2', 't2', 't4']),
    warp: sett(count, detail, next, ['t3', 't3', 't4']),
  };
  const paths = { t2: '', t3: '', t4: '' };
  for (const index of range(Math.ceil(Math.max(posterHeight, width) / pitch))) {
    const [at, start] = [(index + 0.5) * pitch, (index % 2 ? 0.5 : -0.5) * pitch - piece / 2];
    if (at < posterHeight + tape) paths[toneOf.weft(index)] += `M${list(x + start, at)}H${list(x + width)}`;
    if (at < width + tape) paths[toneOf.warp(index)] += `M${list(x + at, start - pitch)}V${posterHeight}`;
  }
  return (
    (['t2', 't3', 't4'] as const).map((tone) => line(tone, tape, paths[tone], dashes)).join('') +
    line('t1', pitch * 0.08, paths.t2 + paths.t3 + paths.t4, dashes)
  );
}

/** The tone of each thread, in broad and narrow bands that are repeated and mirrored. */
function sett(
  count: number,
  detail: number,
  next: () => number,
  [first, second, third]: readonly [Thread, Thread, Thread],
) {
  const half: Thread[] = [];
  range(Math.min(4, count) + 1).forEach(() => {
    half.push(
      ...range(randomInteger(next, 1, 3)).map(() => first),
      ...range(randomInteger(next, 0, 2)).map(() => second),
    );
    if (next() < 0.5 + detail * 0.2) half.push(third);
  });
  const shift = randomInteger(next, 0, half.length);
  return (index: number): Thread => {
    const at = (index + shift) % (half.length * 2);
    return half[at < half.length ? at : half.length * 2 - 1 - at] as Thread;
  };
}
