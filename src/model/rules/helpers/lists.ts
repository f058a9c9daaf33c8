import type { Nodes } from 'mdast';
import { childrenOf, lineOf } from '../../body.ts';
import { short, type ReportLine } from './context.ts';

/** Reports lists whose numbers or markers would be lost, and items that are empty or have a checkbox. */
export function checkLists(node: Nodes, source: string, report: ReportLine): void {
  if (node.type !== 'list') return;
  const start = node.start ?? 1;
  const markers = node.children.map((item) => {
    const raw = source.slice(item.position?.start.offset ?? 0, item.position?.end.offset ?? 0);
    return { item, raw, marker: /^\s*([-+*]|\d+(?=[.)]))/.exec(raw)?.[1] ?? '' };
  });
  // Writing "1." before each item is common in Markdown; the list is numbered anyway.
  const countsByItself = markers.every(({ marker }) => marker === '1');
  for (const [index, { item, raw, marker }] of markers.entries()) {
    const line = lineOf(item);
    if (node.ordered && !countsByItself && marker !== String(start + index)) {
      report(
        line,
        `the number ${marker} would be shown as ${start + index}, because lists are numbered automatically; number the items in order, or write ${marker}\\. to keep the number`,
      );
      break;
    }
    if (node.ordered && markers.length === 1 && marker !== '1')
      report(line, `"${marker}." begins a list here; write ${marker}\\. for a number or a date`);
    if (marker === '+' && /^\s*\+\s+\d/.test(raw))
      report(line, `the + of "${short(raw)}" would be lost; write it without a space after it, or \\+`);
    if (childrenOf(item).length === 0) report(line, 'this list item is empty; fill it in or delete the line');
    if (typeof item.checked === 'boolean')
      report(line, `"${short(raw)}" becomes a checkbox that can't be ticked; delete [ ]`);
  }
}
