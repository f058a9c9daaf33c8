import { describe, expect, test } from 'vitest';
import { askIndex } from '../../src/client/search/engine.ts';
import { readContent } from '../../src/model/read/content.ts';
import { pageContext } from '../../src/i18n/page-context.ts';
import { boxOf } from '../../src/search/box.ts';
import { fold, plain, start, wordsOf } from '../../src/i18n/fold.ts';
import { openSearch } from '../../src/search/open-search.ts';
import { pageTable } from '../../src/search/index/page-table.ts';
import { indexable, readable } from '../../src/search/shared/punctuation.ts';
import { nearness } from '../../src/search/shared/ranking.ts';
import { wordsWithPrefix, readVocabulary, stemmed, understand } from '../../src/search/shared/correct-query.ts';
import { endingsOf, vocabularyOf } from '../../src/search/index/vocabulary.ts';

describe('folding', () => {
  test.each([
    ['Łódź', 'lodz'],
    ['Östersund', 'ostersund'],
    ['Straße', 'strasse'],
    ['Æbelø', 'aebelo'],
    ['cœur', 'coeur'],
    ['Đorđe', 'dorde'],
    ['İstanbul', 'istanbul'],
    ['ısı', 'isi'],
    ['Þingvellir', 'thingvellir'],
    ['ﬁlm', 'film'],
    ['مَدِينَة', 'مدينه'],
    ['مدينه', 'مدينه'],
    ['إلى', 'الي'],
    ['ΟΔΟΣ', 'οδοσ'],
    ['서울', fold('서울')],
  ])('%s is folded to %s', (word, folded) => expect(fold(word)).toBe(folded));

  test('the index itself only removes accents that Unicode can decompose', () => expect(plain('Łódź')).toBe('łodz'));

  test('a prefix is found in the original spelling', () => {
    expect(start('młody', 'mlo')).toBe('mło');
    expect(start('straße', 'strass')).toBe('straß');
    expect(start('młody', 'mla')).toBeUndefined();
  });

  test('text is split into words at every character that isn’t a letter or a digit', () => {
    expect(wordsOf('l’eau-de-vie, 12–15 „kot”')).toEqual(['l', 'eau', 'de', 'vie', '12', '15', 'kot']);
  });
});

const texts = [
  'concert concerts concerto concertos of the cities in the city',
  'market markets marketer marketo the lantern lanterns lanterner lanterno',
  'parade parades in Łódź and in Wroclaw the parader',
].map((text) => ({ names: 'Lantern Night', text }));
const file = vocabularyOf(texts, 'en');
const vocabulary = readVocabulary(file, 'en');

describe('vocabulary', () => {
  test('names are separate; the more common of two spellings represents both; endings and stop words are learned', () => {
    expect(file.names.split(' ')).toEqual(['Lantern', 'Night']);
    expect(file.words.split(' ')).toContain('Łódź');
    expect(file.endings.split(' ')).toContain('s');
    expect(file.small.split(' ')).toEqual(expect.arrayContaining(['the', 'in']));
    expect(vocabularyOf([{ names: '', text: 'Krakow Kraków Kraków' }], 'en').words).toBe('Kraków');
  });

  test('an ending counts if several stems have it', () => {
    expect(endingsOf(['concert', 'concerts', 'concerto'])).toEqual([]);
    expect(endingsOf(['kota', 'koty', 'psa'])).toEqual([]);
  });

  test('the order of the pages doesn’t matter', () => expect(vocabularyOf([...texts].reverse(), 'en')).toEqual(file));
});

describe('understanding', () => {
  const queries = (question: string) => understand(question, vocabulary).queries;

  test('a known word is searched for as typed, or with the accents that the site uses', () => {
    expect(understand('Lantern', vocabulary)).toEqual({
      queries: ['Lantern'],
      corrected: undefined,
      partial: false,
      sure: true,
    });
    expect(queries('lodz')).toEqual(['Łódź']);
    expect(queries('łódź')).toEqual(['łódź']);
    expect(queries('wrocław')).toEqual(['Wroclaw']);
  });

  test('the beginning of a word is recognised', () => {
    expect(queries('lant')).toEqual(['lant']);
    expect(queries('lod')).toEqual(['łod']);
  });

  test('another form of a known word is searched for as the known one, without a message', () => {
    const { queries: asked, corrected, sure } = understand('paradeo', vocabulary);
    expect(asked).toEqual(['parade']);
    expect(corrected).toBeUndefined();
    expect(sure).toBe(true);
  });

  test.each([
    ['lantren', 'Lantern'],
    ['lntern', 'Lantern'],
    ['lanttern', 'Lantern'],
    ['lamtern', 'Lantern'],
    ['xantern', 'Lantern'],
    ['lamten', 'Lantern'],
  ])('a typo in %s is corrected to %s', (typed, corrected) => {
    expect(understand(typed, vocabulary)).toEqual({ queries: [corrected], corrected, partial: false, sure: false });
  });

  test('an exact search corrects nothing', () => {
    expect(understand('lantren', vocabulary, false).queries).toEqual([]);
  });

  test.each(['zzqqxx', 'qwrtpsdf', 'xyz', 'ňňň', '   ', '?!', ''])('"%s" resembles no word', (nonsense) =>
    expect(queries(nonsense)).toEqual([]),
  );

  test('stop words and single letters are left out if there are other words', () => {
    expect(queries('the lantern in a city')).toEqual(['lantern city']);
    expect(queries('the')).toEqual(['the']);
  });

  test('words that resemble no word are left out and reported', () => {
    expect(understand('lantern zzqqxx', vocabulary)).toMatchObject({
      queries: ['lantern'],
      partial: true,
      sure: false,
    });
  });

  test('a query in quotes is searched for as it is, if its words are known', () => {
    expect(queries('„the concert”')).toEqual(['"the concert"']);
    expect(queries('"the zzqqxx"')).toEqual([]);
  });

  test('very long queries are cut', () => expect(queries('lantern '.repeat(2000)).length).toBe(1));

  test('an index without a stemmer is searched for the stem', () => {
    expect(stemmed('concerts', vocabulary)).toBe('concert');
    expect(stemmed('"concerts"', vocabulary)).toBe('"concerts"');
    expect(stemmed('zzqqxx', vocabulary)).toBe('zzqqxx');
  });

  test('all words with a prefix are listed, so that their parts of the index can be loaded', () =>
    expect(wordsWithPrefix('Concert', vocabulary)).toEqual(['concert', 'concerto', 'concertos', 'concerts']));

  test('an empty site has no known words', () => {
    const empty = readVocabulary(vocabularyOf([], 'en'), 'en');
    expect(understand('lantern', empty).queries).toEqual([]);
  });
});

test('before a search, the parts of the index for all words with the prefix are loaded', async () => {
  const done: string[] = [];
  const index = {
    preload: async (word: string) => {
      await Promise.resolve();
      done.push(word);
    },
    search: async (question: string) => {
      done.push(`search ${question}`);
      return Promise.resolve({ results: [] });
    },
  };
  await askIndex(index, 'conc', vocabulary);
  expect(done).toEqual(['concert', 'concerto', 'concertos', 'concerts', 'search conc']);
});

describe('ranking', () => {
  const endings = new Set(['', 's', 'e', 'owie', 'ow']);
  test('the name itself, then another form of it, then names that begin with it, then names that contain the words', () => {
    const order = [
      nearness('milan', ['Milan', 'Mailand'], endings),
      nearness('mailand', ['Milan', 'Mailand'], endings) - 0.001,
      nearness('milans', ['Milan'], endings),
      nearness('mil', ['Milan'], endings),
      nearness('milan', ['Milan fair'], endings),
      nearness('fair', ['Milan fair'], endings),
      nearness('rome', ['Milan fair'], endings),
    ];
    expect([...order].sort((a, b) => b - a)).toEqual(order);
    expect(new Set(order).size).toBe(order.length);
    expect(order.at(-1)).toBe(1);
    expect(nearness('?', ['Milan'], endings)).toBe(1);
  });
});

test('characters that the index doesn’t know are removed for it and restored for the reader', () => {
  expect(indexable('<b>l’eau</b><i>Rome–Milan</i>')).toBe("<b>l'eau</b> <i>Rome-Milan</i>");
  expect(indexable('l’<em>eau</em>')).toBe("l'<em>eau</em>");
  expect(readable("l'eau, 12-15, 2004-2018, 40-202, 2018-06-12")).toBe('l’eau, 12–15, 2004–2018, 40-202, 2018-06-12');
});

describe('the search box’s data about an edition', () => {
  const { edition } = readContent('tests/editions/trio');
  if (!edition) throw new Error('the test edition has errors');

  test('each page has its kind, cities and fields; untranslated texts are marked', () => {
    const { facets, rows } = pageTable(edition, 'ar');
    const lantern = rows.get('/ar/events/lantern/');
    expect(facets.type[lantern?.[0][0] ?? -1]?.[0]).toBe('events');
    const event = edition.entries.events.find(({ slug }) => slug === 'lantern');
    expect(lantern?.[2].map((at) => facets.field[at]?.[0])).toEqual(event?.facts.fields);
    expect(lantern?.[3]).toBeUndefined();
    expect(rows.get('/ar/events/panel-market/')?.[3]).toBe('en');
    expect(facets.city.map(([slug]) => slug)).toHaveLength(3);
  });

  test('it has the plural forms of its language and knows the other languages', () => {
    const { words, others, start: starts } = boxOf(pageContext(edition, 'ar', '/search/'));
    expect(Object.keys(words.results).sort()).toEqual(['few', 'many', 'one', 'other', 'two']);
    expect(words.results['few']).toContain('{count}');
    expect(words.results['other']).toContain('{query}');
    expect(others.map(({ code, search }) => [code, search])).toEqual([
      ['en', '/search/'],
      ['pt-BR', '/pt-BR/search/'],
    ]);
    expect(starts.length).toBeGreaterThan(1);
  });

  test('a browser can add the search engine', () => {
    const page = pageContext(edition, 'ar', '/search/');
    const named = {
      ...page,
      edition: { ...edition, site: { ...edition.site, name: 'A & B <and> much more than fits' } },
    };
    const xml = openSearch(named, 'https://x.example');
    expect(xml).toContain('<ShortName>A &amp; B &lt;and&gt; much</ShortName>');
    expect(xml).toContain('template="https://x.example/ar/search/?q={searchTerms}"');
  });
});
