import { jsonSchemas } from '../../src/model/schema/json-schema.ts';
import { aboutKind, factKeysOf, kinds, originalSchema } from '../../src/model/schema/kinds.ts';
import { fieldsOf, type Field } from '../../src/model/schema/meta.ts';
import { siteSchema } from '../../src/model/schema/site.ts';
import { sourceSchema } from '../../src/model/schema/sources.ts';

/** The documents that are made from the schemas, by their path: JSON Schemas, and the tables of fields. */
export function schemaDocuments(): Map<string, string> {
  const documents = new Map<string, string>();
  for (const [name, schema] of jsonSchemas())
    documents.set(`docs/schemas/${name}.schema.json`, `${JSON.stringify(schema, null, 2)}\n`);
  documents.set('docs/fields.md', tables());
  return documents;
}

/** Every field of every file, a table for each kind. */
function tables(): string {
  const parts = [
    '# Fields',
    'What may stand between the two lines `---` of a file, and in the settings. Made by `npm run schemas` from the schemas in `src/model/`.',
    'A field without “may be left out” must be there. **Words** stand in every language’s file, everything else in the default language’s alone.',
  ];
  for (const kind of kinds) {
    const facts = factKeysOf(kind);
    parts.push(
      `## ${kind}`,
      aboutKind(kind),
      table(fieldsOf(originalSchema(kind)), (key) => (facts.includes(key) ? '' : '**Words.** ')),
    );
  }
  parts.push('## site.yaml', table(fieldsOf(siteSchema)), '## sources.yaml', 'Each source, under a key of its own:');
  parts.push(table(fieldsOf(sourceSchema)));
  return `${parts.join('\n\n')}\n`;
}

function table(fields: readonly Field[], mark: (key: string) => string = () => ''): string {
  const row = (field: Field, above: string): string[] => {
    const name = above + field.key;
    const what = [
      (above === '' ? mark(field.key) : '') + field.description,
      field.choices && field.choices.length <= 20 ? `One of ${field.choices.map(code).join(', ')}.` : '',
      field.names && field.names !== 'sources' ? `The name of a file in \`${field.names}/\`, without its ending.` : '',
      field.default === undefined ? '' : `Left out, it is ${code(field.default as string)}.`,
      field.optional && field.default === undefined ? 'May be left out.' : '',
    ];
    return [
      `| \`${name}\` | ${what.filter(Boolean).join(' ')} |`,
      ...field.fields.flatMap((inner) => row(inner, `${name}.`)),
    ];
  };
  return ['| field | what belongs there |', '|---|---|', ...fields.flatMap((field) => row(field, ''))].join('\n');
}

const code = (text: string) => `\`${text}\``;
