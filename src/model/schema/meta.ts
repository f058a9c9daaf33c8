/**
 * Metadata of properties, which the documentation calls fields: for completion, `npm run new` and the CMS. Each property
 * has it as Zod metadata, next to its validation.
 */
import type { z } from 'zod';

/** What a value may name elsewhere in the edition: slugs of a kind, or keys of sources.yaml. */
export type Named = 'host-cities' | 'venues' | 'fields' | 'people' | 'sources';

declare module 'zod' {
  interface GlobalMeta {
    /** A short name, for forms. */
    title?: string | undefined;
    /** One plain sentence that describes the property. */
    description?: string | undefined;
    /** A value as an editor would write it. */
    example?: unknown;
    /** What the slug or key refers to, as checked in rules/references.ts. */
    names?: Named | undefined;
  }
}

/**
 * A format's JSON Schema keywords. Those for strings and for numbers are both included, because `1984` can be either in
 * YAML.
 */
export interface JsonHint {
  type?: 'string' | ('string' | 'integer' | 'number' | 'boolean')[];
  pattern?: string;
  /** VS Code's message for a value that doesn't match the pattern. */
  patternErrorMessage?: string;
  format?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  minItems?: number;
  uniqueItems?: boolean;
  enum?: readonly string[];
}

/** A property of a schema, with what forms, comments and completion need. */
export interface Property {
  key: string;
  title: string;
  description: string;
  example: unknown;
  /** The value if it is omitted. */
  default: unknown;
  optional: boolean;
  /** What its value, or each value in its list, must refer to. */
  names: Named | undefined;
  /** The allowed values, if there are only a few. */
  choices: readonly string[] | undefined;
  /** JSON Schema keywords for its value, or for each value in its list. */
  form: JsonHint;
  /** Properties of the group, or of each group of the list. */
  properties: Property[];
  /** Is it a list? */
  list: boolean;
}

interface Inner {
  meta(): Record<string, unknown> | undefined;
  def: {
    type: string;
    innerType?: Inner;
    element?: Inner;
    in?: Inner;
    shape?: Record<string, Inner>;
    defaultValue?: unknown;
  };
}

/**
 * The properties of a schema's object, in order.
 *
 * @throws Error if a property has no metadata
 */
export function propertiesOf(schema: z.ZodObject): Property[] {
  return shapeOf(schema);
}

const shapeOf = ({ def }: Inner): Property[] =>
  Object.entries(def.shape ?? {}).map(([key, inner]) => propertyOf(key, inner));

function propertyOf(key: string, schema: Inner): Property {
  // Wrappers (optional, default, list) may override the metadata of the value itself.
  const layers = layersOf(schema);
  const metadata = Object.assign({}, ...layers.map((layer) => layer.meta() ?? {}).reverse()) as Record<string, unknown>;
  if (typeof metadata['title'] !== 'string' || typeof metadata['description'] !== 'string')
    throw new Error(`the property "${key}" lacks a title or a description; add it to the metadata`);
  const core = layers.at(-1) as Inner;
  const withDefault = layers.find(({ def }) => def.type === 'default');
  return {
    key,
    title: metadata['title'],
    description: metadata['description'],
    example: metadata['example'],
    default: withDefault?.def.defaultValue,
    optional: layers.some(({ def }) => def.type === 'optional' || def.type === 'default'),
    names: metadata['names'] as Named | undefined,
    choices: metadata['enum'] as readonly string[] | undefined,
    form: metadata,
    properties: shapeOf(core),
    list: layers.some(({ def }) => def.type === 'array'),
  };
}

/** A schema and the schemas that it wraps, from the outside in. */
function layersOf(schema: Inner): Inner[] {
  const inner = schema.def.innerType ?? schema.def.element ?? schema.def.in;
  return inner ? [schema, ...layersOf(inner)] : [schema];
}
