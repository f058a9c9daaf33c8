import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileFunction } from 'node:vm';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { parse } from 'csv-parse/sync';
import type { FeatureCollection, Point } from 'geojson';
import { describe, expect, test } from 'vitest';
import { serve } from '../../scripts/lib/server.ts';
import { formatDays } from '../../src/calendar/dates-and-times.ts';
import { collections } from '../../src/exports/data/schemas.ts';
import { jsonFile } from '../../src/exports/data/files.ts';
import { csv } from '../../src/exports/data/tables.ts';
import { countryName, numberIn } from '../../src/i18n/names.ts';
import { pageContext } from '../../src/i18n/page-context.ts';
import { readContent } from '../../src/model/read/content.ts';
import { readMemberCities } from '../../src/model/read/member-cities.ts';
import { built } from '../helpers/build.ts';
import { least, isThisEdition } from '../helpers/this-edition.ts';
import { pagesIn, type BuiltPage } from '../helpers/pages.ts';

const editions = { main: 'content', solo: 'tests/editions/solo', trio: 'tests/editions/trio' };

type Item = Record<string, unknown>;
interface DataFile {
  $schema: string;
  language: string;
  items: Item[];
}

const plain = (text: string | null | undefined) => (text ?? '').replace(/\s+/g, ' ');

describe.each(Object.entries(editions))('%s: open data', (name, content) => {
  const dir = built(name);
  const { edition } = readContent(content);
  if (!edition) throw new Error(`${content} has errors; CONTENT_DIR=${content} npm run check lists them`);
  const { site, entries } = edition;
  const read = (path: string) => readFileSync(join(dir, path), 'utf8');
  const files = site.languages.flatMap(({ code }, index) =>
    collections
      .map((collection) => `${index === 0 ? '' : `${code}/`}data/${collection}.json`)
      .filter((path) => existsSync(join(dir, path)))
      .map((path) => ({ path, code, data: JSON.parse(read(path)) as DataFile })),
  );
  const at = (path: string) => files.find((file) => file.path === path)?.data.items ?? [];

  test('every non-empty collection exists in each language and matches its schema', () => {
    const filled = collections.filter((collection) => {
      if (collection === 'member-cities') return edition.cities.length > 0;
      if (collection === 'sources') return Object.keys(edition.sources).length > 0;
      return entries[collection].length > 0;
    });
    expect(files).toHaveLength(filled.length * site.languages.length);
    const ajv = new Ajv2020({ formats: { uri: (text: string) => URL.canParse(text) } });
    for (const { path, code, data } of files) {
      expect(data.language, path).toBe(code);
      expect(data.$schema.startsWith(site.address), path).toBe(true);
      const address = data.$schema.slice(site.address.length);
      const check = ajv.getSchema(data.$schema) ?? ajv.compile(JSON.parse(read(address)) as object);
      expect(check(data), `${path}: ${ajv.errorsText(check.errors)}`).toBe(true);
      expect(data.items.length, path).toBeGreaterThan(0);
      const first = data.items[0] as Item;
      for (const fault of [
        { ...first, unheardOf: 1 },
        { ...first, title: 1984, name: 1984 },
      ])
        expect(check({ ...data, items: [fault] }), path).toBe(false);
    }
  });

  test('the data match the pages', () => {
    const pages = new Map(pagesIn(dir).map((page) => [site.address + page.address, page]));
    let checked = 0;
    for (const { path, code, data } of files) {
      for (const item of data.items) {
        if (typeof item['url'] !== 'string' || !('slug' in item)) continue;
        const page = pages.get(item['url']) as BuiltPage;
        const main = page.document.querySelector('main');
        const text = plain(main?.textContent);
        const where = `${path}: ${String(item['slug'])}`;
        const expected = [
          item['title'],
          item['summary'],
          item['theme'],
          item['address'],
          ...((item['organisers'] as string[] | undefined) ?? []),
        ];
        const { starts, ends } = item as { starts?: string; ends?: string };
        const nightly =
          starts?.includes('T') && ends !== undefined && Temporal.Instant.from(starts).until(ends).total('hours') < 24;
        if (starts) expected.push(formatDays(code, starts, nightly ? undefined : ends));
        for (const moment of [starts, ends]) if (moment?.includes('T')) expected.push(moment.slice(11, 16));
        if (path.endsWith('host-cities.json') || path.endsWith('past-hosts.json'))
          expected.push(countryName(code, String(item['country'])));
        if (item['population']) expected.push(numberIn(code, Number(item['population'])));
        for (const count of Object.values((item['attendance'] as Item | undefined) ?? {}))
          expected.push(numberIn(code, Number(count)));
        for (const value of expected as (string | undefined)[])
          if (value !== undefined) expect(text, where).toContain(plain(value));
        const links = [...(main?.querySelectorAll('a[href]') ?? [])].map((link) => link.getAttribute('href'));
        if (item['website']) expect(links, where).toContain(item['website']);
        const place = item['location'] as { lat: number; lon: number } | undefined;
        if (place && !path.endsWith('past-hosts.json')) expect(links, where).toContain(`geo:${place.lat},${place.lon}`);
        checked += 1;
      }
    }
    expect(checked).toBeGreaterThan(least(5, name));
  });

  test('member cities match the table, in JSON, CSV and GeoJSON', () => {
    if (edition.cities.length === 0) {
      expect(existsSync(join(dir, 'data/member-cities.csv'))).toBe(false);
      return;
    }
    const problems: string[] = [];
    const text = read('data/member-cities.csv');
    const slugs = entries.fields.map(({ slug }) => slug);
    const codes = site.languages.map(({ code }) => code);
    const back = readMemberCities(text, slugs, codes, (line, field, message) =>
      problems.push(`${line} ${field} ${message}`),
    );
    expect(problems).toEqual([]);
    expect(back.map(({ line: _, ...city }) => city)).toEqual(edition.cities.map(({ line: _, ...city }) => city));
    const { features } = JSON.parse(read('data/member-cities.geojson')) as FeatureCollection<Point>;
    expect(features.map(({ geometry }) => geometry.coordinates)).toEqual(
      edition.cities.map(({ lat, lon }) => [lon, lat]),
    );
    for (const { code, path } of files.filter((file) => file.path.endsWith('member-cities.json'))) {
      const network = pagesIn(dir).find((page) => page.lang === code && page.address.endsWith('/network/'));
      const shown = [...(network?.document.querySelectorAll('table.cities tbody tr') ?? [])].map((row) =>
        [row.querySelector('th'), ...row.querySelectorAll('td')].map((cell) => plain(cell?.textContent).trim()),
      );
      const given = at(path).map((city) => [
        city['name'],
        countryName(code, String(city['country'])),
        String(city['since']),
      ]);
      const rows = shown.map(([city, country, , since]) => [city, country, since]);
      const sorted = (list: unknown[][]) => list.map((row) => plain(row.join('|'))).sort();
      expect(sorted(rows)).toEqual(sorted(given));
    }
  });

  test.runIf(entries['past-hosts'].length > 0)('past hosts are the same in JSON, CSV and GeoJSON', () => {
    const text = read('data/past-hosts.csv');
    expect(text.startsWith('\ufeff')).toBe(true);
    const rows = parse<Record<string, string>>(text, { bom: true, columns: true, record_delimiter: '\r\n' });
    const items = at('data/past-hosts.json');
    expect(rows.map(({ slug }) => slug).sort()).toEqual(items.map(({ slug }) => slug));
    const { features } = JSON.parse(read('data/past-hosts.geojson')) as FeatureCollection<Point>;
    for (const row of rows) {
      const item = items.find(({ slug }) => slug === row['slug']) as Item;
      const place = item['location'] as { lat: number; lon: number };
      const attendance = (item['attendance'] ?? {}) as Record<string, number>;
      const known = ['title', 'edition', 'year', 'starts', 'ends', 'status', 'country', 'field', 'since', 'url'];
      for (const key of known)
        expect(row[key], `${row['slug']} ${key}`).toBe(String((item[key] as string | number | undefined) ?? ''));
      for (const key of ['delegates', 'cities', 'countries', 'mayors'])
        expect(row[key], `${row['slug']} ${key}`).toBe(String(attendance[key] ?? ''));
      expect([Number(row['lat']), Number(row['lon'])]).toEqual([place.lat, place.lon]);
      const points = features.filter(({ properties }) => properties?.['slug'] === row['slug']);
      const further = (item['with'] ?? []) as { location: { lat: number; lon: number } }[];
      expect(points.map(({ geometry }) => geometry.coordinates)).toEqual(
        [place, ...further.map(({ location }) => location)].map(({ lat, lon }) => [lon, lat]),
      );
    }
  });

  test('the examples on the page run and print the results shown', async () => {
    let ran = 0;
    for (const page of pagesIn(dir).filter(({ address }) => address.endsWith('/data/'))) {
      for (const figure of page.document.querySelectorAll('.example')) {
        const code = figure.querySelector('code')?.textContent ?? '';
        const lines = code.split('\n');
        const program = [...lines.slice(0, -1), `return ${lines.at(-1)}`].join('\n');
        const local = (url: string) => Promise.resolve(new Response(read(url.replace(site.address, ''))));
        const run = compileFunction(`return (async () => { ${program} })()`, ['fetch']) as (
          fetch: typeof local,
        ) => Promise<unknown>;
        const answer = await run(local);
        expect(String(answer), code).toBe(figure.querySelector('output')?.textContent);
        ran += 1;
      }
    }
    expect(ran).toBe(
      site.languages.length *
        (Number(entries['past-hosts'].some(({ facts }) => facts.status === 'held')) +
          Number(edition.cities.length > 0)),
    );
  });
});

test('special characters in a table are quoted (RFC 4180, section 2)', () => {
  const rows = [{ a: 'plain', b: 'a, b' }, { a: 'say "so"', b: 'two\nlines' }, { b: 'Łódź, الدار' }];
  const text = csv(['a', 'b'], rows);
  expect(text).toBe('\ufeffa,b\r\nplain,"a, b"\r\n"say ""so""","two\nlines"\r\n,"Łódź, الدار"\r\n');
  expect(parse(text, { bom: true, columns: true })).toEqual(rows.map((row) => ({ a: '', ...row })));
});

test('unknown facts have no key', () => {
  const { edition } = readContent('tests/editions/solo');
  if (!edition) throw new Error();
  expect(jsonFile(pageContext(edition, 'es', '/data/'), 'events')).not.toMatch(/null|: ""/);
});

test.runIf(isThisEdition)('data can be fetched from other sites, and have the right media types', async () => {
  const { server, url } = await serve(built('main'), 0);
  try {
    for (const [path, type] of [
      ['/data/past-hosts.csv', 'text/csv; charset=utf-8'],
      ['/data/past-hosts.geojson', 'application/geo+json'],
      ['/pl/data/events.json', 'application/json'],
    ] as const) {
      const { headers, status } = await fetch(url + path);
      expect(status, path).toBe(200);
      expect(headers.get('access-control-allow-origin'), path).toBe('*');
      expect(headers.get('content-type'), path).toContain(type);
    }
  } finally {
    server.close();
  }
});
