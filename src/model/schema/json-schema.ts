/**
 * The schemas of the content's files as JSON Schema (draft 7), from which code editors offer fields, allowed
 * values and descriptions as you type. The schemas are less strict than the check: anything that passes it is valid
 * here.
 */
import { z } from 'zod';
import { countryCodes, countryName } from './countries.ts';
import { interfaceWords } from './interface-words.ts';
import { aboutKind, kinds, originalSchema, translationSchema, type Kind } from './kinds.ts';
import type { Named } from './meta.ts';
import { siteSchema } from './site.ts';
import { sourceSchema } from './sources.ts';
import { slugPattern } from './slug.ts';

export type JsonSchema = Record<string, unknown>;

/** An existing slug or key, and its title. */
export interface Known {
  value: string;
  label: string;
}

/** The edition's slugs and keys, which are offered as completions. */
export type KnownValues = Record<Named, readonly Known[]>;

/** Name of the schema of a kind's originals or translations, also used in its file name: `events.translation`. */
export const schemaName = (kind: Kind, isOriginal: boolean): string => (isOriginal ? kind : `${kind}.translation`);

/**
 * Every schema by its name: a kind's originals and translations, and the settings.
 *
 * @param known the edition's slugs and keys; without them, only the format of slugs and keys is described
 */
export function jsonSchemas(known?: KnownValues): Map<string, JsonSchema> {
  const schemas = new Map<string, JsonSchema>();
  for (const kind of kinds) {
    schemas.set(schemaName(kind, true), convert(originalSchema(kind), aboutKind(kind), known));
    schemas.set(
      schemaName(kind, false),
      convert(translationSchema(kind), `${aboutKind(kind)} This is a translation: words only.`, known),
    );
  }
  schemas.set('site', convert(siteSchema, 'The settings of the site.', known));
  schemas.set('sources', byKey(convert(sourceSchema, 'One entry of the bibliography.', known)));
  schemas.set('redirects', redirects);
  schemas.set('interface', interfaceSchema());
  return schemas;
}

const draft = 'http://json-schema.org/draft-07/schema#';

function convert(schema: z.ZodType, description: string, known: KnownValues | undefined): JsonSchema {
  // A format that JSON Schema can't express needs a hint in its metadata.
  const converted = z.toJSONSchema(schema, { target: 'draft-07', io: 'input', unrepresentable: 'throw' }) as JsonSchema;
  refine(converted, known);
  return { ...converted, description };
}

/** Adds the metadata of the fields to the JSON Schema, recursively. */
function refine(schema: JsonSchema, known: KnownValues | undefined): void {
  for (const field of Object.values((schema['properties'] ?? {}) as Record<string, JsonSchema>)) refine(field, known);
  if (schema['items']) refine(schema['items'] as JsonSchema, known);

  const { example, names, type, pattern, patternErrorMessage } = schema;
  delete schema['example'];
  delete schema['names'];
  if ((schema['enum'] as readonly string[] | undefined)?.length === countryCodes.length)
    schema['enumDescriptions'] = countryCodes.map(countryName);
  const offered = known?.[names as Named] ?? [];
  if (offered.length > 0) {
    // Suggested, not required: an entry may have been added since these were listed.
    delete schema['type'];
    delete schema['pattern'];
    delete schema['patternErrorMessage'];
    schema['anyOf'] = [
      { type: 'string', enum: offered.map(({ value }) => value), enumDescriptions: offered.map(({ label }) => label) },
      { type, pattern, patternErrorMessage },
    ];
    return;
  }
  // Code editors offer examples as values, so free text has none.
  const inside = (schema['items'] ?? schema) as JsonSchema;
  if (example !== undefined && inside['minLength'] === undefined) schema['examples'] = [example];
}

/** The schema of sources.yaml: a map of sources by key. */
const byKey = ({ $schema: _, ...value }: JsonSchema): JsonSchema => ({
  $schema: draft,
  description: 'The bibliography: each source has its own key, which files and footnotes use.',
  type: 'object',
  propertyNames: { pattern: slugPattern.source },
  additionalProperties: value,
});

const redirects: JsonSchema = {
  $schema: draft,
  description: 'Redirects from old addresses.',
  type: 'object',
  propertyNames: { pattern: '^/(?:[\\w.~%-]+/)+$' },
  additionalProperties: {
    type: 'string',
    description: 'The new address: on this site, like /events/, or the full address of another site.',
    minLength: 1,
  },
};

/** The interface words, nested at their dots, with their placeholders as descriptions. */
function interfaceSchema(): JsonSchema {
  const root: JsonSchema = {
    $schema: draft,
    description:
      'Buttons, labels, messages and section titles that this edition words differently, in ICU message format. The kit’s own are in src/i18n/words/.',
  };
  for (const [key, placeholders] of Object.entries(interfaceWords)) {
    let group = root;
    for (const part of key.split('.')) {
      group['type'] = 'object';
      group['additionalProperties'] = false;
      const inside = (group['properties'] ??= {}) as Record<string, JsonSchema>;
      group = inside[part] ??= {};
    }
    Object.assign(group, {
      type: ['string', 'number', 'boolean'],
      minLength: 1,
      description:
        placeholders.length === 0
          ? 'A text without placeholders.'
          : `May use ${placeholders.map((name) => `{${name}}`).join(', ')}.`,
    });
  }
  return root;
}
