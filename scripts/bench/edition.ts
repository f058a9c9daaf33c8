/** Writes a made-up edition of any size, in three languages, for `npm run bench`. */
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { motifs, sections, type Kind } from '../../src/model/schema/kinds.ts';
import { languages, Writer } from './text.ts';

/** The number of pages in the smallest edition that has every kind of page. */
export const minPages = 84;

interface Entry {
  kind: Kind;
  slug: string;
  /** Front matter that only the file in the first language has. */
  facts: string[];
}

const fields = ['literature', 'music', 'film', 'media-arts', 'design', 'crafts-and-folk-art', 'gastronomy'];
const siteYaml = `address: https://archive.example
name: "Archive"
languages: [{ code: en, name: English }, { code: pl, name: Polski }, { code: fr, name: Français }]
timeZone: Europe/Warsaw
menu: [about, programme, events, host-cities, past-hosts, fields, network]
citySources: [report-1]
licence: CC-BY-SA-4.0
sharePictures: sections
`;

/**
 * @param folder emptied first
 * @param size approximate number of pages, in all languages together
 */
export function writeEdition(folder: string, size: number): void {
  rmSync(folder, { recursive: true, force: true });
  const write = (file: string, text: string) => {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  };
  const writer = new Writer(size);
  const entries = entriesOf(Math.round(size / languages.length) - sections.length - 1);
  const venues = entries.filter(({ kind }) => kind === 'venues');
  const sources = Array.from({ length: Math.ceil(entries.length / 30) }, (_, index) => `report-${index + 1}`);
  for (const { kind, slug, facts } of entries) {
    const source = writer.pick(sources);
    const name = writer.name();
    const summary = writer.summary(name);
    const body = writer.body(name, source, `/venues/${writer.pick(venues).slug}/`);
    languages.forEach((lang, index) => {
      const front = [`title: "${name}"`, `summary: "${summary[index]}"`];
      if (index === 0) front.push(...facts, `sources: [${source}]`);
      const path = kind === 'meeting' ? 'meeting' : `${kind}/${slug}`;
      write(`${path}.${lang}.md`, `---\n${front.join('\n')}\n---\n\n${body[index]}\n`);
    });
  }
  const sourceOf = (key: string) =>
    `${key}: { title: "${writer.name()}", publisher: "Archive", url: "https://sources.example/${key}/" }\n`;
  write('sources.yaml', sources.map(sourceOf).join(''));
  write('site.yaml', siteYaml);
  cpSync('content/member-cities.csv', join(folder, 'member-cities.csv'));
}

/** The given number of entries, in the proportions of a large edition. */
function entriesOf(count: number): Entry[] {
  const share = (part: number) => Math.max(1, Math.round((count - fields.length - 1) * part));
  const make = (kind: Kind, length: number, facts: (index: number) => string[]): Entry[] =>
    Array.from({ length }, (_, index) => ({ kind, slug: `${kind}-${index + 1}`, facts: facts(index) }));
  const memberCities = readFileSync('content/member-cities.csv', 'utf8').trim().split('\n').slice(1);
  const placeOf = (index: number) => {
    const [, country, field, , lat, lon] = (memberCities[(index * 7) % memberCities.length] as string).split(',');
    return { region: [`country: ${country}`, `field: ${field}`], location: `location: { lat: ${lat}, lon: ${lon} }` };
  };

  const cities = share(0.04);
  const venues = share(0.12);
  const sessions = share(0.2);
  const cityOf = (venue: number) => `city: host-cities-${(venue % cities) + 1}`;
  /** Time, place and field of an event or session. No two are in the same venue on the same day. */
  const occasion = (index: number) => {
    const venue = index % venues;
    const days = (venue * 17 + Math.floor(index / venues) * 13) % 110;
    const day = Temporal.PlainDate.from('2027-04-20').add({ days }).toString();
    const time = [`starts: "${day} ${10 + (index % 9)}:00"`, `ends: "${day} ${10 + (index % 9)}:50"`];
    return [...time, cityOf(venue), `venue: venues-${venue + 1}`, `fields: [${fields[index % fields.length]}]`];
  };
  const entries = [
    ...make('meeting', 1, () => [
      'edition: 400',
      'starts: "2027-06-14"',
      'ends: "2027-06-18"',
      'hosts: [host-cities-1]',
    ]),
    ...make('host-cities', cities, (index) => [...placeOf(index).region, placeOf(index).location, 'since: 2013']),
    ...make('venues', venues, (index) => [
      cityOf(index),
      `address: "Street ${index + 1}"`,
      placeOf(index % cities).location,
    ]),
    ...fields.map((slug, index): Entry => {
      return { kind: 'fields', slug, facts: [`order: ${index + 1}`, `hue: ${index * 50}`, `motif: ${motifs[index]}`] };
    }),
    ...Array.from({ length: Math.min(share(0.04), 120) }, (_, index): Entry => {
      const year = 2026 - index;
      const dates = [`edition: ${399 - index}`, `year: ${year}`, `starts: "${year}-06-10"`, `ends: "${year}-06-13"`];
      const { region, location } = placeOf(index);
      return { kind: 'past-hosts', slug: `host-${year}`, facts: [...dates, ...region, location] };
    }),
    ...make('sessions', sessions, (index) => [...occasion(index), 'audience: public']),
    ...make('pages', share(0.14), (index) => [`order: ${index + 1}`]),
  ];
  const events = make('events', count - entries.length, (index) => [...occasion(sessions + index), 'admission: free']);
  return [...entries, ...events];
}
