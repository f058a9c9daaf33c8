import { describe, expect, test } from 'vitest';
import { relatedEvents } from '../../src/facts/related.ts';
import type { Edition, Entry } from '../../src/model/edition.ts';
import { noted, partsOf } from '../../src/model/noted.ts';
import { note, noting, once, unnoted, workedOut } from '../../src/model/parts.ts';
import { editionIn } from '../helpers/editions.ts';

const trio = editionIn('tests/editions/trio');
const partsOfMaking = async (make: () => unknown) => [...(await noting(async () => make())).parts].sort();

describe('what is noted while a page is made', () => {
  test('each part once, and nothing of the page before', async () => {
    expect(await partsOfMaking(() => ['b', 'a', 'b'].forEach(note))).toEqual(['a', 'b']);
    note('between');
    expect(await partsOfMaking(() => note('c'))).toEqual(['c']);
  });

  test('two at once are refused, for their parts would be mixed; the next one is not', async () => {
    const slow = noting(() => new Promise((done) => setTimeout(done, 5)));
    await expect(noting(() => Promise.resolve())).rejects.toThrow('two pages are made at once');
    await slow;
    const failing = noting(() => Promise.reject(new Error('a mistake')));
    await expect(failing).rejects.toThrow('a mistake');
    expect(await partsOfMaking(() => note('a'))).toEqual(['a']);
  });

  test('nothing of what is made unnoted', async () => {
    const make = () => {
      note('a');
      expect(unnoted(() => (note('hidden'), 'made'))).toBe('made');
      note('b');
    };
    expect(await partsOfMaking(make)).toEqual(['a', 'b']);
  });

  test('what is worked out once is one part of each page that asks, with parts of its own', async () => {
    const edition = {} as Edition;
    let made = 0;
    const inner = () => once(edition, 'inner', () => note('leaf'));
    const outer = () => once(edition, 'outer', () => (inner(), note('twig'), (made += 1)));
    expect(await partsOfMaking(outer)).toEqual(['once:outer']);
    expect(await partsOfMaking(outer)).toEqual(['once:outer']);
    expect(made).toBe(1);
    expect([...(workedOut().get('once:outer') ?? [])]).toEqual(['once:inner', 'twig']);
    expect([...(workedOut().get('once:inner') ?? [])]).toEqual(['leaf']);
    // Another edition, as while developing, has its own.
    once({} as Edition, 'outer', () => (made += 1));
    expect(made).toBe(2);
  });
});

describe('an edition that notes what is read of it', () => {
  const edition = noted(trio);
  const event = edition.entries.events.find(({ slug }) => slug === 'lantern') as Entry<'events'>;
  const [source = ''] = Object.keys(trio.sources);

  test.each<[string, () => unknown, string[]]>([
    ['nothing', () => undefined, []],
    ['a list', () => edition.entries.venues, ['list:venues']],
    ['what an entry is', () => [event.kind, event.slug], []],
    ['facts', () => event.facts.starts, ['facts:events/lantern']],
    ['which languages it has', () => Object.keys(event.translations), ['languages:events/lantern']],
    [
      'words of a language',
      () => event.translations['en']?.title,
      ['languages:events/lantern', 'words:events/lantern.en'],
    ],
    [
      'a text',
      () => event.translations['en']?.body,
      ['languages:events/lantern', 'text:events/lantern.en', 'words:events/lantern.en'],
    ],
    ['a source', () => edition.sources[source], [`source:${source}`]],
    ['a source that isn’t there', () => edition.sources['nowhere'], ['source:nowhere']],
    ['whether there is a source', () => Object.hasOwn(edition.sources, source), [`source:${source}`]],
    ['all sources', () => Object.keys(edition.sources), ['list:sources']],
    ['the table of cities', () => edition.cities, ['cities']],
    ['the settings, which are on every page', () => edition.site.name, []],
  ])('%s', async (_, read, parts) => {
    const all = await partsOfMaking(read);
    // Keys of a proxy are looked at one by one besides.
    expect(all.filter((part) => parts.includes(part))).toEqual(parts);
    if (!parts.includes('list:sources')) expect(all).toEqual(parts);
  });

  test('holds the same as the one that was read', () => {
    expect(structuredClone(JSON.parse(JSON.stringify(edition)))).toEqual(JSON.parse(JSON.stringify(trio)));
  });

  test('notes no part of which nobody can tell whether it has changed', async () => {
    const readAll = (value: unknown): void => {
      if (typeof value === 'object' && value !== null) Object.values(value).forEach(readAll);
    };
    const known = new Map(partsOf(trio));
    const parts = await partsOfMaking(() => readAll(edition));
    expect(parts.length).toBeGreaterThan(100);
    expect(parts.filter((part) => !known.has(part))).toEqual([]);
    expect([...known.keys()].filter((part) => !parts.includes(part))).toEqual([]);
  });
});

describe('events near another', () => {
  interface Given {
    starts?: string;
    city?: string;
    fields?: string[];
  }
  const day = (index: number) => `2027-06-${String(index).padStart(2, '0')}`;
  const nearTo = (slug: string, given: Record<string, Given>) => {
    const events = Object.entries(given).map(([slug, { fields = [], ...facts }]) => ({
      kind: 'events',
      slug,
      facts: { ...facts, fields },
      translations: {},
    })) as unknown as Entry<'events'>[];
    const hosts = ['north', 'south'].map((slug) => ({ slug }));
    const edition = { entries: { events, venues: [], 'host-cities': hosts } } as unknown as Edition;
    const { events: near, more } = relatedEvents(edition, events.find((one) => one.slug === slug) as Entry<'events'>);
    return { near: near.map((one) => one.slug), more };
  };
  const many = (count: number, facts: Given = {}) =>
    Object.fromEntries(
      Array.from({ length: count }, (_, index) => [`e${index + 1}`, { starts: day(index + 1), ...facts }]),
    );

  test('of twelve others all, in the order of a programme', () => {
    const { near, more } = nearTo('e13', many(13));
    expect(near).toEqual(Array.from({ length: 12 }, (_, index) => `e${index + 1}`));
    expect(more).toBe(false);
  });

  test('of more the twelve nearest by day, and says that there are more', () => {
    const { near, more } = nearTo('e30', many(30));
    expect(near).toEqual(Array.from({ length: 12 }, (_, index) => `e${index + 18}`));
    expect(more).toBe(true);
  });

  test('the same city is worth thirty days, a field in common ten, an unknown day sixty', () => {
    const far = (extra: Given) => ({
      ...many(14),
      own: { starts: '2027-07-05', city: 'north', fields: ['film'] },
      far: { starts: '2027-05-20', ...extra },
    });
    expect(nearTo('own', far({})).near).not.toContain('far');
    expect(nearTo('own', far({ fields: ['film'] })).near).not.toContain('far');
    expect(nearTo('own', far({ city: 'north' })).near).toContain('far');
    expect(nearTo('own', far({ city: 'south' })).near).not.toContain('far');
    expect(nearTo('own', { ...far({}), far: { city: 'north', fields: ['film'] } }).near).toContain('far');
    expect(nearTo('own', { ...far({}), far: {} }).near).not.toContain('far');
  });
});
