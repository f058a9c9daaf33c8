import { describe, expect, test } from 'vitest';
import { csv } from '../../src/exports/data/tables.ts';
import { composed, describeCharacter, hiddenIndex, isInCurlyQuotes } from '../../src/model/schema/characters.ts';
import { parseYaml } from '../../src/model/read/yaml.ts';
import { readMemberCities } from '../../src/model/read/member-cities.ts';
import { markupIn } from '../../src/model/schema/values.ts';

describe('ordinary text is not reported', () => {
  test.each([
    ['a non-breaking space', 'Vendredi\u00a0: à 9\u202fh'],
    ['a soft hyphen', 'Eröffnungs\u00adveranstaltung'],
    ['a joiner in an emoji', '👩\u200d🎨 🏳️\u200d🌈'],
    ['a non-joiner in Persian', 'می\u200cخواهم'],
    ['a joiner in Hindi', 'क्\u200dष'],
    ['a zero-width space in Thai', 'เทศกาล\u200bดนตรี'],
    ['isolates around a name in Arabic', 'مهرجان \u2068Kraków\u2069'],
    ['tabs and line ends', 'a\tb\nc'],
  ])('%s', (_, text) => {
    expect(hiddenIndex(text)).toBe(-1);
  });

  test.each(['“A” and “B”', 'The “Harvest” festival', '’Tis', '“Unfinished', '«Sol» y «Luna»'])(
    'quotation marks within %s',
    (text) => {
      expect(isInCurlyQuotes(text)).toBe(false);
    },
  );

  test.each([
    'How the <script> tag works',
    'The <style> of a city',
    'AT&T & friends',
    'C* and 5 * 3 * 2',
    'snake__case',
    'a [sic] (b)',
  ])('%s', (text) => {
    expect(markupIn(text)).toBeUndefined();
  });
});

test('a character is reported with its position and a remedy', () => {
  expect(describeCharacter('2033-03-02\u00a022:00', 10)).toBe(
    'there is a non-breaking space (U+00A0) after "2033-03-02"; write an ordinary space',
  );
  expect(describeCharacter('\u200bNight', 0)).toContain('a zero-width space (U+200B) at the beginning; delete it');
});

test('letters are composed, compatibility ideographs are unchanged', () => {
  expect(composed('Krako\u0301w')).toBe('Kraków');
  expect(composed('\u1112\u1161\u11ab')).toBe('한');
  expect(composed('\ufa19')).toBe('\ufa19');
});

test('curly quotes within straight ones belong to the text', () => {
  const problems: string[] = [];
  const { data } = parseYaml('title: "“Harvest”"\n', 1, (_, __, message) => problems.push(message));
  expect(problems).toEqual([]);
  expect(data).toEqual({ title: '“Harvest”' });
});

test('empty rows and columns left by Excel are ignored', () => {
  const problems: string[] = [];
  const table = 'name,country,field,since,lat,lon,,\nPorto,PT,music,2019,41.15,-8.61,,\n,,,,,,,\n,,,,,,,\n';
  const cities = readMemberCities(table, ['music'], ['en'], (_, __, message) => problems.push(message));
  expect(problems).toEqual([]);
  expect(cities).toMatchObject([{ name: 'Porto', line: 2 }]);
});

test('a downloaded table has no formulas, and its numbers remain numbers', () => {
  const row = { title: '=1+1', other: '@SUM(A1)', lat: -41.4, plain: 'A=1' };
  expect(csv(Object.keys(row), [row])).toBe("\ufefftitle,other,lat,plain\r\n'=1+1,'@SUM(A1),-41.4,A=1\r\n");
});
