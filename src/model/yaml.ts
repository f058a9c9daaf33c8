import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument, visit, type Node, type YAMLError } from 'yaml';
import type { Report } from './problem.ts';

/** What a YAML text holds: texts, lists and maps. Every scalar stays as it was written; the schemas give it a meaning. */
export type YamlValue = string | YamlValue[] | YamlMap;
export interface YamlMap {
  [key: string]: YamlValue;
}

export interface ParsedYaml {
  /** undefined when the text can't be parsed; the reason was reported. */
  data: YamlMap | undefined;
  /** The line of the key or list item at `path`, or of the nearest thing above it that is there. */
  lineOf: (path: readonly PropertyKey[]) => number;
  /** The comment behind an unquoted text of a field, which the parser leaves out. */
  comment?: (key: string) => string | undefined;
}

/**
 * Parses a YAML mapping without guessing types: `1984`, `no` and `2027-06-31` are the texts that the editor wrote
 * (YAML 1.2 failsafe schema, chapter 10.1). So nothing turns into a date, a number or a boolean behind the editor's back.
 *
 * @param text      the YAML
 * @param firstLine the line of the file on which `text` begins
 * @param report    takes each problem with its line in the file
 */
export function parseYaml(text: string, firstLine: number, report: Report): ParsedYaml {
  const hyphens = text.split('\n').findIndex((line, index) => index > 0 && /^(---|\.\.\.)\s*$/.test(line));
  if (hyphens > 0) {
    report(firstLine + hyphens, '', 'a line of hyphens (---) has no place here; delete it');
    return { data: undefined, lineOf: () => firstLine };
  }
  const counter = new LineCounter();
  const document = parseDocument(text, {
    schema: 'failsafe',
    lineCounter: counter,
    uniqueKeys: true,
    prettyErrors: false,
    logLevel: 'silent',
  });
  const lineAt = (offset: number) => counter.linePos(offset).line + firstLine - 1;
  const lineOf = (path: readonly PropertyKey[]) => {
    let node: unknown = document.contents;
    let line = firstLine;
    for (const key of path) {
      if (isMap(node)) {
        const pair = node.items.find((item) => isScalar(item.key) && item.key.value === String(key));
        if (!pair) return line;
        line = lineAt((pair.key as Node).range?.[0] ?? 0);
        node = pair.value;
      } else if (isSeq(node)) {
        node = node.items[Number(key)];
        const start = (node as Node | undefined)?.range?.[0];
        if (start === undefined) return line;
        line = lineAt(start);
      } else return line;
    }
    return line;
  };

  const comment = (key: string) => {
    const pair = isMap(document.contents)
      ? document.contents.items.find((item) => isScalar(item.key) && item.key.value === key)
      : undefined;
    return isScalar(pair?.value) && pair.value.type === 'PLAIN' ? (pair.value.comment ?? undefined) : undefined;
  };

  if (document.errors.length > 0) {
    const [first, ...rest] = document.errors as [YAMLError, ...YAMLError[]];
    // One slip often makes the parser stumble again further down; a doubled key never does.
    for (const error of [first, ...rest.filter((other) => other.code === 'DUPLICATE_KEY')]) {
      const { offset, message } = explain(error, text);
      report(lineAt(offset), '', message);
    }
    return { data: undefined, lineOf };
  }
  if (document.contents === null) return { data: {}, lineOf };
  if (!isMap(document.contents)) {
    report(
      firstLine,
      '',
      isSeq(document.contents)
        ? `this must be a group of fields, not a list; take the hyphens out of ${first(text)}, like title: "A title"`
        : `this must be a group of fields, each on a line of its own, like title: "A title", and not ${first(text)}`,
    );
    return { data: undefined, lineOf };
  }
  let sound = true;
  const tell = (offset: number, message: string) => {
    sound = false;
    report(lineAt(offset), '', message);
  };
  for (const { pos, message } of document.warnings)
    tell(
      pos[0],
      /tag/i.test(message)
        ? 'a text that begins with ! must be in quotes'
        : `this line can't be read (${oneLine(message)})`,
    );
  visit(document, {
    Node: (_, node) => {
      // One word for all of them: a text that begins with * is a reference to YAML, and one with & the name of one.
      const sign = isAlias(node) ? '*' : 'anchor' in node && node.anchor ? '&' : undefined;
      if (sign === undefined) return undefined;
      tell(
        node.range?.[0] ?? 0,
        `a text that begins with ${sign} must be in quotes; if a reference (*name) is meant, write the values out instead`,
      );
      return visit.BREAK;
    },
    Pair: (_, { key, value }) => {
      const name = isScalar(key) ? String(key.value) : '';
      const offset = (key as Node | null)?.range?.[0] ?? 0;
      if (name === '__proto__') tell(offset, `"${name}" can't be a name here; choose another`);
      if (isScalar(value) && value.value === '' && value.type === 'PLAIN' && value.comment)
        tell(
          offset,
          `what follows # is left out as a comment; put the text in quotes, like ${name}: "#${value.comment}"`,
        );
    },
  });
  return { data: sound ? (document.toJS() as YamlMap) : undefined, lineOf, comment };
}

/** The beginning of a text, to quote it. */
const first = (text: string) => `"${(text.trim().split('\n')[0] ?? '').slice(0, 40)}"`;
const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();

/** Puts the parser's error into words that say what to do, and finds the line on which the slip was made. */
function explain(error: YAMLError, text: string): { offset: number; message: string } {
  const at = Math.min(...error.pos);
  const lines = text.split('\n');
  const row = text.slice(0, at).split('\n').length - 1;
  const line = lines[row] ?? '';
  const offsetOf = (index: number) => lines.slice(0, index).join('\n').length + (index > 0 ? 1 : 0);
  const here = (message: string) => ({ offset: at, message });
  const count = (sign: string, of: string) => of.split(sign).length - 1;
  /** A quote or bracket that isn't closed makes the parser stumble later; the line on which it was opened. */
  const opened = (open: string, close: string) =>
    lines.findIndex(
      (candidate, index) =>
        index <= row &&
        (open === close ? count(open, candidate) % 2 === 1 : count(open, candidate) > count(close, candidate)),
    );

  if (error.code === 'DUPLICATE_KEY') {
    const names = lines.map((candidate) => /^\s*(?:- )?["']?([^\s"':#][^"':]*)["']?\s*:/.exec(candidate)?.[1]);
    const name = names[row];
    const indent = /^[\s-]*/.exec(line)?.[0].length;
    // The parser may point at the first of the two; the second is the one too many.
    const last = names.findLastIndex(
      (other, index) => other === name && /^[\s-]*/.exec(lines[index] ?? '')?.[0].length === indent,
    );
    return { offset: offsetOf(Math.max(row, last)), message: `"${name ?? line.trim()}" is written twice; keep one` };
  }
  if (error.code === 'TAB_AS_INDENT' || /^\s*\t/.test(line)) return here('a tab is used to indent; use spaces');
  const quote = opened('"', '"');
  if (quote >= 0)
    return { offset: offsetOf(quote), message: 'a quote is opened and not closed; close it with the same sign' };
  for (const [open, close, name] of [
    ['[', ']', 'bracket'],
    ['{', '}', 'brace'],
  ] as const) {
    const index = opened(open, close);
    if (index >= 0 && !closedLater(lines, index, open, close))
      return { offset: offsetOf(index), message: `a ${name} ${open} is opened and not closed; close it with ${close}` };
  }
  if (/^\s*(?:- )?[\w-]+:[^\s:]/.test(line) && !/^\s*(?:- )?[\w-]+: /.test(line))
    return here('a space is missing after the colon, like title: "A title"');
  const value = /^\s*(?:- |[\w-]+: +)(.)/.exec(line)?.[1] ?? '';
  if ('*&!'.includes(value) && value !== '') return here(`a text that begins with ${value} must be in quotes`);
  if ('@`%|>'.includes(value) && value !== '') return here(`a text that begins with ${value} must be in quotes`);
  if (error.code === 'BAD_DQ_ESCAPE')
    return here(`${/\\[^\\"nt]/.exec(line)?.[0] ?? 'this'} means nothing; write the backslash twice, or take it out`);
  switch (error.code) {
    case 'BLOCK_AS_IMPLICIT_KEY':
    case 'BLOCK_IN_FLOW':
      return here('a text with a colon must be in quotes, like title: "One: two"');
    case 'MULTILINE_IMPLICIT_KEY':
    case 'MISSING_CHAR':
      return /: .*: /.test(line) || /: /.test(line.replace(/^\s*(?:- )?[\w-]+: /, ''))
        ? here('a text with a colon must be in quotes, like title: "One: two"')
        : here(
            `${first(line)} is no field (name: value); a colon is missing, or the text begins here and the line --- that ends the fields is missing before it`,
          );
    case 'BAD_INDENT':
      return here('the line is indented too much or too little; fields of one group begin in the same column');
    default:
      return here(
        `${first(line)} can't be read; put the text in quotes, and close all brackets and quotes that were opened`,
      );
  }
}

/** Is a bracket of line `index` closed on a later one? */
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
