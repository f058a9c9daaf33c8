/** A made-up edition of any size, written to the contract as editors write one: what the measurements are made with. */
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { sections, type Kind } from '../../src/model/schema/kinds.ts';
import { each, languages, things, Writer, type Lang, type Text } from './prose.ts';

/** How the entries of a large edition are divided, besides the fields. */
const shares: [Kind, number][] = [
  ['sessions', 0.2],
  ['venues', 0.12],
  ['host-cities', 0.04],
  ['past-hosts', 0.04],
  ['pages', 0.14],
];

/** There is a meeting each year. */
const most: Partial<Record<Kind, number>> = { 'past-hosts': 120 };

const fieldNames: [slug: string, motif: string, title: Text][] = [
  ['literature', 'lines', { en: 'Literature', pl: 'Literatura', fr: 'Littérature' }],
  ['music', 'staves', { en: 'Music', pl: 'Muzyka', fr: 'Musique' }],
  ['film', 'frames', { en: 'Film', pl: 'Film', fr: 'Cinéma' }],
  ['media-arts', 'pixels', { en: 'Media arts', pl: 'Sztuka mediów', fr: 'Arts numériques' }],
  ['design', 'grid', { en: 'Design', pl: 'Wzornictwo', fr: 'Design' }],
  ['crafts-and-folk-art', 'weft', { en: 'Crafts', pl: 'Rzemiosło', fr: 'Artisanat' }],
  ['gastronomy', 'rings', { en: 'Gastronomy', pl: 'Gastronomia', fr: 'Gastronomie' }],
];

/** A point well inside each country, around which its cities are put. */
const countries: [code: string, lat: number, lon: number][] = [
  ['PL', 52, 19.5], ['FR', 46.8, 2.5], ['DE', 51, 10], ['ES', 40, -4], ['TR', 39, 33], ['BR', -15, -50],
  ['MX', 23, -102], ['US', 40, -98], ['CA', 53, -100], ['AU', -25, 134], ['CN', 34, 108], ['IN', 22, 79],
  ['KZ', 48, 68], ['SE', 62, 15], ['FI', 63, 27], ['UA', 49, 32], ['RO', 46, 25], ['MA', 32, -6],
  ['EG', 27, 30], ['NG', 9.5, 8], ['KE', 0.5, 38], ['ET', 9, 39], ['ZA', -29, 25], ['AR', -35, -65],
  ['CO', 4, -73], ['PE', -10, -75], ['SA', 24, 45], ['IR', 33, 54], ['PK', 30, 70], ['MN', 47, 104],
]; // prettier-ignore

const sourceKey = (index: number) => `report-${index + 1}`;
const memberCities = 400;
/** Events and sessions lie within this many days from the first; the check refuses what is far from the meeting. */
const season = 110;
const firstDay = Temporal.PlainDate.from('2027-04-20');
const meeting = { starts: '2027-06-14', ends: '2027-06-18' };

/** What stands in each language's file of an entry, and the facts in the first. */
interface Draft {
  kind: Kind;
  slug: string;
  title: Text;
  facts: string[];
  /** Pages that its text links to. */
  to: string[];
}

/**
 * Writes an edition into a folder, which is emptied first.
 *
 * @param pages how many pages the site is to have in all its languages, nearly
 * @param words folder with the interface words of the languages
 */
export function writeEdition(dir: string, pages: number, words: string): void {
  rmSync(dir, { recursive: true, force: true });
  mkdirSync(dir, { recursive: true });
  const writer = new Writer(pages);
  const drafts = draft(writer, Math.round(pages / languages.length) - sections.length - 1);
  const sources = Math.max(6, Math.round(drafts.length / 30));

  write(dir, 'site.yaml', siteYaml);
  for (const lang of languages) cpSync(join(words, `${lang}.yaml`), join(dir, 'interface', `${lang}.yaml`));
  drafts.forEach((entry, index) => {
    const note = sourceKey(index % sources);
    const name = entry.title.en.split(': ').at(-1) ?? entry.title.en;
    const summary = writer.summary(name);
    const body = writer.body(name, note, entry.to);
    for (const lang of languages) {
      const facts = lang === languages[0] ? [...entry.facts, `sources: ["${note}"]`] : [];
      const front = [`title: "${entry.title[lang]}"`, `summary: "${summary[lang]}"`, ...facts].join('\n');
      const file = entry.kind === 'meeting' ? `meeting.${lang}.md` : `${entry.kind}/${entry.slug}.${lang}.md`;
      write(dir, file, `---\n${front}\n---\n\n${body[lang]}\n`);
    }
  });
  write(
    dir,
    'sources.yaml',
    Array.from({ length: sources }, (_, index) => sourceYaml(writer, sourceKey(index))).join(''),
  );
  write(dir, 'member-cities.csv', citiesCsv(writer));
}

function draft(writer: Writer, count: number): Draft[] {
  const own = Math.max(count - fieldNames.length, 6);
  const number = Object.fromEntries(
    shares.map(([kind, share]) => [kind, Math.max(1, Math.min(most[kind] ?? Infinity, Math.round(own * share)))]),
  );
  const rest = own - Object.values(number).reduce((sum, each) => sum + each, 0);
  const slugs = (kind: Kind, length: number) =>
    Array.from({ length }, (_, index) => ({ name: writer.ownName(), slug: `${kind.replace(/s$/, '')}-${index + 1}` }));

  const fields = fieldNames.map(([slug]) => slug);
  const cities = slugs('host-cities', number['host-cities'] as number).map(({ name, slug }, index) => {
    const [country, lat, lon] = countries[index % countries.length] as (typeof countries)[number];
    return { name, slug, country, lat: around(writer, lat), lon: around(writer, lon), field: writer.pick(fields) };
  });
  const venues = slugs('venues', number['venues'] as number).map((venue, index) => ({
    ...venue,
    city: cities[index % cities.length] as (typeof cities)[number],
  }));
  const hosts = cities.slice(0, 2);
  const place = (index: number): string[] => {
    const venue = venues[index % venues.length] as (typeof venues)[number];
    return [`city: "${venue.city.slug}"`, `venue: "${venue.slug}"`];
  };
  const happening = (kind: 'events' | 'sessions', index: number, name: string, slug: string): Draft => ({
    kind,
    slug,
    title: writer.title(things[kind], name),
    facts: [
      ...(index % 10 === 9 && kind === 'events' ? [] : when(index, venues.length)),
      ...place(index),
      `fields: ["${writer.pick(fields)}"]`,
      kind === 'sessions' ? `audience: "${index % 3 === 0 ? 'public' : 'delegates'}"` : 'admission: "free"',
    ],
    to: [`/venues/${venues[index % venues.length]?.slug}/`, `/fields/${writer.pick(fields)}/`],
  });
  const events = slugs('events', Math.max(rest, 1));
  const sessions = slugs('sessions', number['sessions'] as number);
  const first = { ...(hosts[0] as (typeof cities)[number]) };
  return [
    {
      kind: 'meeting',
      slug: 'meeting',
      title: each((lang) => ({ en: 'Meeting of the archive', pl: 'Spotkanie archiwum', fr: 'Rencontre des archives' })[lang]),
      facts: ['edition: 400', `starts: "${meeting.starts}"`, `ends: "${meeting.ends}"`, `hosts: [${hosts.map(({ slug }) => `"${slug}"`).join(', ')}]`],
      to: [`/host-cities/${first.slug}/`, '/programme/'],
    },
    ...fieldNames.map(([slug, motif, title], index): Draft => ({
      kind: 'fields',
      slug,
      title,
      facts: [`order: ${index + 1}`, `hue: ${(index * 51) % 360}`, `motif: "${motif}"`],
      to: ['/network/'],
    })),
    ...cities.map(({ name, slug, country, lat, lon, field }): Draft => ({
      kind: 'host-cities',
      slug,
      title: each(() => name),
      facts: [`country: "${country}"`, `field: "${field}"`, 'since: 2013', location(lat, lon)],
      to: [`/fields/${field}/`],
    })),
    ...venues.map(({ name, slug, city }): Draft => ({
      kind: 'venues',
      slug,
      title: writer.title(things.venues, name),
      facts: [`city: "${city.slug}"`, `address: "${name} ${writer.number(1, 90)}"`, location(city.lat, city.lon)],
      to: [`/host-cities/${city.slug}/`],
    })),
    ...slugs('past-hosts', number['past-hosts'] as number).map(({ name, slug }, index): Draft => {
      const year = 2026 - index;
      const [country, lat, lon] = countries[(index * 7) % countries.length] as (typeof countries)[number];
      return {
        kind: 'past-hosts',
        slug: `${slug}-${year}`,
        title: each(() => `${name} ${year}`),
        facts: [`edition: ${399 - index}`, `year: ${year}`, `country: "${country}"`, `field: "${writer.pick(fields)}"`, `starts: "${year}-06-10"`, `ends: "${year}-06-13"`, location(around(writer, lat), around(writer, lon))],
        to: ['/past-hosts/'],
      };
    }),
    ...sessions.map(({ name, slug }, index) => happening('sessions', index, name, slug)),
    ...events.map(({ name, slug }, index) => happening('events', sessions.length + index, name, slug)),
    ...slugs('pages', number['pages'] as number).map(({ name, slug }, index): Draft => ({
      kind: 'pages',
      slug,
      title: writer.title(things.pages, name),
      facts: [`order: ${index + 1}`],
      to: ['/events/', '/sources/'],
    })),
  ]; // prettier-ignore
}

/** No two in one venue on one day. */
function when(index: number, venues: number): string[] {
  const round = Math.floor(index / venues);
  const day = firstDay.add({ days: ((index % venues) * 17 + round * 13) % season });
  if (index % 10 === 4) return [`starts: "${day.toString()}"`, `ends: "${day.add({ days: 2 }).toString()}"`];
  const hour = String(9 + (index % 12)).padStart(2, '0');
  return [`starts: "${day.toString()} ${hour}:00"`, `ends: "${day.toString()} ${hour}:50"`];
}

const location = (lat: number, lon: number) => `location: { lat: ${lat}, lon: ${lon} }`;
const around = (writer: Writer, degrees: number) => Math.round((degrees + writer.number(-80, 80) / 100) * 100) / 100;

function citiesCsv(writer: Writer): string {
  const rows = Array.from({ length: memberCities }, (_, index) => {
    const [country, lat, lon] = countries[index % countries.length] as (typeof countries)[number];
    const field = (fieldNames[index % fieldNames.length] as (typeof fieldNames)[number])[0];
    return [writer.ownName(), country, field, 2004 + (index % 22), around(writer, lat), around(writer, lon)].join(',');
  });
  return `name,country,field,since,lat,lon\n${rows.join('\n')}\n`;
}

const sourceYaml = (writer: Writer, key: string) =>
  `${key}:\n  title: "Report of the meeting: ${writer.name()}"\n  publisher: "${writer.name()} Archive"\n  url: "https://archive.example/${key}/"\n`;

const names: Record<Lang, string> = { en: 'English', pl: 'Polski', fr: 'Français' };
const siteYaml = `address: https://archive.example
name: "Archive"
languages: [${languages.map((code) => `{ code: ${code}, name: ${names[code]} }`).join(', ')}]
timeZone: Europe/Warsaw
menu: [about, programme, events, host-cities, past-hosts, fields, network]
citySources: [${sourceKey(0)}]
licence: CC-BY-SA-4.0
sharePictures: sections
`;

function write(dir: string, file: string, text: string): void {
  mkdirSync(dirname(join(dir, file)), { recursive: true });
  writeFileSync(join(dir, file), text);
}
