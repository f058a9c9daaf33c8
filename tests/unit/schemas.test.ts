import { globSync, readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { parse } from 'yaml';
import { describe, expect, test } from 'vitest';
import { schemaDocuments } from '../../scripts/lib/schema-documents.ts';
import { completionFiles, knownValues } from '../../src/integrations/completion.ts';
import { readContent } from '../../src/model/read/content.ts';
import { readFolder } from '../../src/model/read/folder.ts';
import { splitFrontMatter } from '../../src/model/read/front-matter.ts';
import { jsonSchemas, schemaName } from '../../src/model/schema/json-schema.ts';
import { kinds, originalSchema, translationSchema, type Kind } from '../../src/model/schema/kinds.ts';
import { fieldsOf, type Field } from '../../src/model/schema/meta.ts';
import { siteSchema } from '../../src/model/schema/site.ts';
import { sourceSchema } from '../../src/model/schema/sources.ts';
import { parseYaml } from '../../src/model/read/yaml.ts';
import { editionIn } from '../helpers/editions.ts';

const editions = ['content', 'tests/editions/solo', 'tests/editions/trio'];
const nothing = () => undefined;

/** A schema as a function that says what it refuses, each as the place of the value. */
function judge(schema: Record<string, unknown>): (data: unknown) => string[] {
  const validate = new Ajv({ strict: false, allErrors: true }).compile(schema);
  return (data) => {
    validate(data);
    return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
  };
}
const judges = new Map([...jsonSchemas()].map(([name, schema]) => [name, judge(schema)]));
const refused = (name: string, data: unknown) => judges.get(name)?.(data);

const frontMatter = (text: string) => splitFrontMatter(text, nothing)?.yaml ?? '';

test('what is made from the schemas is up to date; `npm run schemas` makes it', () => {
  for (const [file, text] of schemaDocuments()) expect(readFileSync(file, 'utf8'), file).toBe(text);
  const made = globSync('docs/schemas/*').map((file) => file.replaceAll('\\', '/'));
  expect(made.filter((file) => !schemaDocuments().has(file))).toEqual([]);
});

describe.each(editions)('%s', (dir) => {
  const lang = editionIn(dir).site.languages[0]?.code;
  const known = new Map([...jsonSchemas(knownValues(editionIn(dir)))].map(([name, schema]) => [name, judge(schema)]));
  const languages = editionIn(dir).site.languages.map(({ code }) => code);

  test('every file is accepted, as an editor with YAML 1.2 reads it', () => {
    for (const { kind, lang: own, file } of readFolder(dir, languages, nothing).entries) {
      const name = schemaName(kind, own === lang);
      const data: unknown = parse(frontMatter(readFileSync(`${dir}/${file}`, 'utf8')));
      expect(refused(name, data), file).toEqual([]);
      expect(known.get(name)?.(data), file).toEqual([]);
    }
    for (const file of globSync('{site,sources,redirects,interface/*}.yaml', { cwd: dir })) {
      const name = file.split(/[./\\]/)[0] as string;
      expect(refused(name, parse(readFileSync(`${dir}/${file}`, 'utf8'))), file).toEqual([]);
    }
  });
});

const sound: Partial<Record<Kind, string>> = {
  events: `title: "A concert"
summary: "A concert that is sound, for the schema to have something to refuse."
fields:
  - "music"
sources:
  - "a-source"`,
  'past-hosts': `title: "A city 2030"
summary: "A meeting that is sound, for the schema to have something to refuse."
edition: 40
year: 2030
country: "PT"
location:
  lat: 41.15
  lon: -8.61
sources: ["a-source"]`,
};

/** Lines added to a sound file: do the check and the JSON Schema say the same of them? */
const cases: [kind: Kind, added: string, accepted: boolean][] = [
  ['events', '', true],
  ['events', 'starts: 2027-06-12', true],
  ['events', 'starts: "2027-06-12 09:00"', true],
  ['events', 'starts: 2027/06/12', false],
  ['events', 'starts: 12 June', false],
  ['events', 'admission: ticketed', true],
  ['events', 'admission: gratis', false],
  ['events', 'city: 1984', true],
  ['events', 'city: Big City', false],
  ['events', 'cty: a-city', false],
  ['events', 'aliases: []', false],
  ['events', 'aliases: [1984, "One", true]', true],
  ['events', 'aliases: ["One", "One"]', false],
  ['events', 'aliases: One', false],
  ['events', 'website: example.org', false],
  ['events', 'website: https://example.org/', true],
  ['past-hosts', 'since: 2013', true],
  ['past-hosts', 'since: "2013"', true],
  ['past-hosts', 'since: 1913', false],
  ['past-hosts', 'since: two', false],
  ['past-hosts', 'status: cancelled', false],
  ['past-hosts', 'attendance: { delegates: 1_000 }', false],
  ['past-hosts', 'attendance: { delegates: "350" }', true],
  ['past-hosts', 'with: [{ name: A, country: PT, location: { lat: 1, lon: 2 } }]', true],
  ['past-hosts', 'with: [{ name: A, country: PT }]', false],
  ['past-hosts', 'with: { name: A }', false],
  ['past-hosts', 'inferred: [year]', true],
  ['past-hosts', 'inferred: [title]', false],
];

test.each(cases)('%s with %j: the check and the schema agree (%s)', (kind, added, accepted) => {
  const yaml = `${sound[kind]}\n${added}\n`;
  expect(originalSchema(kind).safeParse(parseYaml(yaml, 1, nothing).data).success, 'check').toBe(accepted);
  expect(refused(kind, parse(yaml))?.length === 0, 'schema').toBe(accepted);
});

test.each<[name: string, yaml: string, where: string]>([
  ['events', 'title: 1984\nsummary: "A sentence that is long enough to be one, and no longer."', "'fields'"],
  ['events.translation', `${sound.events}`, 'additional properties'],
  [
    'events.translation',
    'title: "A *bold* one"\nsummary: "A *bold* sentence that is long enough to be one."',
    '/summary',
  ],
  ['events.translation', 'title: "T"\nsummary: "Too short."', '/summary'],
  ['host-cities', 'country: UK', '/country'],
  ['fields', 'hue: 400', '/hue'],
  ['site', 'address: "https://example.org/path/"', '/address'],
  ['site', 'languages: [{ code: english, name: English }]', '/languages/0/code'],
  ['site', 'timeZone: Warsaw', '/timeZone'],
  ['sources', 'Key: { title: T, publisher: P, url: "https://example.org" }', 'property name'],
  ['sources', 'key: { title: T, url: "https://example.org" }', "/key must have required property 'publisher'"],
  ['redirects', 'old: /new/', 'property name'],
  ['interface', 'site: { nowhere: "x" }', '/site'],
])('%s refuses %j', (name, yaml, where) => {
  expect(refused(name, parse(yaml))).toContainEqual(expect.stringContaining(where));
});

test('every field says what belongs into it, and its example is one that the check takes', () => {
  const all: [string, Field[]][] = [
    ...kinds.map((kind): [string, Field[]] => [kind, fieldsOf(originalSchema(kind))]),
    ['site', fieldsOf(siteSchema)],
    ['source', fieldsOf(sourceSchema)],
  ];
  const asText = (value: unknown): unknown =>
    JSON.parse(JSON.stringify(value), (_, inner: unknown) => (typeof inner === 'number' ? String(inner) : inner));
  for (const [name, fields] of all)
    for (const { key, title, description, example } of fields) {
      expect(description, `${name}.${key}`).toMatch(/^[a-zA-Z].{8,160}\.$/);
      expect(title, `${name}.${key}`).toMatch(/^[A-Z].{1,30}$/);
      expect(example, `${name}.${key}`).toBeDefined();
    }
  for (const kind of kinds) {
    const fields = fieldsOf(originalSchema(kind));
    const data = Object.fromEntries(fields.map(({ key, example }) => [key, asText(example)]));
    expect(originalSchema(kind).safeParse(data).error?.issues ?? [], kind).toEqual([]);
    expect(refused(kind, data), kind).toEqual([]);
  }
});

test('originals and translations are told apart, the ones that aren’t written yet too', () => {
  const dir = 'tests/editions/trio';
  const files = completionFiles(dir, editionIn(dir));
  const { entries } = JSON.parse(files.get('.astro/collections/collections.json') ?? '') as {
    entries: Record<string, string>;
  };
  const collectionOf = (file: string) =>
    Object.entries(entries).find(([address]) => address.endsWith(`/${dir}/${file}`))?.[1];
  expect(collectionOf('meeting.en.md')).toBe('meeting');
  expect(collectionOf('meeting.pt-br.md')).toBe('meeting.translation');
  expect(collectionOf('events/lantern.ar.md')).toBe('events.translation');
  expect(collectionOf('events/panel-market.ar.md')).toBe('events.translation');
  expect(collectionOf('host-cities/tizrouane.en.md')).toBe('host-cities');
  expect(collectionOf('site.yaml')).toBeUndefined();
  for (const kind of kinds)
    for (const own of [true, false])
      expect(files.has(`.astro/collections/${schemaName(kind, own)}.schema.json`)).toBe(true);
  expect(files.get('.astro/collections/events.schema.json')).toContain('"tizrouane"');
  expect(translationSchema('events').shape).not.toHaveProperty('city');
  expect(readContent(dir).edition).toBeDefined();
});
