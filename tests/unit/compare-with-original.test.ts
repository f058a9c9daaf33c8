import { describe, expect, test } from 'vitest';
import { readContent } from '../../src/model/read/content.ts';
import { numbersIn } from '../../src/model/rules/helpers/numbers-in-text.ts';
import { formatProblem } from '../../src/model/problem.ts';
import { isThisEdition } from '../helpers/this-edition.ts';
import { copyWithChanges, type Change } from '../content-errors/copy-with-changes.ts';

test.each([
  ['en', '12 June 2018 at 09:00', '12, month 6, 2018, 9'],
  ['pl', '12 czerwca 2018 roku o 9:00', '12, month 6, 2018, 9'],
  ['fr', 'le 12 juin 2018 à 09:00', '12, month 6, 2018, 9'],
  ['ar', '١٢ يونيو ٢٠١٨', '12, month 6, 2018'],
  ['pt-BR', '12 de junho de 2018', '12, month 6, 2018'],
  ['ja', '2018年6月12日', '2018, month 6, 12'],
  ['pl', 'w czerwcu 2018, w maju 2018, 5 września', 'month 6, 2018, month 5, 2018, 5, month 9'],
  ['pl', 'dwie inne mają ich 600', '600'],
  ['ru', '5 мая, 6 июня', '5, month 5, 6, month 6'],
  ['en', 'You may march in 4 ways, 5 mayors may', '4, 5'],
  ['en', '12th, XII, 1st, World War II, mild MIX', '12, 12, 1, 2, 1009'],
  ['fr', '12e, XIIe, 1er, le XVIIIe', '12, 12, 1, 18'],
  ['pl', '12. spotkanie, XII spotkanie', '12, 12'],
  ['en', '770,000 and 1,234,567.5 and 770 thousand', '770000, 1234567.5, 770000'],
  ['pl', '770 000, 770\u00a0000, 770\u202f000, 770 tysięcy, 3,5 miliona', '770000, 770000, 770000, 770000, 3500000'],
  ['de', '770.000 und 2,5', '770000, 2.5'],
  ['ar', '٧٧٠٬٠٠٠ و ٢٫٥', '770000, 2.5'],
  ['fr', '20 %, 20%, de 21:30 à 23 h 05', '20, 20, 21, 30, 23, 5'],
  ['en', 'at https://example.org/2018/1 in 2018, 180 cities', '2018, 180'],
])('%s: %s', (lang, text, expected) => {
  expect(numbersIn(text, lang).join(', ')).toBe(expected);
});

/** The check's notes on a changed copy of an edition. */
function notes(changes: Record<string, Change>, from?: string): string[] {
  const { dir, remove } = copyWithChanges(changes, from);
  try {
    return readContent(dir).problems.map(formatProblem);
  } finally {
    remove();
  }
}

const lanternText = 'The oldest lamp in the hall was paid for in 1611.[^lamp-ledger] It burns olive oil.[^oil]';

describe('a translation that differs from its original is reported', () => {
  test.each([
    ['a year', 'meeting.pt-BR.md:3', 'março de 2033', 'março de 2034', '2034 where the original has 2033'],
    ['a month', 'meeting.pt-BR.md:3', '4 de março', '4 de maio', 'month 5 where the original has month 3'],
    ['a day', 'meeting.pt-BR.md:3', '1.º a 4', '1.º a 5', '5 where the original has 4'],
    ['a day in other digits', 'events/lantern.ar.md:3', '2 مارس', '٣ مارس', '3 where the original has 2'],
    ['an additional figure', 'meeting.pt-BR.md:10', 'Três cidades', 'Três cidades, 412 casas,', '412; the original'],
    [
      'another source',
      'meeting.pt-BR.md:10',
      '[^call]',
      '[^valley-line]',
      '[^valley-line] where the original has [^call]',
    ],
    ['no source', 'meeting.pt-BR.md:10', '[^call]', '', '[^call]; the translation'],
    [
      'another page',
      'meeting.pt-BR.md:10',
      '(/host-cities/dar-nakhla/)',
      '(/pages/)',
      '"/pages/" where the original has',
    ],
    // This translation is shorter than its original, so its paragraphs are compared with the whole text.
    ['a year in a shorter text', 'events/lantern.ar.md:10', '1611', '1161', '1161; the original'],
  ])('%s', (_, where, replace, by, expected) => {
    const file = where.split(':')[0] as string;
    expect(notes({})).not.toContainEqual(expect.stringContaining(`${where}  note:`));
    const found = notes({ [file]: { replace, with: by } });
    expect(found).toContainEqual(expect.stringMatching(new RegExp(`^${where}  note: `)));
    expect(found.filter((line) => line.startsWith(`${where}  note:`)).join('\n')).toContain(expected);
  });

  test('omissions in a shorter translation are not reported', () => {
    const without = { replace: lanternText, with: `${lanternText}\n\nIn 1733 it fell.` };
    expect(notes({ 'events/lantern.en.md': without }).filter((line) => line.includes('1733'))).toEqual([]);
  });
});

describe.each([
  // In another edition such notes don't fail the tests.
  ['content', isThisEdition],
  ['tests/editions/trio', true],
])('%s', (dir, known) => {
  test.runIf(known)('no translation differs from its original in figures, links or sources', () => {
    const { problems, edition } = readContent(dir);
    expect(edition?.site.languages.length).toBeGreaterThan(1);
    expect(problems.map(formatProblem).filter((line) => /the (translation|original) has /.test(line))).toEqual([]);
  });
});
