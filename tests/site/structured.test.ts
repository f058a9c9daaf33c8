import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { cityOf, type Item } from '../../src/model/items.ts';
import { addressOfEntry } from '../../src/model/page-addresses.ts';
import { readContent } from '../../src/model/read/content.ts';
import type { Entry } from '../../src/model/edition.ts';
import { built } from '../helpers/build.ts';
import { least, isThisEdition } from '../helpers/this-edition.ts';
import { attribute, pagesIn, realPages, type BuiltPage } from '../helpers/pages.ts';
import { dataOf, faultsOf, google, has, nodesOf, type Node, type Surroundings } from '../helpers/structured.ts';

const editions = { main: 'content', solo: 'tests/editions/solo', trio: 'tests/editions/trio' };

const noindex = (page: BuiltPage) => attribute(page, 'meta[name=robots]', 'content') === 'noindex';

function read(name: keyof typeof editions) {
  const dir = built(name);
  const { edition } = readContent(editions[name]);
  if (!edition) throw new Error(`${name} has errors`);
  const found = realPages(dir).filter((page) => !noindex(page));
  const site: Surroundings = {
    origin: edition.site.address,
    timeZone: edition.site.timeZone,
    exists: (path) => existsSync(join(dir, path, path.endsWith('/') ? 'index.html' : '')),
    defined: new Set(
      found.flatMap((page) =>
        nodesOf(dataOf(page)).flatMap((node) => (typeof node['@id'] === 'string' ? [node['@id']] : [])),
      ),
    ),
  };
  return { dir, edition, found, site };
}

/** The event that a page is about. */
const eventOn = (page: BuiltPage | undefined) => {
  const subject = page && (dataOf(page)?.['mainEntity'] as Node | undefined);
  return subject?.['@type'] === 'Event' ? subject : undefined;
};

describe.each(['main', 'solo', 'trio'] as const)('%s: structured data', (name) => {
  const { dir, edition, found, site } = read(name);
  const pageOf = (entry: Entry) => found.find(({ address }) => address === addressOfEntry(entry));

  test('every indexable page has complete data that match the page, with valid references', () => {
    expect(found.length).toBeGreaterThan(least(5, name));
    for (const page of found) expect(faultsOf(page, site), page.file).toEqual([]);
  });

  test('noindex pages have none', () => {
    for (const page of pagesIn(dir).filter(noindex)) expect(dataOf(page), page.file).toBeUndefined();
  });

  test('every page has breadcrumbs, except home, which describes the site and its search', () => {
    for (const page of found) {
      const types = nodesOf(dataOf(page)).map((node) => node['@type']);
      const home = page.address === '/' || edition.site.languages.some(({ code }) => page.address === `/${code}/`);
      expect(types.includes('BreadcrumbList'), page.file).toBe(!home);
      expect(types.includes('WebSite'), page.file).toBe(home);
      if (home) expect(has(dataOf(page) as Node, 'potentialAction.target.urlTemplate'), page.file).toBe(true);
    }
  });

  test('each event has all recommended properties that are known, and no others', () => {
    const { meeting, events, sessions, 'past-hosts': others } = edition.entries;
    let seen = 0;
    for (const entry of [...meeting, ...events, ...sessions, ...others] as Entry[]) {
      const page = pageOf(entry);
      const event = eventOn(page);
      const facts = entry.facts as {
        starts?: string;
        ends?: string;
        admission?: string;
        inferred?: string[];
        status?: string;
        people?: { who?: string; name?: string; as: string }[];
      };
      const certain =
        facts.starts !== undefined &&
        facts.status !== 'unconfirmed' &&
        !facts.inferred?.some((key) => ['starts', 'ends', 'location'].includes(key)) &&
        (entry.kind === 'meeting' || entry.kind === 'past-hosts' || cityOf(edition, entry as Item) !== undefined);
      expect(event !== undefined, `${entry.slug} has an Event`).toBe(certain);
      if (!event) continue;
      seen += 1;
      expect(String(event['startDate']).slice(0, 16), entry.slug).toBe(facts.starts);
      expect((event['endDate'] as string | undefined)?.slice(0, 16), entry.slug).toBe(facts.ends);
      const known: Record<string, boolean> = {
        description: true,
        endDate: facts.ends !== undefined,
        eventStatus: true,
        image: true,
        'location.name': true,
        offers: facts.admission === 'free',
        performer:
          entry.kind !== 'meeting' && (facts.people ?? []).some(({ as }) => as !== 'director' && as !== 'expert'),
        organizer: Object.values(entry.translations)[0]?.organisers !== undefined,
      };
      for (const path of google['Event']?.recommended ?? [])
        if (path in known) expect(has(event, path), `${entry.slug}: ${path}`).toBe(known[path]);
    }
    expect(seen).toBeGreaterThan(least(1, name));
  });

  test('an event lists everybody who appears at it, as its page does, and no one else', () => {
    const text = (element: Element | null | undefined) => (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
    for (const entry of [...edition.entries.events, ...edition.entries.sessions]) {
      const page = pageOf(entry);
      const event = eventOn(page);
      if (!event) continue;
      const behind = [...new Set(entry.facts.people?.map(({ as }) => as))].filter((role) =>
        ['arranger', 'director', 'organiser', 'expert'].includes(role),
      );
      const groups = [...(page?.document.querySelectorAll('.by-role > div') ?? [])];
      // Those who prepare the event are in the last groups.
      const shown = groups
        .slice(0, groups.length - behind.length)
        .flatMap((group) => [...group.querySelectorAll('dd')]);
      const names = shown.map((item) =>
        text(item)
          .slice(0, -text(item.querySelector('.meta')).length || undefined)
          .trim(),
      );
      const performers = [event['performer'] ?? []].flat() as Node[];
      expect(performers.map(({ name: who }) => who).sort(), entry.slug).toEqual([...new Set(names)].sort());
    }
  });

  test('each person is a performer at the events that their page lists', () => {
    for (const entry of edition.entries.people) {
      const page = pageOf(entry);
      const subject = page && (dataOf(page)?.['mainEntity'] as Node | undefined);
      expect(subject?.['@type'], entry.slug).toBe(entry.facts.type === 'group' ? 'PerformingGroup' : 'Person');
      for (const part of [subject?.['performerIn'] ?? []].flat() as Node[]) {
        const event = eventOn(found.find(({ address }) => `${site.origin}${address}#event` === part['@id']));
        expect([event?.['performer']].flat(), entry.slug).toContainEqual(
          expect.objectContaining({ '@id': subject?.['@id'] }),
        );
      }
    }
  });

  test('tables of places are datasets with all recommended properties that are known', () => {
    for (const page of found.filter(({ address }) => address.endsWith('/data/'))) {
      const sets = nodesOf(dataOf(page)).filter((node) => node['@type'] === 'Dataset');
      const { 'past-hosts': others } = edition.entries;
      expect(sets).toHaveLength(Number(others.length > 0) + Number(edition.cities.length > 0));
      for (const set of sets)
        for (const path of google['Dataset']?.recommended ?? [])
          expect(has(set, path), `${page.file}: ${path}`).toBe(
            path !== 'license' || edition.site.licence !== undefined,
          );
    }
  });

  test('the meeting refers to its places and parts, and the series to the meeting', () => {
    const about = found.find(({ address }) => address === '/about/');
    const event = eventOn(about) as Node;
    const hosts = edition.entries.meeting[0]?.facts.hosts ?? [];
    expect([event['location']].flat(), 'places').toHaveLength(hosts.length);
    const parts = [event['subEvent'] ?? []].flat() as Node[];
    for (const part of parts) {
      const page = found.find(({ address }) => `${site.origin}${address}#event` === part['@id']);
      expect(eventOn(page)?.['superEvent'], String(part['@id'])).toEqual({ '@id': event['@id'] });
    }
    if (edition.entries['past-hosts'].length === 0) return;
    const line = found.find(({ address }) => address === '/past-hosts/');
    const series = nodesOf(line && dataOf(line)).find((node) => node['@type'] === 'EventSeries');
    expect([series?.['subEvent']].flat()).toContainEqual({ '@id': event['@id'] });
  });
});

describe.runIf(isThisEdition)('planted faults are found', () => {
  const { found, site } = read('main');
  const page = found.find(({ address }) => address === '/events/electrokilar/') as BuiltPage;
  const faults = (from: string | RegExp, to: string) => {
    const html = page.html.replace(from, to);
    expect(html).not.toBe(page.html);
    return faultsOf({ ...page, html }, site).join('; ');
  };

  test.each([
    ['a bad date', /"startDate":"[^"]+"/, '"startDate":"2018-06-31"', 'is not a date'],
    ['a date in words', /"startDate":"[^"]+"/, '"startDate":"next tuesday"', 'is not a date'],
    ['a date that differs from the page’s', /"startDate":"2018-06-14T/, '"startDate":"2018-06-13T', 'show the date'],
    ['another zone', '+02:00', '+01:00', 'offset'],
    ['a missing place', /"location":\{.*?\}\},/, '', 'Event has no location'],
    ['a place without an address', /,"address":\{.*?\}/, '', 'Event has no location.address'],
    [
      'a place that isn’t on the page',
      /("@type":"Place".*?"name":)"[^"]+"/,
      '$1"Elsewhere"',
      'show the name "Elsewhere"',
    ],
    ['an address that doesn’t exist', /("url":"[^"]+)\/"/, '$1-x/"', 'is not on the site'],
    ['an address without its origin', /"url":"https:\/\/[^/]+/, '"url":"', 'not an absolute address'],
    ['an empty value', /"description":"[^"]+"/, '"description":""', 'is empty'],
    ['a reference to something undefined', 'about/#event', 'about/#nothing', 'no page describes'],
    ['breadcrumbs in the wrong order', '"position":2', '"position":3', 'breadcrumb 2 is number 3'],
    ['no data at all', /<script type="application\/ld\+json">.*?<\/script>/, '', 'no structured data'],
  ])('%s', (_, from, to, fault) => {
    expect(faults(from, to)).toContain(fault);
  });
});

test('a text can’t end the script element', () => {
  for (const page of read('main').found) expect(JSON.stringify(dataOf(page)), page.file).not.toMatch(/<\/?script/i);
});
