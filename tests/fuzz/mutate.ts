/** Random typing mistakes, reproducible from a seed. */

const pieces = [
  ':',
  '"',
  "'",
  '-',
  '---\n',
  '\t',
  '#',
  '[',
  ']',
  '{',
  '}',
  '&',
  '*',
  '!',
  '|',
  '>',
  '%',
  '@',
  '`',
  '\\',
  '\n',
  ' ',
  '  ',
  '\u0000',
  '\u202e',
  '\ufeff',
  '🎭',
  'ł',
  'é',
  '<b>',
  '<script>alert(1)</script>',
  '<!--',
  '-->',
  '](',
  '[^',
  '[^x]',
  '![',
  '# ',
  '## ',
  'null',
  'true',
  '~',
  '0x1F',
  '1e9',
  '2018-02-30',
  '25:00',
  '__proto__: 1\n',
  'constructor',
  '<<: *a\n',
  '&a [*a, *a]',
  '{count',
  '}}',
  '{x, plural, one {',
  '<<<<<<< HEAD\n',
  '=======\n',
  '>>>>>>> theirs\n',
  'javascript:alert(1)',
  '/pl/events/',
  '../',
  '%',
  '%zz',
  '"""',
  ',,',
  '﻿',
  '٣',
  '99999999999999999999',
  '-1',
  'NaN',
];

/** The text with one to three mistakes. */
export function mutate(text: string, next: () => number): string {
  const pick = (count: number) => Math.floor(next() * count);
  let result = text;
  for (let mistakes = 1 + pick(3); mistakes > 0; mistakes -= 1) {
    const at = pick(result.length + 1);
    const lines = result.split('\n');
    const line = pick(lines.length);
    switch (pick(8)) {
      case 0:
        result = result.slice(0, at) + result.slice(at + 1 + pick(4));
        break;
      case 1:
      case 2:
        result = result.slice(0, at) + (pieces[pick(pieces.length)] as string) + result.slice(at);
        break;
      case 3:
        lines.splice(line, 1);
        result = lines.join('\n');
        break;
      case 4:
        lines.splice(line, 0, lines[pick(lines.length)] as string);
        result = lines.join('\n');
        break;
      case 5:
        lines[line] = `${' '.repeat(pick(5))}${(lines[line] as string).trimStart()}`;
        result = lines.join('\n');
        break;
      case 6:
        lines[line] = (pieces[pick(pieces.length)] as string) + (lines[line] as string);
        result = lines.join('\n');
        break;
      default:
        result = result.slice(0, at);
    }
  }
  return result;
}
