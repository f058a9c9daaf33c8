import { dashed, posterHeight, line, list, pickOne, range, shuffled, type Area } from './draw.ts';

/**
 * Strips of dark, perforated film with light and dark frames. For a single large element, one strip runs across the
 * poster; for several, there is a strip for each, side by side, as far as there is room.
 */
export function frames({ x, width, count, detail, next }: Area): string {
  const narrow = width < 30;
  const across = count === 1 && width > 60;
  const number = narrow || across ? 1 : Math.max(1, Math.min(count, Math.round(width / 20)));
  const step = (across ? posterHeight : width) / number;
  const strip = Math.min(across ? 42 : 30, step * 0.84);
  const middle = x + width / 2;
  const slant = (narrow ? 0 : pickOne(next, [-14, -9, 9, 14])) + (across ? 90 : 0);
  // Long enough to reach the edges when rotated around the middle.
  const reach = across ? width / 2 + 12 : posterHeight / 2 + 12 + (slant === 0 ? 0 : Math.round(width / 8));
  const frame = strip * 0.6;
  const [tall, gap] = [Math.round(frame * 0.78), strip * 0.09 + 0.4];
  const strips = range(number).map((at) => ({
    middle: Math.round((middle + (at + 0.5 - number / 2) * step) * 2) / 2,
    top: Math.round(posterHeight / 2 - reach - tall * next()),
  }));
  const down = (dx = 0) =>
    strips.map((one) => `M${list(one.middle + dx, one.top)}V${list(posterHeight / 2 + reach)}`).join('');
  const chosen = (share: number) =>
    strips
      .flatMap(({ middle: at, top }) => {
        const frameCount = Math.ceil((posterHeight / 2 + reach - top) / (tall + gap));
        return shuffled(next, frameCount)
          .slice(0, Math.max(1, Math.round(frameCount * share)))
          .map((index) => `M${list(at, top + index * (tall + gap))}v${tall}`);
      })
      .join('');
  const hole = strip * 0.085;
  const drawing =
    line('g3', strip, down()) +
    line('l1', hole, down(-strip * 0.4) + down(strip * 0.4), dashed(hole * 1.2, hole * 1.1)) +
    line('l2', frame, down(), dashed(tall, gap)) +
    line('l1', frame, chosen(0.3)) +
    line('l4', frame, chosen(0.2 + detail * 0.15));
  return slant === 0 ? drawing : `<g transform="rotate(${slant} ${list(middle, posterHeight / 2)})">${drawing}</g>`;
}
