/**
 * The texts of new files, with every field explained. What must be filled in is empty, so the check names just those lines;
 * what may be left out is commented out, as lines that work when the # is taken away.
 */
import { stringify } from 'yaml';
import type { Translation } from '../../src/model/edition.ts';
import { aboutKind, originalSchema, translationSchema, type Kind } from '../../src/model/schema/kinds.ts';
import { fieldsOf, type Field, type Named } from '../../src/model/schema/meta.ts';

/** What the edition has, to be named: slugs by kind, and keys of sources. */
export type Names = Record<Named, readonly string[]>;

export interface Blank {
  fields: readonly Field[];
  names: Names;
  /** What is known already, by key; everything else is left empty. */
  values?: Record<string, unknown>;
  /** Values to show instead of the schema's examples, by key. */
  examples?: Record<string, unknown>;
}

const width = 100;
/** More than this would bury the file; completion and the check know them all. */
const mostNames = 40;

/** The file of a new entry in the default language. */
export function originalText(kind: Kind, blank: Omit<Blank, 'fields'>, head: readonly string[] = fillIn): string {
  const fields = fieldsOf(originalSchema(kind));
  return [
    '---',
    ...comment(aboutKind(kind)),
    ...head.flatMap(comment),
    '',
    explained({ ...blank, fields }),
    '---',
    '',
    ...textHint,
    '',
  ].join('\n');
}

const fillIn = [
  'Fill in what is empty. Where you know more, take the # away from a line like #website and write the value; delete the rest.',
  '`npm run check` names the lines that are still to be filled in.',
];
const textHint = [
  '<!-- The text stands here, in Markdown. Headings begin with ##. A link begins at the root of the site and names no',
  'language: [words](/about/). A footnote to a source is its key: [^key]. Readers don’t see this comment; delete it. -->',
];

/** Fields as YAML, each below what is to be said of it: first those that must be there, then those that may. */
export function explained({ fields, names, values = {}, examples = {} }: Blank): string {
  const known = ({ key }: Field) => Object.hasOwn(values, key);
  const active = fields.filter((field) => known(field) || !field.optional);
  const rest = fields.filter((field) => !active.includes(field));
  const blocks = [
    ...active.map((field) => [...saidOf(field, names), yaml({ [field.key]: values[field.key] ?? emptyOf(field) })]),
    ...rest.map((field) => [
      ...saidOf(field, names),
      yaml({ [field.key]: examples[field.key] ?? exampleOf(field, names) }).replace(/^/gm, '#'),
    ]),
  ];
  return blocks.map((lines) => lines.join('\n')).join('\n\n');
}

/** The description of a field and of what is inside, and what may be named. */
function saidOf(field: Field, names: Names, indent = ''): string[] {
  const { description, choices, fields } = field;
  return [
    ...comment(indent + description),
    ...(choices && choices.length <= 20 && !description.startsWith(choices[0] as string)
      ? comment(`${indent}One of: ${choices.join(', ')}.`)
      : []),
    ...(field.names ? comment(indent + namesHint(field.names, names)) : []),
    ...fields.flatMap((inner) =>
      saidOf({ ...inner, description: `${inner.key}: ${inner.description}` }, names, `${indent}  `),
    ),
  ];
}

function namesHint(kind: Named, names: Names): string {
  const all = names[kind];
  const place = kind === 'sources' ? 'sources.yaml' : `${kind}/`;
  if (all.length === 0) return `${place} has none yet.`;
  if (all.length > mostNames) return `${place} has ${all.length} of them.`;
  return `In ${place}: ${all.join(', ')}.`;
}

/** An empty value of a field's form. */
function emptyOf({ list, fields }: Field): unknown {
  const one = fields.length > 0 ? Object.fromEntries(fields.map((field) => [field.key, emptyOf(field)])) : '';
  return list ? [one] : one;
}

/** The schema's example, with names that the edition has. */
function exampleOf(field: Field, names: Names): unknown {
  const known = field.names ? names[field.names] : [];
  if (known.length > 0) return field.list ? known.slice(0, 2) : known[0];
  if (field.fields.length === 0) return field.example;
  const used: Partial<Record<Named, number>> = {};
  const fill = (group: Record<string, unknown>) =>
    Object.fromEntries(
      Object.entries(group).map(([key, value]) => {
        const kind = field.fields.find((inner) => inner.key === key)?.names;
        // Two fields of one group (from, to) name two different things.
        return [key, kind === undefined ? value : (names[kind][(used[kind] = (used[kind] ?? -1) + 1)] ?? value)];
      }),
    );
  const { example } = field;
  return Array.isArray(example)
    ? example.map((group) => fill(group as Record<string, unknown>))
    : fill(example as Record<string, unknown>);
}

/**
 * The file of a translation: just the words, each below the original's; the original's text stands in a comment.
 *
 * @param original the words that are to be translated
 * @param from     the name of their language
 * @param into     the name of the language of the new file
 */
export function translationText(kind: Kind, original: Translation, from: string, into: string): string {
  const fields = fieldsOf(translationSchema(kind)).flatMap((field): string[] => {
    const value = original[field.key as 'title'] as string | string[] | undefined;
    if (value === undefined) return [];
    const said = [value].flat().flatMap((text) => comment(`${from}: ${text}`));
    // Other names are a language's own; everything else that the original says is to be said in each.
    if (field.key === 'aliases') return [[...comment(field.description), ...said, '#aliases:', '#  - ""'].join('\n')];
    const empty = Array.isArray(value) ? value.map(() => '') : '';
    return [[...comment(field.description), ...said, yaml({ [field.key]: empty })].join('\n')];
  });
  const body = original.body.trim();
  return [
    '---',
    ...comment(`Translation of ${original.file} into this language: ${into}.`),
    ...comment('Write each text below the original’s. Facts stand in the original alone.'),
    '',
    fields.join('\n\n'),
    '---',
    '',
    ...(body === '' ? [] : [hidden(body, original.extension), '']),
  ].join('\n');
}

/** The original's text as a comment, which readers never see. */
function hidden(body: string, extension: 'md' | 'mdx'): string {
  const lead =
    'The original’s text, to be translated. Links and footnotes stay as they are; delete this comment at the end.';
  return extension === 'md'
    ? `<!-- ${lead}\n\n${body.replaceAll('<!--', '<! --').replaceAll('-->', '-- >')}\n\n-->`
    : `{/* ${lead}\n\n${body.replaceAll('*/', '* /')}\n\n*/}`;
}

/** In the form of the content's files: texts in double quotes, each item of a list on a line of its own. */
const yaml = (value: unknown): string =>
  stringify(value, { defaultStringType: 'QUOTE_DOUBLE', defaultKeyType: 'PLAIN', lineWidth: 0 }).trimEnd();

/** A text as lines of comment; each begins with `# ` and, unlike a field that is commented out, with a space. */
export function comment(text: string): string[] {
  const indent = /^\s*/.exec(text)?.[0] ?? '';
  const lines: string[] = [];
  let line = '';
  for (const word of text.trim().split(/\s+/)) {
    if (line !== '' && `# ${indent}${line} ${word}`.length > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line].map((part) => `# ${indent}${part}`);
}
