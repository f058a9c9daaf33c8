import { indent, specialSpace } from './mask-markup.ts';

/** Beginnings of lines that are meant as list items; two such lines in a row would become one paragraph. */
const items: readonly RegExp[] = [
  new RegExp(`^(?:\\d{1,3}|\\p{L})[.)](?:\\s|${specialSpace})*(?=[\\p{L}\u0001])`, 'u'),
  /^[-+*–—]/,
  /^\d{1,2}[:.]\d{2}\b/,
  /^\p{Extended_Pictographic}/u,
  // **When:** 12 June
  /^\u0001{2}[^\u0001\n]{1,40}(?::\u0001{2}|\u0001{2}:)/,
];

/** Reports lists, tables and columns that the parser doesn't recognise, whose lines become one paragraph. */
export function* runOnLines(text: string, raw: string, type: string): Generator<[index: number, message: string]> {
  let index = 0;
  let before = '';
  let found = false;
  let hasTab = false;
  const rawLines = raw.split('\n');
  for (const [number, maskedLine] of text.split('\n').entries()) {
    const line = maskedLine.replace(new RegExp(`^${indent}+`), '');
    const at = index;
    index += maskedLine.length + 1;
    if (!hasTab && /\S\t+ *\S/.test(line)) {
      hasTab = true;
      yield [at, 'there is a tab in this line; write a table with | between its columns, or a space'];
    }
    // One report per paragraph: its other lines have the same problem.
    if (type !== 'paragraph' || found) continue;
    // A line that ends in two spaces or a backslash has a line break.
    const isBroken = /(?: {2}|\\)$/.test(rawLines[number - 1] ?? '');
    const bullet = /^([•·▪▫◦‣●○■□➢➤\ue000-\uf8ff])\s*\S/u.exec(line)?.[1];
    const columns = (one: string) => one.includes('|');
    found = true;
    if (bullet !== undefined) yield [at, `this line begins with "${bullet}" but isn't a list; write "- " instead`];
    else if (/^\||\|.*\|\s*$/.test(line) || (before !== '' && columns(line) && columns(before)))
      yield [
        at,
        'this table would be shown as text; under its header it needs a line like |---|---|, with as many columns',
      ];
    else if (!isBroken && items.some((item) => item.test(line) && item.test(before)))
      yield [
        at,
        'this line would be joined to the one before; begin each with "- " or "1. " for a list, or put an empty line between them',
      ];
    else found = false;
    before = line;
  }
}
