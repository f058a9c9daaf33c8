import { describe, expect, test } from 'vitest';
import { pageContext } from '../../src/i18n/page-context.ts';
import { pagesOf, readersSections } from '../../src/model/page-addresses.ts';
import type { Edition, Entry } from '../../src/model/edition.ts';
import { fieldsOfAppearance, participantsOf, peopleOf, personOf } from '../../src/model/people.ts';
import type { Participant } from '../../src/model/schema/participants.ts';
import { footerOf } from '../../src/views/footer.ts';
import { participants, peopleByLetter, peopleFilters } from '../../src/views/people.ts';
import { siteIndex } from '../../src/views/site-index.ts';
import { editionIn } from '../helpers/editions.ts';

/** The edition with three languages, in which these are the only people, at events on these dates. */
function editionWith(named: Record<string, { starts?: string; people: Participant[] }>, files: Entry<'people'>[] = []) {
  const trio = editionIn('tests/editions/trio');
  const [event] = trio.entries.events;
  const events = Object.entries(named).map(([slug, facts]) => ({
    ...event,
    slug,
    facts: { fields: ['comics'], sources: ['call'], ...facts },
  })) as Entry<'events'>[];
  const bare = <T extends { facts: { people?: unknown } }>(entries: T[]) =>
    entries.map((entry) => ({ ...entry, facts: { ...entry.facts, people: undefined } }));
  const { entries } = trio;
  return {
    ...trio,
    entries: { ...entries, meeting: bare(entries.meeting), sessions: bare(entries.sessions), events, people: files },
  } as Edition;
}

const named = (...names: (string | Participant)[]): { people: Participant[] } => ({
  people: names.map((name): Participant => (typeof name === 'string' ? { name, as: 'guest' } : name)),
});
const listed = (edition: Edition, lang: string) =>
  peopleByLetter(pageContext(edition, lang, '/people/')).map(({ letter, people }) => [
    letter,
    ...people.map(({ title }) => title.replaceAll('\u00a0', ' ')),
  ]);

describe('the list of people', () => {
  const edition = editionWith({
    one: named(
      'Zoë Ångström',
      'Marek Moś',
      'Ada Łoś',
      'Lea Lux',
      { name: 'The Zithers', as: 'performer', type: 'group', sortName: 'Zithers, The' },
      { name: 'Quartet Nine', as: 'performer', type: 'group' },
      { name: 'Olvido García Valdés', as: 'author', sortName: 'García Valdés, Olvido' },
      'Miuosh',
    ),
  });

  test('is sorted by surname; groups and single names are sorted as written, unless they have a sort name', () =>
    expect(listed(edition, 'en')).toEqual([
      ['A', 'Zoë Ångström'],
      ['G', 'Olvido García Valdés'],
      ['L', 'Ada Łoś', 'Lea Lux'],
      ['M', 'Miuosh', 'Marek Moś'],
      ['Q', 'Quartet Nine'],
      ['Z', 'The Zithers'],
    ]));

  test('has the letters of its language', () => {
    const languages = [...edition.site.languages, { code: 'pl', name: 'Polski' }];
    const polish = { ...edition, site: { ...edition.site, languages } } as Edition;
    expect(listed(polish, 'pl').map(([letter]) => letter)).toEqual(['A', 'G', 'L', 'Ł', 'M', 'Q', 'Z']);
  });

  test('sorts a translated name by its own letters', () => {
    const trio = editionIn('tests/editions/trio');
    expect(listed(trio, 'en')).toEqual([
      ['A', 'Idir Åmmår'],
      ['R', 'The Reed Quartet'],
      ['T', 'Amina Tazi'],
    ]);
    expect(listed(trio, 'ar')).toContainEqual(['ا', 'أمينة التازي']);
  });

  test('can be filtered by event and field once it is long enough', () => {
    const page = (of: Edition) => pageContext(of, 'en', '/people/');
    const filters = (of: Edition) =>
      peopleFilters(
        page(of),
        peopleByLetter(page(of)).flatMap(({ people }) => people),
      );
    expect(filters(editionIn('tests/editions/trio'))).toEqual([]);
    const two = editionWith({
      late: { starts: '2033-03-02', ...named('A B', 'C D', { name: 'E F', as: 'expert', field: 'gardens' }) },
      soon: { starts: '2033-03-01', ...named('A B', 'G H') },
    });
    expect(filters(two)).toEqual([
      { name: 'event', values: ['soon', 'late'] },
      { name: 'field', values: ['comics', 'gardens'] },
    ]);
  });
});

describe('a person', () => {
  const edition = editionWith({
    undated: named('A B'),
    late: {
      starts: '2033-03-02',
      people: [
        { name: 'A B', as: 'speaker', field: 'gardens' },
        { name: 'A B', as: 'host' },
      ],
    },
    soon: { starts: '2033-03-01', people: [{ name: 'A B', as: 'author', country: 'PT' }] },
  });

  test('is listed once however often they are named, with their appearances by date', () => {
    const everybody = peopleOf(edition);
    expect(everybody).toHaveLength(1);
    const [person] = everybody;
    expect(person?.country).toBe('PT');
    expect(person?.appearances.map(({ of, roles }) => [of.slug, ...roles])).toEqual([
      ['soon', 'author'],
      ['late', 'speaker', 'host'],
      ['undated', 'guest'],
    ]);
    expect(person?.appearances.map(fieldsOfAppearance)).toEqual([['comics'], ['gardens'], ['comics']]);
  });

  test('with a file has the name and the facts from the file', () => {
    const trio = editionIn('tests/editions/trio');
    const [amina] = trio.entries.people;
    const person = amina && personOf(trio, amina);
    expect(person).toMatchObject({ type: 'person', country: 'MA' });
    expect(person?.appearances.map(({ of }) => of.slug)).toEqual(['panel-market', 'paper-talk']);
    const [market] = trio.entries.events.filter(({ slug }) => slug === 'panel-market');
    expect(market && participants(pageContext(trio, 'ar', '/'), market)).toMatchObject([
      { people: [{ title: 'The Reed Quartet', href: undefined, about: 'المغرب' }] },
      { people: [{ title: 'أمينة التازي', href: '/ar/people/amina-tazi/' }] },
    ]);
  });
});

test('roles are in the order of the kit, people in that of the file', () => {
  const edition = editionWith({
    one: named({ name: 'A', as: 'guest' }, { name: 'B', as: 'speaker' }, { name: 'C', as: 'guest' }),
  });
  const [event] = edition.entries.events;
  expect(
    event && participantsOf(edition, event).map(({ role, people }) => [role, ...people.map(({ name }) => name)]),
  ).toEqual([
    ['speaker', 'B'],
    ['guest', 'A', 'C'],
  ]);
});

test.each(['people', 'news'])('an edition without %s has no page for them, and nothing links to one', (section) => {
  const edition = editionWith({});
  expect([...pagesOf(edition.entries).keys()]).not.toContain(`/${section}/`);
  expect(readersSections(edition.entries)).not.toContain(section);
  const page = pageContext(edition, 'en', '/');
  const links = [...footerOf(page, 'content').links, ...siteIndex(page).flatMap(({ entries }) => entries)].map(
    ({ href }) => href,
  );
  expect(links.length).toBeGreaterThan(5);
  expect(links.filter((href) => href.includes(section))).toEqual([]);
});
