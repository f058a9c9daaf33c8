/**
 * The contents of new files, with every field explained. Required fields are empty, so that the check lists them;
 * optional fields are commented out.
 */
import { stringify } from 'yaml';
import type { Translation } from '../../src/model/edition.ts';
import { aboutKind, originalSchema, translationSchema, type Kind } from '../../src/model/schema/kinds.ts';
import { propertiesOf, type Property, type Named } from '../../src/model/schema/meta.ts';

/** The edition's slugs, by kind, and its source keys. */
export type Names = Record<Named, readonly string[]>;

export interface Blank {
  properties: readonly Property[];
  names: Names;
  /** Known values by key. */
  values?: Record<string, unknown>;
  /** Examples by key, instead of the schema's. */
  examples?: Record<string, unknown>;
}

const width = 100;
/** More names would fill the file; completion in editors offers them all. */
const maxNames = 40;

/** The file of a new entry in the default language. */
export function originalText(kind: Kind, blank: Omit<Blank, 'properties'>, head: readonly string[] = fillIn): string {
  const properties = propertiesOf(originalSchema(kind));
  return [
    '---',
    ...comment(aboutKind(kind)),
    ...head.flatMap(comment),
    '',
    explained({ ...blank, properties }),
    '---',
    '',
    ...textHint,
    '',
  ].join('\n');
}

const fillIn = [
  'Fill in the empty fields. To use an optional field, remove the # from a line like #website and write the value; delete the rest.',
  '`npm run check` lists the lines that are still empty.',
];
const textHint = [
  '<!-- Write the text here, in Markdown. Headings start with ##. Links within the site start with / and contain no',
  'language: [words](/about/). To cite a source, write its key: [^key]. Delete this comment. -->',
];

/** Fields as YAML, each below its explanation: required fields first. */
export function explained({ properties, names, values = {}, examples = {} }: Blank): string {
  const known = ({ key }: Property) => Object.hasOwn(values, key);
  const active = properties.filter((property) => known(property) || !property.optional);
  const rest = properties.filter((property) => !active.includes(property));
  const blocks = [
    ...active.map((property) => [
      ...explanationOf(property, names),
      yaml({ [property.key]: values[property.key] ?? emptyOf(property) }),
    ]),
    ...rest.map((property) => [
      ...explanationOf(property, names),
      yaml({ [property.key]: examples[property.key] ?? exampleOf(property, names) }).replace(/^/gm, '#'),
    ]),
  ];
  return blocks.map((lines) => lines.join('\n')).join('\n\n');
}

/** The description of a field and of its parts, with the possible values. */
function explanationOf(property: Property, names: Names, indent = ''): string[] {
  const { description, choices, properties } = property;
  return [
    ...comment(indent + description),
    ...(choices && choices.length <= 20 && !description.startsWith(choices[0] as string)
      ? comment(`${indent}One of: ${choices.join(', ')}.`)
      : []),
    ...(property.names ? comment(indent + namesHint(property.names, names)) : []),
    ...properties.flatMap((inner) =>
      explanationOf({ ...inner, description: `${inner.key}: ${inner.description}` }, names, `${indent}  `),
    ),
  ];
}

function namesHint(kind: Named, names: Names): string {
  const all = names[kind];
  const place = kind === 'sources' ? 'sources.yaml' : `${kind}/`;
  if (all.length === 0) return `There are none in ${place} yet.`;
  if (all.length > maxNames) return `There are ${all.length} in ${place}.`;
  return `In ${place}: ${all.join(', ')}.`;
}

/** An empty value with a field's structure. */
function emptyOf({ list, properties }: Property): unknown {
  const one =
    properties.length > 0 ? Object.fromEntries(properties.map((property) => [property.key, emptyOf(property)])) : '';
  return list ? [one] : one;
}

/** The schema's example, with names from the edition. */
function exampleOf(property: Property, names: Names): unknown {
  const known = property.names ? names[property.names] : [];
  if (known.length > 0) return property.list ? known.slice(0, 2) : known[0];
  if (property.properties.length === 0) return property.example;
  const used: Partial<Record<Named, number>> = {};
  const fill = (group: Record<string, unknown>) =>
    Object.fromEntries(
      Object.entries(group).map(([key, value]) => {
        const kind = property.properties.find((inner) => inner.key === key)?.names;
        // Two fields of one object (from, to) get different names.
        return [key, kind === undefined ? value : (names[kind][(used[kind] = (used[kind] ?? -1) + 1)] ?? value)];
      }),
    );
  const { example } = property;
  return Array.isArray(example)
    ? example.map((group) => fill(group as Record<string, unknown>))
    : fill(example as Record<string, unknown>);
}

/**
 * The file of a translation: only the words, each below the original's; the original's text is in a comment.
 *
 * @param original the words to translate
 * @param from     the name of their language
 * @param into     the name of the language of the new file
 */
export function translationText(kind: Kind, original: Translation, from: string, into: string): string {
  const properties = propertiesOf(translationSchema(kind)).flatMap((property): string[] => {
    const value = original[property.key as 'title'] as string | string[] | undefined;
    if (value === undefined) return [];
    const originals = [value].flat().flatMap((text) => comment(`${from}: ${text}`));
    // Each language has its own aliases; everything else is translated.
    if (property.key === 'aliases')
      return [[...comment(property.description), ...originals, '#aliases:', '#  - ""'].join('\n')];
    const empty = Array.isArray(value) ? value.map(() => '') : '';
    return [[...comment(property.description), ...originals, yaml({ [property.key]: empty })].join('\n')];
  });
  const body = original.body.trim();
  return [
    '---',
    ...comment(`Translation of ${original.file} into this language: ${into}.`),
    ...comment('Write each text below the original’s. Facts are only in the original.'),
    '',
    properties.join('\n\n'),
    '---',
    '',
    ...(body === '' ? [] : [hidden(body, original.extension), '']),
  ].join('\n');
}

/** The original's text as a comment. */
function hidden(body: string, extension: 'md' | 'mdx'): string {
  const lead = 'The original’s text, to be translated. Keep links and footnotes; delete this comment at the end.';
  return extension === 'md'
    ? `<!-- ${lead}\n\n${body.replaceAll('<!--', '<! --').replaceAll('-->', '-- >')}\n\n-->`
    : `{/* ${lead}\n\n${body.replaceAll('*/', '* /')}\n\n*/}`;
}

/** YAML in the style of the content: double quotes, one item per line. */
const yaml = (value: unknown): string =>
  stringify(value, { defaultStringType: 'QUOTE_DOUBLE', defaultKeyType: 'PLAIN', lineWidth: 0 }).trimEnd();

/** A text as comment lines, which begin with `# `; fields that are commented out have no space there. */
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
