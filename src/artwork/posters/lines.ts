import { randomBetween, posterHeight, line, list, pickOne, range, roundCaps, type Area } from './draw.ts';

/** How far each line of a stanza is indented, in line heights. */
const forms: readonly ((row: number) => number)[] = [() => 0, (row) => (row % 2) * 1.4, (row) => (row % 4 > 1 ? 2 : 0)];

/** Pages of verse with a stanza for each large element; words are rounded bars, some of them dark. */
export function lines({ x, width, count, detail, next }: Area): string {
  const narrow = width < 30;
  const columns = Math.max(1, Math.round(width / 105));
  /** Stanzas per column. */
  const stanzas = Math.ceil(Math.min(count, 4 * columns) / columns);
  const pitch = narrow ? 6 : pitchFor(stanzas, columns, next);
  const margin = narrow ? 2.5 : Math.max(5, pitch * 0.8);
  const indent = narrow ? forms[0] : pickOne(next, forms);
  const rows = Math.floor((posterHeight - margin * 1.7) / pitch);
  // Stanzas of nearly the same number of lines, with an empty line between them.
  const breaks = new Set(range(stanzas - 1).map((at) => Math.floor(((at + 1) * (rows + 1)) / stanzas) - 1));
  /** How far the page is shifted to the right. */
  const shift = narrow || columns > 1 ? 0 : pickOne(next, [0, 0, 0.08, 0.16]);
  const words = { t2: '', t3: '' };
  for (const column of range(columns)) {
    const room = width / columns - margin * (columns > 1 ? 1.5 : 2);
    const left = x + margin + (column * width) / columns + shift * room;
    const measure = (1 - shift) * room;
    let since = 0;
    for (const row of range(rows)) {
      if (breaks.has(row)) {
        since = 0;
        continue;
      }
      const y = (posterHeight - (rows - 1) * pitch) / 2 + row * pitch;
      const end = left + measure * randomBetween(next, 0.5, 0.98);
      let at = left + Math.min(measure / 3, (indent?.(since++) ?? 0) * pitch);
      while (at < end) {
        const length = Math.min(
          randomBetween(next, 0.5, 3.4) * pitch * (narrow ? 0.7 : 1),
          Math.max(pitch / 2, end - at),
        );
        words[next() < 0.16 + detail * 0.2 ? 't3' : 't2'] += `M${list(at, y)}h${list(length)}`;
        at += length + pitch * 0.86;
      }
    }
  }
  return line('t2', pitch * 0.42, words.t2, roundCaps) + line('t3', pitch * 0.42, words.t3, roundCaps);
}

/** The line height, which decreases with the number of stanzas. */
function pitchFor(stanzas: number, columns: number, next: Area['next']): number {
  if (stanzas === 1) return pickOne(next, columns > 1 ? [7.6, 8.8, 10.5] : [5.4, 6.2, 7.2, 8.4]);
  if (stanzas === 2) return pickOne(next, columns > 1 ? [6.2, 7.4] : [5.2, 6.2]);
  return stanzas === 3 ? 5 : 4.6;
}
