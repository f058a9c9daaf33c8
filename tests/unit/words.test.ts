import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { editionFiles, wordsToTranslate, writeFolder } from '../../scripts/lib/new-edition.ts';
import { formatProblem } from '../../src/model/problem.ts';
import { readContent } from '../../src/model/read/content.ts';
import { messageProblem, missingForm } from '../../src/model/read/interface.ts';
import { shippedLanguage, shippedLanguages, shippedSource, shippedWords } from '../../src/model/read/shipped-words.ts';
import { parseYaml } from '../../src/model/read/yaml.ts';
import { interfaceWords, type InterfaceWord } from '../../src/model/schema/interface-words.ts';
import { copyWithChanges } from '../content-errors/copy-with-changes.ts';

const keys = Object.keys(interfaceWords) as InterfaceWord[];

describe.each(shippedLanguages())('the words that come with the kit in %s', (lang) => {
  const words = shippedWords(lang) ?? {};

  test('are complete, in the same order as in the other languages, with no extra ones', () => {
    const problems: string[] = [];
    parseYaml(shippedSource(lang) ?? '', 1, (line, field, message) => problems.push(`${line} ${field}: ${message}`), {
      isText: () => true,
    });
    expect(problems).toEqual([]);
    expect(keys.filter((key) => words[key] === undefined)).toEqual([]);
    expect(Object.keys(words)).toEqual(Object.keys(shippedWords('en') ?? {}));
  });

  test('have every placeholder, and every plural form that the language uses', () => {
    const problems = keys.flatMap((key) => {
      const word = words[key] ?? '';
      const form = missingForm(word, lang);
      const problem = messageProblem(word, lang, key) ?? (form && `no form "${form.name}", needed for ${form.example}`);
      return word.trim() === '' || problem !== undefined ? [`${key}: ${problem ?? 'empty'}`] : [];
    });
    expect(problems).toEqual([]);
  });
});

test.each([
  ['en', 'en'],
  ['en-US', 'en'],
  ['fr-CA', 'fr'],
  ['pl-PL', 'pl'],
  ['es-419', 'es'],
  ['pt-AO', 'pt'],
  ['zh-CN', 'zh-Hans'],
  ['zh', 'zh-Hans'],
  ['zh-Hant', undefined],
  ['zh-TW', undefined],
  ['sr', undefined],
  ['gl', undefined],
  // For readers, another script is another language.
  ['pl-Cyrl', undefined],
])('%s uses the words of %s', (lang, shipped) => {
  expect(shippedLanguage(lang)).toBe(shipped);
});

/** The problems of the smallest edition in a language, with this file of words. */
function problemsIn(lang: string, words: string | undefined): string[] {
  const dir = mkdtempSync(join(tmpdir(), 'words-'));
  try {
    writeFolder(join(dir, 'edition'), editionFiles(lang, 2040, words));
    return readContent(join(dir, 'edition')).problems.map(formatProblem);
  } finally {
    rmSync(dir, { recursive: true });
  }
}

test.each(['gl', 'vi', 'cy'])('a language without words in the kit, %s, begins with English ones', (lang) => {
  const words = wordsToTranslate(lang) ?? '';
  expect(problemsIn(lang, undefined)).toEqual([
    expect.stringMatching(new RegExp(`^interface/${lang}\\.yaml:1 .*copy src/i18n/words/en\\.yaml`)),
  ]);
  expect(problemsIn(lang, words).filter((line) => !line.includes('has no form'))).toEqual([]);
  // A language that the kit lacks needs every word.
  expect(problemsIn(lang, words.replace('  light: "Light"\n', ''))).toContainEqual(
    expect.stringMatching(/^interface\/..\.yaml:\d+ {2}theme\.light: .* is missing; add it$/),
  );
});

describe('the words of an edition', () => {
  const read = (file: string, text: string) => {
    const { dir, remove } = copyWithChanges({});
    try {
      writeFileSync(join(dir, file), text);
      return readContent(dir);
    } finally {
      remove();
    }
  };

  test('replace single words of the kit', () => {
    const { edition, problems } = read('interface/en.yaml', 'theme:\n  dark: "Night"\n');
    expect(problems.map(formatProblem).filter((line) => line.startsWith('interface/en'))).toEqual([]);
    expect([edition?.interface['en']?.['theme.dark'], edition?.interface['en']?.['theme.light']]).toEqual([
      'Night',
      shippedWords('en')?.['theme.light'],
    ]);
  });

  test('get a note if they equal the kit’s, or if a plural form is missing', () => {
    const { problems } = read('interface/ar.yaml', 'home:\n  before: "{days, plural, one {#} other {# }}"\n');
    expect(problems.map(formatProblem)).toContainEqual(expect.stringMatching(/no form "zero".* for 0; add it$/));
    const english = read('interface/en.yaml', `theme:\n  dark: "${shippedWords('en')?.['theme.dark']}"\n`);
    expect(english.problems.map(formatProblem)).toContainEqual(
      expect.stringMatching(/^interface\/en\.yaml:2 {2}note: theme\.dark: .*delete the line$/),
    );
  });
});
