import { isMap, isScalar, isSeq, LineCounter, parseDocument, type Node, type YAMLError } from 'yaml';
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

  if (document.errors.length > 0) {
    const [first, ...rest] = document.errors as [YAMLError, ...YAMLError[]];
    // One slip often makes the parser stumble again further down; a doubled key never does.
    for (const error of [first, ...rest.filter((other) => other.code === 'DUPLICATE_KEY')]) {
      report(lineAt(error.pos[0]), '', explain(error, text));
    }
    return { data: undefined, lineOf };
  }
  if (document.contents === null) return { data: {}, lineOf };
  if (!isMap(document.contents)) {
    report(firstLine, '', 'this must be a list of fields, each on a line of its own, like title: "A title"');
    return { data: undefined, lineOf };
  }
  try {
    const data = document.toJS({ maxAliasCount: 20 }) as YamlMap;
    return { data, lineOf };
  } catch {
    report(firstLine, '', 'too many references (*name) point at each other; write the values out instead');
    return { data: undefined, lineOf };
  }
}

/** Puts the parser's error into words that say what to do. */
function explain(error: YAMLError, text: string): string {
  const rest = text.slice(error.pos[0], error.pos[0] + 60).split('\n')[0] ?? '';
  switch (error.code) {
    case 'DUPLICATE_KEY':
      return `the field "${rest.split(':')[0]}" is written twice; keep one`;
    case 'TAB_AS_INDENT':
      return 'a tab is used to indent; use spaces';
    case 'BLOCK_AS_IMPLICIT_KEY':
    case 'MULTILINE_IMPLICIT_KEY':
    case 'BLOCK_IN_FLOW':
      return 'a text with a colon must be in quotes, like title: "One: two"';
    case 'MISSING_CHAR':
      return /quote/.test(error.message)
        ? 'a quote is opened and not closed; close it with the same sign'
        : `something is missing here, perhaps a colon, a quote or a bracket: ${error.message}`;
    case 'BAD_INDENT':
      return 'the line is indented too much or too little; fields of one group begin in the same column';
    case 'BAD_ALIAS':
      return 'a text that begins with * or & must be in quotes';
    case 'UNEXPECTED_TOKEN':
      return `"${rest.trim()}" can't stand here; put the text in quotes, and close each bracket and quote that was opened`;
    default:
      return `this line can't be read (${error.message}); put texts with signs like : # [ { in quotes`;
  }
}
