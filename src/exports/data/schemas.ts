/**
 * Schemas of the open data. The keys are those of the content files (docs/contract.md, section 1) and never change,
 * because programs depend on them. A test validates each file.
 */
import { z } from 'zod';
import { personTypes, roles } from '../../model/schema/participants.ts';
import { unknownKeys } from '../../model/schema/unknown.ts';

const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
const url = z.url();
const country = z
  .string()
  .regex(/^[A-Z]{2}$/)
  .describe('ISO 3166-1 alpha-2');
const year = z.int().min(1900).max(2200);
const moment = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}([+-]\d{2}:\d{2}|Z))?$/)
  .describe('A day, or a local time with its offset from UTC (ISO 8601)');
const location = z
  .strictObject({ lat: z.number().min(-90).max(90), lon: z.number().min(-180).max(180) })
  .describe('WGS 84, in degrees');
const field = slug.describe('Slug of a creative field');
const fields = z.array(field);
const sources = z.array(slug).describe('Keys of sources in the bibliography');
const website = url.describe('Its own website');
const attendance = z
  .strictObject({
    delegates: z.int().optional(),
    cities: z.int().optional(),
    countries: z.int().optional(),
    mayors: z.int().optional(),
  })
  .describe('Lower bounds where a source says "over"');

const words = {
  slug,
  url: url.describe('The page that shows this to readers'),
  language: z.string().describe('Language of the words (BCP 47): the default one where a translation is missing'),
  title: z.string(),
  summary: z.string(),
  aliases: z.array(z.string()).describe('Other spellings and names').optional(),
};
const theme = z.string().optional();
const unknown = z.array(z.enum(unknownKeys)).describe('Keys of facts that no source gives').optional();
const organisers = z.array(z.string()).optional();
const outcomes = z.array(z.string()).describe('What came of the meeting').optional();
const notice = z.string().describe('One sentence about what has changed').optional();
const documents = z
  .array(
    z.strictObject({
      title: z.string(),
      language: z.string(),
      url,
      type: z.literal('application/pdf'),
      bytes: z.int().positive(),
    }),
  )
  .optional();
const scheduleChanges = {
  notice,
  status: z.enum(['cancelled', 'postponed']).describe('Set if it does not take place as planned').optional(),
  previously: moment.describe('The original start, if it was rescheduled').optional(),
  online: url.describe('Address for taking part online').optional(),
  full: z.literal(true).describe('No places are left').optional(),
  tickets: url.describe('Address for tickets or registration').optional(),
  documents,
  price: z
    .strictObject({
      amount: z.number().positive(),
      currency: z
        .string()
        .regex(/^[A-Z]{3}$/)
        .describe('ISO 4217'),
    })
    .optional(),
};
const place = {
  city: slug.describe('Slug of a host city').optional(),
  venue: slug.describe('Slug of a venue').optional(),
};

const person = {
  type: z.enum(personTypes).describe('A group is a band or an orchestra'),
  country: country.optional(),
  sortName: z.string().describe('Surname first').optional(),
};
const people = z
  .array(
    z.strictObject({
      who: slug.describe('Slug of a person').optional(),
      name: z.string().describe('Name of a person who is not in the collection of people').optional(),
      as: z.enum(roles),
      field: field.optional(),
      ...person,
      type: person.type.optional(),
    }),
  )
  .describe('Who takes part, and in which role')
  .optional();

const items = {
  meeting: z.strictObject({
    ...words,
    theme,
    organisers,
    outcomes,
    edition: z.int().describe('Number of the meeting, counted from the network’s first'),
    starts: moment,
    ends: moment,
    hosts: z.array(slug).describe('Slugs of host cities, in the order in which they are named'),
    attendance: attendance.optional(),
    reports: z
      .array(z.strictObject({ source: slug, ...attendance.shape }))
      .describe('What each source says, where sources disagree')
      .optional(),
    transfers: z
      .array(
        z.strictObject({
          from: slug,
          to: slug,
          km: z.number(),
          minutes: z.int(),
          by: z.string(),
          source: slug,
        }),
      )
      .optional(),
    people,
    website: website.optional(),
    ...scheduleChanges,
    sources,
  }),
  'host-cities': z.strictObject({
    ...words,
    country,
    field,
    since: year.describe('Year in which it joined the network'),
    location,
    population: z.int().optional(),
    website: website.optional(),
    sources,
  }),
  'past-hosts': z.strictObject({
    ...words,
    theme,
    edition: z.int().describe('Number of the meeting, counted from the network’s first'),
    year,
    starts: moment.optional(),
    ends: moment.optional(),
    country,
    location,
    field: field.optional(),
    since: year.describe('Year in which the host joined the network').optional(),
    with: z
      .array(z.strictObject({ name: z.string(), country, location, field: field.optional(), since: year.optional() }))
      .describe('Further hosts of the same meeting')
      .optional(),
    attendance: attendance.optional(),
    status: z.enum(['held', 'announced', 'unconfirmed']),
    inferred: z.array(z.string()).describe('Keys whose values were inferred, not found in a source').optional(),
    unknown,
    website: website.optional(),
    sources,
  }),
  events: z.strictObject({
    ...words,
    organisers,
    starts: moment.optional(),
    ends: moment.optional(),
    ...place,
    fields,
    admission: z.enum(['free', 'ticketed']).optional(),
    people,
    unknown,
    website: website.optional(),
    ...scheduleChanges,
    sources,
  }),
  sessions: z.strictObject({
    ...words,
    organisers,
    starts: moment,
    ends: moment.optional(),
    ...place,
    fields: fields.optional(),
    audience: z.enum(['delegates', 'public']),
    people,
    unknown,
    ...scheduleChanges,
    sources,
  }),
  news: z.strictObject({
    ...words,
    date: moment,
    about: z.array(z.string()).describe('Paths of the pages that it is about, without the language prefix').optional(),
    sources: sources.optional(),
  }),
  people: z.strictObject({ ...words, ...person, website: website.optional(), documents, sources }),
  venues: z.strictObject({
    ...words,
    city: slug.describe('Slug of a host city'),
    address: z.string().describe('Street address without the country'),
    location,
    unknown,
    website: website.optional(),
    sources,
  }),
  fields: z.strictObject({
    ...words,
    order: z.int(),
    hue: z.number().describe('Hue of its colour in OKLCH, in degrees'),
    chroma: z.number().optional(),
    motif: z.string().describe('Its pattern in the artwork'),
    sources,
  }),
  pages: z.strictObject({ ...words, order: z.int().optional(), documents, sources: sources.optional() }),
  'member-cities': z.strictObject({
    name: z.string().describe("In the file's language, if the city has a name in it"),
    country,
    field,
    since: year.describe('Year in which it joined the network'),
    location,
  }),
  sources: z.strictObject({
    key: slug,
    title: z.string(),
    publisher: z.string(),
    url,
    published: z.string().describe('A year, a month or a day (ISO 8601)').optional(),
    note: z.string().optional(),
  }),
};

export type Collection = keyof typeof items;
/** The collections of open data: the kinds of content, the network's member cities and the bibliography. */
export const collections = Object.keys(items) as Collection[];

/** The schema of a collection's file. */
export const fileSchema = <C extends Collection>(collection: C) =>
  z.strictObject({
    $schema: url,
    about: url.describe('The page that explains the data'),
    licence: z.string().describe('SPDX identifier, or an address').optional(),
    language: z.string(),
    items: z.array(items[collection]),
  });

export type Item<C extends Collection> = z.output<(typeof items)[C]>;

/** The schema as JSON Schema, draft 2020-12. @param id its URL */
export const jsonSchema = (collection: Collection, id: string): object => ({
  $id: id,
  ...z.toJSONSchema(fileSchema(collection)),
});
