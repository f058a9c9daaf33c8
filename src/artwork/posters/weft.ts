import { dashed, high, line, list, oneOf, range, whole, type Area, type Tone } from './draw.ts';

const tones = ['t2', 't3', 't4'] as const;

/** A plain weave, over and under: short pieces of warp and weft in turn, in a sett of colours that is mirrored like a tartan's. */
export function weft({ x, width, count, detail, next }: Area): string {
  const narrow = width < 30;
  const pitch = narrow ? width / Math.round(width / 6.5) : width > 130 ? 10 : oneOf(next, [7.5, 8.6, 10, 12]);
  const [tape, gap] = [pitch * 0.78, pitch * 0.1];
  // A piece reaches from the thread that covers it before to the one that covers it after.
  const piece = 2 * pitch - tape - 2 * gap;
  const dashes = dashed(piece, 2 * pitch - piece);
  const warp = sett(count, detail, next, ['t3', 't3', 't4']);
  const weftOf = sett(count, detail, next, ['t2', 't2', 't4']);
  const threads = (
    tone: Tone,
    of: (index: number) => Tone,
    length: number,
    along: (at: number, start: number) => string,
  ) =>
    range(Math.ceil(length / pitch))
      .filter((index) => of(index) === tone)
      .map((index) => along((index + 0.5) * pitch, (index % 2 ? 0.5 : -0.5) * pitch - piece / 2))
      .join('');
  return tones
    .map((tone) => {
      const across = threads(tone, weftOf, high, (at, start) => `M${list(x + start, at)}H${list(x + width)}`);
      const down = threads(tone, warp, width, (at, start) => `M${list(x + at, start - pitch)}V${high}`);
      return line(tone, tape, across + down, dashes);
    })
    .join('');
}

/** The tone of each thread: broad bands and narrow ones, repeated and mirrored. */
function sett(count: number, detail: number, next: () => number, [first, second, third]: readonly [Tone, Tone, Tone]) {
  const half: Tone[] = [];
  range(Math.min(4, count) + 1).forEach(() => {
    half.push(...range(whole(next, 1, 3)).map(() => first), ...range(whole(next, 0, 2)).map(() => second));
    if (next() < 0.5 + detail * 0.2) half.push(third);
  });
  const shift = whole(next, 0, half.length);
  return (index: number): Tone => {
    const at = (index + shift) % (half.length * 2);
    return half[at < half.length ? at : half.length * 2 - 1 - at] as Tone;
  };
}
