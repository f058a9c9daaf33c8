/**
 * What a schema says of its field to those who write the content: in completion while typing, in the files of `npm run new`,
 * in the CMS. Each field carries it as Zod's metadata, beside the rules that it obeys.
 */
import type { z } from 'zod';

/** What a value may name elsewhere in the edition: slugs of a kind, or keys of sources.yaml. */
export type Named = 'host-cities' | 'venues' | 'fields' | 'people' | 'sources';

declare module 'zod' {
  interface GlobalMeta {
    /** A short name, for forms. */
    title?: string | undefined;
    /** One plain sentence: what belongs here. */
    description?: string | undefined;
    /** A value as an editor would write it. */
    example?: unknown;
    /** What the value must be a slug or key of; the check sees to it (rules/references.ts). */
    names?: Named | undefined;
  }
}

/** What JSON Schema can say of a form. Keywords for texts and for numbers stand side by side: YAML has both for `1984`. */
export interface JsonHint {
  type?: 'string' | ('string' | 'integer' | 'number' | 'boolean')[];
  pattern?: string;
  /** What editors of VS Code's kind say where the pattern doesn't fit. */
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

/** A field of a schema as a form, a comment or a completion needs to know it. */
export interface Field {
  key: string;
  title: string;
  description: string;
  example: unknown;
  /** The value that holds where the field is left out. */
  default: unknown;
  optional: boolean;
  /** What its value, or each value of its list, must name. */
  names: Named | undefined;
  /** The words that are possible, where there are only a few. */
  choices: readonly string[] | undefined;
  /** What JSON Schema can say of its value, or of each value of its list. */
  form: JsonHint;
  /** Fields of the group, or of each group of the list. */
  fields: Field[];
  /** Does it hold a list? */
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
 * The fields of a schema's object in their order.
 *
 * @throws Error when a field says nothing of itself, which is a fault of the schema
 */
export function fieldsOf(schema: z.ZodObject): Field[] {
  return shapeOf(schema);
}

const shapeOf = ({ def }: Inner): Field[] => Object.entries(def.shape ?? {}).map(([key, inner]) => fieldOf(key, inner));

function fieldOf(key: string, schema: Inner): Field {
  // What wraps a value (optional, default, a list) may say more of it than the value itself, and never less.
  const layers = layersOf(schema);
  const metadata = Object.assign({}, ...layers.map((layer) => layer.meta() ?? {}).reverse()) as Record<string, unknown>;
  if (typeof metadata['title'] !== 'string' || typeof metadata['description'] !== 'string')
    throw new Error(`the field "${key}" has no title or no description`);
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
    fields: shapeOf(core),
    list: layers.some(({ def }) => def.type === 'array'),
  };
}

/** A schema and what it wraps, from the outside in. */
function layersOf(schema: Inner): Inner[] {
  const inner = schema.def.innerType ?? schema.def.element ?? schema.def.in;
  return inner ? [schema, ...layersOf(inner)] : [schema];
}
