import { describe, expect, test } from 'vitest';
import { localAddress } from '../../src/i18n/addresses.ts';
import { addressOfEntry } from '../../src/model/page-addresses.ts';
import { readBody } from '../../src/model/body.ts';
import { readContent } from '../../src/model/read/content.ts';
import type { Edition, Entry } from '../../src/model/edition.ts';
import { built } from '../helpers/build.ts';
import { least, isThisEdition } from '../helpers/this-edition.ts';
import { realPages } from '../helpers/pages.ts';

/** The keys of all sources that an entry cites, computed independently of the site's code. */
function keysOf({ facts, translations }: Entry): Set<string> {
  const { sources = [], reports = [], transfers = [] } = facts as Partial<Edition['entries']['meeting'][0]['facts']>;
  return new Set([
    ...sources,
    ...[...reports, ...transfers].map(({ source }) => source),
    ...Object.values(translations).flatMap(({ body, extension }) =>
      readBody(body, extension).footnotes.map(({ target }) => target),
    ),
  ]);
}

describe.each([
  ['main', 'content'],
  ['trio', 'tests/editions/trio'],
  ['solo', 'tests/editions/solo'],
])('%s', (name, dir) => {
  const pages = new Map(realPages(built(name)).map((page) => [page.address, page]));
  const edition = readContent(dir).edition as Edition;
  const entries = Object.values(edition.entries).flat() as Entry[];
  const inEach = edition.site.languages.map(({ code }) => code);
  const links = (address: string, selector: string) =>
    [...(pages.get(address)?.document.querySelectorAll(`${selector} a`) ?? [])].map((a) => a.getAttribute('href'));
  const urls = (keys: Iterable<string>) => [...keys].map((key) => edition.sources[key]?.url).sort();

  test('each page ends with all its sources', () => {
    expect(entries.length).toBeGreaterThan(least(5, name));
    for (const entry of entries)
      for (const code of inEach) {
        const address = localAddress(edition.site, code, addressOfEntry(entry));
        expect(links(address, '.sources').sort(), address).toEqual(urls(keysOf(entry)));
        // Only entries of the kind `pages` may have no facts that need a source.
        if (entry.kind !== 'pages') expect(keysOf(entry).size, address).toBeGreaterThan(0);
      }
  });

  test('the network page ends with the sources of the table of cities', () => {
    const { citySources = [] } = edition.site;
    expect(citySources.length > 0).toBe(edition.cities.length > 0);
    for (const code of inEach)
      expect(links(localAddress(edition.site, code, '/network/'), '.sources').sort()).toEqual(urls(citySources));
  });

  test('the bibliography lists the pages that use each source', () => {
    const keys = new Map(entries.map((entry) => [entry, keysOf(entry)]));
    for (const code of inEach) {
      const page = pages.get(localAddress(edition.site, code, '/sources/'));
      for (const key of Object.keys(edition.sources)) {
        const users = entries
          .filter((entry) => keys.get(entry)?.has(key))
          .map((entry) => localAddress(edition.site, code, addressOfEntry(entry)));
        if (edition.site.citySources?.includes(key)) users.push(localAddress(edition.site, code, '/network/'));
        const item = page?.document.getElementById(key);
        const [, ...named] = [...(item?.querySelectorAll('a') ?? [])].map((a) => a.getAttribute('href'));
        expect(named.sort(), `${code}: ${key}`).toEqual(users.sort());
      }
    }
  });
});

test.runIf(isThisEdition)(
  'the figures of the reports are in a table on the meeting’s page, starting with those that the site uses',
  () => {
    const page = realPages(built('main')).find(({ address }) => address === '/about/');
    const rows = [...(page?.document.querySelectorAll('[aria-labelledby=reports] tbody tr') ?? [])].map((row) =>
      [...row.querySelectorAll('td')].map((cell) => cell.textContent.trim()).join(' '),
    );
    const { attendance, reports = [] } = (readContent('content').edition as Edition).entries.meeting[0]?.facts ?? {};
    const keys = ['delegates', 'cities', 'countries', 'mayors'] as const;
    expect(rows.length).toBeGreaterThan(1);
    expect(rows).toEqual([attendance, ...reports].map((row) => keys.map((key) => row?.[key] ?? '–').join(' ')));
  },
);
