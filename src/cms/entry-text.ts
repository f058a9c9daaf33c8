/**
 * Converts a content file for the CMS and back. The CMS itself would rewrite the file without comments, with different
 * quotes and a different order. This module only writes what an editor changed, so that a corrected title changes one
 * line.
 */
import { isMap, isScalar, isSeq, parseDocument, stringify, type Node, type Pair } from 'yaml';
import { splitFrontMatter } from '../model/read/front-matter.ts';
import { parseYaml } from '../model/read/yaml.ts';

/** The name of this format in the CMS; for Markdown it must end in `-frontmatter`. */
export const entryFormat = 'entry-frontmatter';

/** The key of the original file: the CMS returns unknown keys unchanged when it saves. */
const textKey = '_text';
const bodyKey = 'body';

/** A file in the CMS: fields by key; `body`, the text below them; `_text`, the original file. */
export type EntryValues = Record<string, unknown>;

/**
 * Parses a file. All values are strings, lists and objects, as the check reads them.
 *
 * @param text the file, with \n line endings
 * @throws Error with the check's messages if the fields can't be read
 */
export function readEntryText(text: string): EntryValues {
  const problems: string[] = [];
  const report = (line: number, _: string, message: string) => problems.push(`line ${line}: ${message}`);
  const split = splitFrontMatter(text, report);
  const fields = split && parseYaml(split.yaml, split.yamlLine, report).data;
  if (problems.length > 0 || !fields) throw new Error(problems.join('; '));
  return { ...fields, [bodyKey]: split.body.trim(), [textKey]: text };
}

/**
 * Writes a file from the values of the CMS. Empty fields are left out; fields that the CMS doesn't return are deleted.
 *
 * @param values the fields in their usual order; numbers are written without quotes
 * @returns the file, with a final line break
 */
export function writeEntry({ [bodyKey]: body, [textKey]: before, ...values }: EntryValues): string {
  const fields = (prune(values) ?? {}) as EntryValues;
  const text = typeof body === 'string' ? body.trim() : '';
  const split = typeof before === 'string' && splitFrontMatter(before, () => undefined);
  if (!split) return `---\n${print(fields)}---\n${text === '' ? '' : `\n${text}\n`}`;
  const same = split.body.trim() === text;
  const ending = same ? split.body : text === '' ? '' : `\n${text}\n`;
  return `---\n${edit(split.yaml, fields)}---\n${ending}`;
}

/** A value without its empty parts; undefined if all parts are empty. */
function prune(value: unknown): unknown {
  if (value === null || value === undefined || value === '') return undefined;
  if (Array.isArray(value)) {
    const items = value.map(prune).filter((item) => item !== undefined);
    return items.length > 0 ? items : undefined;
  }
  if (typeof value !== 'object') return value;
  const entries = Object.entries(value).flatMap(([key, inner]) => {
    const pruned = prune(inner);
    return pruned === undefined ? [] : [[key, pruned] as const];
  });
  return entries.length > 0 ? Object.fromEntries(entries) : undefined;
}

/** A replacement for the YAML between two offsets. */
interface Edit {
  from: number;
  to: number;
  text: string;
}

/** The YAML with new values and everything else unchanged. */
function edit(yaml: string, fields: EntryValues): string {
  const document = parseDocument(yaml, { schema: 'failsafe', logLevel: 'silent' });
  const root = document.contents;
  // Fields in braces on one line don't have their own lines.
  if (document.errors.length > 0 || !isMap(root) || root.flow || root.items.length === 0) return print(fields);
  const pairs = new Map(root.items.map((pair) => [String((pair.key as Node).toJSON()), linesOf(pair, yaml)]));
  const edits: Edit[] = [];
  let place = Math.min(...[...pairs.values()].map(({ from }) => from));
  for (const [key, value] of Object.entries(fields)) {
    const lines = pairs.get(key);
    if (lines === undefined) {
      // A new field goes after the field that precedes it in the form.
      edits.push({ from: place, to: place, text: print({ [key]: value }) });
      continue;
    }
    place = lines.to;
    if (isSame(lines.value, value)) continue;
    edits.push(...(editWithin(lines.value, value) ?? [{ ...lines, text: print({ [key]: value }) }]));
  }
  for (const [key, lines] of pairs) if (!Object.hasOwn(fields, key)) edits.push({ ...lines, text: '' });
  edits.sort((a, b) => a.from - b.from || a.to - b.to);
  let written = '';
  let copied = 0;
  for (const { from, to, text } of edits) {
    written += yaml.slice(copied, from) + text;
    copied = to;
  }
  return written + yaml.slice(copied);
}

/** The range of a field's lines, and its value. */
function linesOf({ key, value }: Pair, yaml: string): { from: number; to: number; value: Node | null } {
  const node = value as Node | null;
  const start = (key as Node).range?.[0] ?? 0;
  const end = node?.range?.[1] ?? start;
  // A comment after the value belongs to it; empty lines don't.
  const last = yaml.slice(0, Math.max(end, start + 1)).trimEnd().length;
  const newline = yaml.indexOf('\n', last);
  return { from: yaml.lastIndexOf('\n', start - 1) + 1, to: newline < 0 ? yaml.length : newline + 1, value: node };
}

/**
 * The edits for single scalars within a value, such as an item of a list.
 * @returns undefined if the value now has a different structure and must be rewritten
 */
function editWithin(node: unknown, value: unknown): Edit[] | undefined {
  if (isSame(node, value)) return [];
  if (isScalar(node) && (typeof value === 'string' || typeof value === 'number')) {
    if (!node.range || !/^(PLAIN|QUOTE_)/.test(node.type ?? '') || node.source === '') return undefined;
    const quoted = typeof value === 'string' || node.type !== 'PLAIN';
    return [{ from: node.range[0], to: node.range[1], text: print(quoted ? String(value) : value).trimEnd() }];
  }
  if (isSeq(node) && Array.isArray(value) && node.items.length === value.length)
    return combine(node.items.map((item, index) => editWithin(item, value[index])));
  if (isMap(node) && isObject(value) && node.items.length === Object.keys(value).length)
    return combine(
      node.items.map((pair) => {
        const key = String((pair.key as Node).toJSON());
        return Object.hasOwn(value, key) ? editWithin(pair.value, value[key]) : undefined;
      }),
    );
  return undefined;
}

const combine = (edits: (Edit[] | undefined)[]): Edit[] | undefined =>
  edits.includes(undefined) ? undefined : edits.flatMap((edit) => edit ?? []);

const isObject = (value: unknown): value is EntryValues =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Is the value unchanged? The CMS trims strings and returns numbers. */
function isSame(node: unknown, value: unknown): boolean {
  if (isScalar(node)) {
    const text = String(node.value).trim();
    return typeof value === 'number' ? text !== '' && Number(text) === value : text === String(value).trim();
  }
  if (isSeq(node))
    return (
      Array.isArray(value) &&
      node.items.length === value.length &&
      node.items.every((item, index) => isSame(item, value[index]))
    );
  if (!isMap(node) || !isObject(value) || node.items.length !== Object.keys(value).length) return false;
  return node.items.every((pair) => {
    const key = String((pair.key as Node).toJSON());
    return Object.hasOwn(value, key) && isSame(pair.value, value[key]);
  });
}

/** YAML in the style of the content: double quotes, plain numbers, one item per line. */
const print = (value: unknown): string =>
  stringify(value, {
    defaultStringType: 'QUOTE_DOUBLE',
    defaultKeyType: 'PLAIN',
    lineWidth: 0,
    doubleQuotedMinMultiLineLength: Number.MAX_SAFE_INTEGER,
  });
