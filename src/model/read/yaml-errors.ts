/**
 * Messages for errors of the YAML parser. It reports where it noticed an error, but the mistake is often a line or two
 * above.
 */
import type { YAMLError } from 'yaml';
import { describeCharacter } from '../schema/characters.ts';

/** The beginning of a text, to quote it. */
export const beginning = (text: string): string => `"${(text.trim().split('\n')[0] ?? '').slice(0, 40)}"`;

/**
 * Lines that YAML doesn't read the way they look: with a special space or colon after the name of a field, or a special
 * space before it.
 */
export function confusedLines(text: string): { row: number; message: string }[] {
  return text.split('\n').flatMap((line, row) => {
    const [before] = afterName.exec(line) ?? beforeName.exec(line) ?? [];
    return before === undefined ? [] : [{ row, message: describeCharacter(line, before.length) }];
  });
}
const specialSpaces = '\u00a0\u2000-\u200a\u202f\u205f\u3000';
const afterName = new RegExp(`^[ -]*[\\w-]+(?::[ \\t]*(?=[${specialSpaces}])|(?=\uff1a))`);
const beforeName = new RegExp(`^[ -]*(?=[${specialSpaces}]\\s*[\\w-]+:(?:\\s|$))`);

/**
 * Puts a parser's error into words, and finds the line of the mistake.
 *
 * @param text the complete YAML
 * @returns the message, and the offset in `text` of the mistake
 */
export function explain(error: YAMLError, text: string): { offset: number; message: string } {
  const at = Math.min(...error.pos);
  const lines = text.split('\n');
  const row = text.slice(0, at).split('\n').length - 1;
  const line = lines[row] ?? '';
  const offsetOf = (index: number) => lines.slice(0, index).join('\n').length + (index > 0 ? 1 : 0);
  const here = (message: string) => ({ offset: at, message });
  const count = (sign: string, of: string) => of.split(sign).length - 1;
  /** The line of an unclosed quote or bracket: the parser fails only further down. */
  const opened = (open: string, close: string) =>
    lines.findIndex(
      (candidate, index) =>
        index <= row &&
        (open === close ? count(open, candidate) % 2 === 1 : count(open, candidate) > count(close, candidate)),
    );

  if (error.code === 'TAB_AS_INDENT' || /^\s*\t/.test(line)) return here('a tab is used to indent; use spaces');
  const quote = opened('"', '"');
  const curly = quote >= 0 ? /[“”„‟]/.exec(lines[quote] ?? '') : null;
  if (curly)
    return {
      offset: offsetOf(quote),
      message: `a straight quote " needs a second one; ${describeCharacter(lines[quote] ?? '', curly.index).replace('delete it', 'write "')}`,
    };
  if (quote >= 0)
    return { offset: offsetOf(quote), message: 'a quote is opened but not closed; close it with the same character' };
  for (const [open, close, name] of [
    ['[', ']', 'bracket'],
    ['{', '}', 'brace'],
  ] as const) {
    const index = opened(open, close);
    if (index >= 0 && !closedLater(lines, index, open, close))
      return { offset: offsetOf(index), message: `a ${name} ${open} is opened but not closed; close it with ${close}` };
  }
  if (/^\s*(?:- )?[\w-]+:[^\s:]/.test(line) && !/^\s*(?:- )?[\w-]+: /.test(line))
    return here('a space is missing after the colon; add it, as in title: "A title"');
  const value = /^\s*(?:- |[\w-]+: +)(.)/.exec(line)?.[1] ?? '';
  if (value === '?')
    return here(
      'a value can’t begin with ?; delete the line where the value isn’t known, or put a text in quotes, like title: "?"',
    );
  if ('*&!'.includes(value) && value !== '') return here(`a text that begins with ${value} must be in quotes`);
  if ('@`%|>'.includes(value) && value !== '') return here(`a text that begins with ${value} must be in quotes`);
  if (error.code === 'BAD_DQ_ESCAPE')
    return here(
      `${/\\[^\\"nt]/.exec(line)?.[0] ?? 'this'} isn't an escape in YAML; write the backslash twice, or remove it`,
    );
  switch (error.code) {
    case 'BLOCK_AS_IMPLICIT_KEY':
    case 'BLOCK_IN_FLOW':
      return here('a text with a colon must be in quotes, like title: "One: two"');
    case 'MULTILINE_IMPLICIT_KEY':
    case 'MISSING_CHAR':
      return /: .*: /.test(line) || /: /.test(line.replace(/^\s*(?:- )?[\w-]+: /, ''))
        ? here('a text with a colon must be in quotes, like title: "One: two"')
        : here(
            `${beginning(line)} isn't "name: value"; add the colon, or, if the text begins here, put a line of three hyphens (---) before it`,
          );
    case 'BAD_INDENT':
      return here(
        'the line is indented too much or too little; fields of the same group must begin in the same column',
      );
    default:
      return here(
        `${beginning(line)} can't be read; put the text in quotes, and close all brackets and quotes that were opened`,
      );
  }
}

/** Is a bracket on line `index` closed there or further down? */
function closedLater(lines: readonly string[], index: number, open: string, close: string): boolean {
  let depth = 0;
  for (const line of lines.slice(index))
    for (const sign of line) {
      if (sign === open) depth += 1;
      if (sign === close) depth -= 1;
      if (depth === 0 && sign === close) return true;
    }
  return false;
}
