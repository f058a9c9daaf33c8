import {
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  visit,
  type Document,
  type Node,
  type Pair,
  type YAMLMap,
} from 'yaml';
import { confusableIndex, describeCharacter, hiddenIndex, isInCurlyQuotes } from '../schema/characters.ts';
import { beginning, confusedLines, explain } from './yaml-errors.ts';
import type { Report } from '../problem.ts';
import { wordKeys } from '../schema/words.ts';

/** A parsed YAML text: texts, lists and maps. Scalars are kept as text; the schemas convert them. */
export type YamlValue = string | YamlValue[] | YamlMap;
export interface YamlMap {
  [key: string]: YamlValue;
}

export interface ParsedYaml {
  /** Undefined if the text can't be parsed; the reason was reported. */
  data: YamlMap | undefined;
  /** The line of the key or list item at `path`, or of its nearest ancestor that exists. */
  lineOf: (path: readonly PropertyKey[]) => number;
}

interface ParseOptions {
  maxKeys?: number;
  isText?: (key: string) => boolean;
}

/** Keys whose values are texts for readers, in entries, sources and settings. */
const textKeys = new Set<string>([...wordKeys, 'name', 'publisher', 'note']);

/**
 * Parses a YAML mapping without guessing types: `1984`, `no` and `2027-06-31` remain texts (YAML 1.2 failsafe schema,
 * chapter 10.1), so that nothing silently becomes a date, a number or a boolean.
 *
 * @param text      the YAML
 * @param firstLine the line of the file on which `text` begins
 * @param report    called with each problem and its line in the file
 * @param options.maxKeys more keys than this at the top level are reported as one problem
 * @param options.isText  whether a key holds a text for readers
 */
export function parseYaml(text: string, firstLine: number, report: Report, options: ParseOptions = {}): ParsedYaml {
  try {
    return parse(text, firstLine, report, options);
  } catch (error) {
    // The parser is recursive and can overflow the stack.
    if (!(error instanceof RangeError)) throw error;
    report(firstLine, '', tooDeep);
    return { data: undefined, lineOf: () => firstLine };
  }
}

function parse(
  text: string,
  firstLine: number,
  report: Report,
  { maxKeys = Infinity, isText = (key) => textKeys.has(key) }: ParseOptions,
): ParsedYaml {
  const hyphens = text.split('\n').findIndex((line, index) => index > 0 && /^(---|\.\.\.)\s*$/.test(line));
  if (hyphens > 0) {
    report(firstLine + hyphens, '', 'a line of hyphens (---) doesn’t belong here; delete it');
    return { data: undefined, lineOf: () => firstLine };
  }
  const confused = confusedLines(text);
  for (const { row, message } of confused) report(firstLine + row, '', message);
  if (confused.length > 0) return { data: undefined, lineOf: () => firstLine };
  const counter = new LineCounter();
  const document = parseDocument(text, {
    schema: 'failsafe',
    lineCounter: counter,
    // This option compares all pairs of keys; doubledKeys() doesn't.
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'silent',
  });
  const lineAt = (offset: number) => counter.linePos(offset).line + firstLine - 1;
  const known = new Map<YAMLMap, Map<string, Pair>>();
  const pairsOf = (map: YAMLMap) => {
    const pairs =
      known.get(map) ??
      new Map(map.items.toReversed().map((pair) => [isScalar(pair.key) ? String(pair.key.value) : '', pair]));
    known.set(map, pairs);
    return pairs;
  };
  const lineOf = (path: readonly PropertyKey[]) => {
    let node: unknown = document.contents;
    let line = firstLine;
    for (const key of path) {
      if (isMap(node)) {
        const pair = pairsOf(node).get(String(key));
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

  const keyCount = isMap(document.contents) ? document.contents.items.length : 0;
  if (keyCount > maxKeys) {
    report(
      firstLine,
      '',
      `there are ${keyCount} fields, over the limit of ${maxKeys}; delete those that don’t belong here`,
    );
    return { data: undefined, lineOf };
  }
  // One mistake often causes further errors below it; a duplicate key never does.
  const doubled = doubledKeys(document);
  const [firstError] = document.errors;
  if (firstError) {
    const deep = firstError.code === 'RESOURCE_EXHAUSTION';
    const { offset, message } = deep ? { offset: firstError.pos[0], message: tooDeep } : explain(firstError, text);
    report(lineAt(offset), '', message);
  }
  for (const { name, offset } of doubled.slice(0, maxDoubled))
    report(lineAt(offset), '', `"${name}" is written twice; keep one`);
  if (firstError || doubled.length > 0) return { data: undefined, lineOf };
  if (document.contents === null) return { data: {}, lineOf };
  if (!isMap(document.contents)) {
    report(
      firstLine,
      '',
      isSeq(document.contents)
        ? `this must be a group of fields, not a list; remove the hyphens from ${beginning(text)}, like title: "A title"`
        : `this must be a group of fields, each on its own line, like title: "A title", and not ${beginning(text)}`,
    );
    return { data: undefined, lineOf };
  }
  let problems = 0;
  const reportAt = (offset: number, message: string, field = '') => {
    problems += 1;
    report(lineAt(offset), field, message);
  };
  for (const { pos, message } of document.warnings)
    reportAt(
      pos[0],
      /tag/i.test(message)
        ? 'a text that begins with ! must be in quotes'
        : `this line can't be read (${oneLine(message)})`,
    );
  const checkNode = (node: Node, path: readonly unknown[]) => {
    if (path.length > deepest) {
      reportAt(node.range?.[0] ?? 0, tooDeep);
      return visit.BREAK;
    }
    // In YAML, * begins a reference, and & an anchor.
    const sign = isAlias(node) ? '*' : 'anchor' in node && node.anchor ? '&' : undefined;
    if (sign === undefined) return undefined;
    reportAt(
      node.range?.[0] ?? 0,
      `a text that begins with ${sign} must be in quotes; if a reference (*name) is meant, write the values out instead`,
    );
    return visit.BREAK;
  };
  visit(document, {
    Node: (_, node, path) => checkNode(node, path),
    Scalar: (_, node, path) => {
      const outcome = checkNode(node, path);
      if (outcome !== undefined) return outcome;
      const { value, range, type } = node;
      const words = String(value);
      const offset = range?.[0] ?? 0;
      const pair = path.findLast((node) => isPair(node));
      const key = isScalar(pair?.key) ? String(pair.key.value) : '';
      const hidden = hiddenIndex(words);
      // Only escapes like "\u200b" get here: the characters themselves are reported and removed when the file is read.
      if (hidden >= 0) reportAt(offset, describeCharacter(words, hidden), key);
      else if (type === 'PLAIN' && isInCurlyQuotes(words))
        reportAt(
          offset,
          `the quotes around ${words} are curly; write straight ones (") instead, or around them if they belong to the text`,
          key,
        );
      // `title: Festival #4` would lose its end. A text that begins with # is reported below, with its field.
      else if (type === 'PLAIN' && words !== '' && isText(key)) {
        const comment = /^[ \t]+#([^\n]*)/.exec(text.slice(range?.[1]))?.[1];
        if (comment !== undefined)
          reportAt(
            offset,
            `what follows # is left out as a comment ("#${comment.trim()}"); put the whole text in quotes`,
            key,
          );
      }
      return undefined;
    },
    Pair: (_, { key, value }) => {
      const name = isScalar(key) ? String(key.value) : '';
      const offset = (key as Node | null)?.range?.[0] ?? 0;
      const confusable = confusableIndex(name);
      if (confusable >= 0 && hiddenIndex(name) < 0)
        reportAt(offset, `in the name of the field "${name}", ${describeCharacter(name, confusable)}`);
      if (name === '__proto__') reportAt(offset, `"${name}" can't be a name here; choose another`);
      if (isScalar(value) && value.value === '' && value.type === 'PLAIN' && value.comment)
        reportAt(
          offset,
          `what follows # is left out as a comment; put the text in quotes, like ${name}: "#${value.comment}"`,
        );
    },
  });
  return { data: problems === 0 ? (document.toJS() as YamlMap) : undefined, lineOf };
}

/** A file damaged by a program may have any number of repeated keys. */
const maxDoubled = 100;
/** Levels of nesting as the parser counts them: a field in a field is two. */
const deepest = 40;
const tooDeep = 'the fields are nested too deeply (lists in lists, groups in groups); flatten them';

/** Repeated keys of a group, with the offset of the repetition. */
function doubledKeys(document: Document): { name: string; offset: number }[] {
  const found: { name: string; offset: number }[] = [];
  visit(document, {
    Map: (_, { items }) => {
      const seen = new Set<string>();
      for (const { key } of items) {
        if (!isScalar(key)) continue;
        const name = String(key.value);
        if (seen.has(name)) found.push({ name, offset: key.range?.[0] ?? 0 });
        seen.add(name);
      }
    },
  });
  return found;
}

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();
