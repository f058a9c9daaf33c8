/**
 * A content file as the CMS edits it, and back again. The CMS itself would write the whole file anew, in its own manner: comments
 * gone, fields in another order, other quotes. Here only what an editor changed is written; every other byte of the file stays.
 * So a corrected title is a change of one line, whatever the file looks like.
 */
import { isMap, isScalar, isSeq, parseDocument, stringify, type Node, type Pair } from 'yaml';
import { splitFrontMatter } from '../model/read/front-matter.ts';
import { parseYaml } from '../model/read/yaml.ts';

/** The CMS's name for this way to read and write; by its ending it takes it for one that fits Markdown. */
export const entryFormat = 'entry-frontmatter';

/** Where the text stands among the fields: the CMS keeps keys that it doesn't know, and hands them back when it saves. */
const textKey = '_text';
const bodyKey = 'body';

/** What the CMS holds of a file: fields by key; `body`, the text below them; and `_text`, the file as it was read. */
export type EntryValues = Record<string, unknown>;

/**
 * Takes a file apart. All values are texts, lists and groups, as the check reads them.
 *
 * @param text the file, with \n at line ends
 * @throws Error with the check's sentences, where the fields can't be read
 */
export function readEntry(text: string): EntryValues {
  const problems: string[] = [];
  const report = (line: number, _: string, message: string) => problems.push(`line ${line}: ${message}`);
  const split = splitFrontMatter(text, report);
  const fields = split && parseYaml(split.yaml, split.yamlLine, report).data;
  if (problems.length > 0 || !fields) throw new Error(problems.join('; '));
  return { ...fields, [bodyKey]: split.body.trim(), [textKey]: text };
}

/**
 * Writes a file from what the CMS hands back. Empty fields are left out; those of the file that aren't handed back are deleted.
 *
 * @param values the fields in the order in which they stand in a file, as a rule; numbers are written without quotes
 * @returns the file, which ends with a line end
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

/** What isn't empty; undefined where all of it is. */
function prune(value: unknown): unknown {
  if (value === null || value === undefined || value === '') return undefined;
  if (Array.isArray(value)) {
    const items = value.map(prune).filter((item) => item !== undefined);
    return items.length > 0 ? items : undefined;
  }
  if (typeof value !== 'object') return value;
  const entries = Object.entries(value).flatMap(([key, inner]) => {
    const kept = prune(inner);
    return kept === undefined ? [] : [[key, kept] as const];
  });
  return entries.length > 0 ? Object.fromEntries(entries) : undefined;
}

/** A change of the YAML's text: what stands from one offset to another is replaced. */
interface Edit {
  from: number;
  to: number;
  text: string;
}

/** The YAML with other values, and all that didn't change as it was. */
function edit(yaml: string, fields: EntryValues): string {
  const document = parseDocument(yaml, { schema: 'failsafe', logLevel: 'silent' });
  const root = document.contents;
  // Fields that stand on one line between braces have no lines of their own to change.
  if (document.errors.length > 0 || !isMap(root) || root.flow || root.items.length === 0) return print(fields);
  const pairs = new Map(root.items.map((pair) => [String((pair.key as Node).toJSON()), linesOf(pair, yaml)]));
  const edits: Edit[] = [];
  let place = Math.min(...[...pairs.values()].map(({ from }) => from));
  for (const [key, value] of Object.entries(fields)) {
    const lines = pairs.get(key);
    if (lines === undefined) {
      // A new field stands behind the one that goes before it.
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
  let done = 0;
  for (const { from, to, text } of edits) {
    written += yaml.slice(done, from) + text;
    done = to;
  }
  return written + yaml.slice(done);
}

/** The lines on which a field stands, with all that belongs to it. */
function linesOf({ key, value }: Pair, yaml: string): { from: number; to: number; value: Node | null } {
  const node = value as Node | null;
  const start = (key as Node).range?.[0] ?? 0;
  const end = node?.range?.[1] ?? start;
  // What lies between the value and its line's end, a comment for one, goes with it; empty lines don't.
  const last = yaml.slice(0, Math.max(end, start + 1)).trimEnd().length;
  const newline = yaml.indexOf('\n', last);
  return { from: yaml.lastIndexOf('\n', start - 1) + 1, to: newline < 0 ? yaml.length : newline + 1, value: node };
}

/**
 * The changes of single texts within a value: of a word in a list, of a number in a group.
 * @returns undefined where the value has another shape now, and must be written anew
 */
function editWithin(node: unknown, value: unknown): Edit[] | undefined {
  if (isSame(node, value)) return [];
  if (isScalar(node) && (typeof value === 'string' || typeof value === 'number')) {
    if (!node.range || !/^(PLAIN|QUOTE_)/.test(node.type ?? '') || node.source === '') return undefined;
    const quoted = typeof value === 'string' || node.type !== 'PLAIN';
    return [{ from: node.range[0], to: node.range[1], text: print(quoted ? String(value) : value).trimEnd() }];
  }
  if (isSeq(node) && Array.isArray(value) && node.items.length === value.length)
    return together(node.items.map((item, index) => editWithin(item, value[index])));
  if (isMap(node) && isGroup(value) && node.items.length === Object.keys(value).length)
    return together(
      node.items.map((pair) => {
        const key = String((pair.key as Node).toJSON());
        return Object.hasOwn(value, key) ? editWithin(pair.value, value[key]) : undefined;
      }),
    );
  return undefined;
}

const together = (edits: (Edit[] | undefined)[]): Edit[] | undefined =>
  edits.includes(undefined) ? undefined : edits.flatMap((edit) => edit ?? []);

const isGroup = (value: unknown): value is EntryValues =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Does the file say this already? The CMS trims texts, and hands numbers back as numbers. */
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
  if (!isMap(node) || !isGroup(value) || node.items.length !== Object.keys(value).length) return false;
  return node.items.every((pair) => {
    const key = String((pair.key as Node).toJSON());
    return Object.hasOwn(value, key) && isSame(pair.value, value[key]);
  });
}

/** A value as the content's files are written: texts in double quotes, numbers bare, lists and groups line by line. */
const print = (value: unknown): string =>
  stringify(value, {
    defaultStringType: 'QUOTE_DOUBLE',
    defaultKeyType: 'PLAIN',
    lineWidth: 0,
    doubleQuotedMinMultiLineLength: Number.MAX_SAFE_INTEGER,
  });
