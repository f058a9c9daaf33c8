/** Checks the spelling of the content and of the project's documents with cspell. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { loadConfig, mergeSettings, spellCheckDocument, suggestionsForWord, type CSpellUserSettings } from 'cspell-lib';
import { compare, type Problem } from '../../src/model/problem.ts';
import { textsOfContent, textsOfDocuments, type Piece } from './spelling-texts.ts';
import { namesIn, wordsIn } from './word-lists.ts';

export interface Misspelling {
  /** Path from the folder that was checked. */
  file: string;
  line: number;
  word: string;
  lang: string;
  /** The number of further occurrences. */
  more: number;
  suggestions: string[];
}

export interface Spelling {
  misspellings: Misspelling[];
  /** Languages without an installed dictionary. */
  unchecked: string[];
}

/** Names and terms in the project's documents. */
export const documentWords = 'docs/spelling.txt';

/** Checks everything in an edition that readers see. @param dir the content folder */
export async function spellingOfContent(dir: string): Promise<Spelling> {
  return await check(
    textsOfContent(dir),
    (lang) => namesIn(dir, lang),
    technical.map((dictionary) => `!${dictionary}`),
  );
}

/**
 * Checks README.md, CONTRIBUTING.md, docs/ and the kit's interface words in languages that have a dictionary. A
 * document in another language has its code in the file name, like `writing.pl.md`, and may quote English words. Names
 * and terms of the edition are accepted.
 *
 * @param content the content folder whose names are accepted
 */
export async function spellingOfDocuments(dir = '.', content = join(dir, 'content')): Promise<Spelling> {
  const { pieces, languages } = textsOfDocuments(dir);
  const own = wordsIn(join(dir, documentWords));
  const { misspellings, unchecked } = await check(pieces, (lang) => [...own, ...namesIn(content, lang)], ['en-gb']);
  return { misspellings, unchecked: unchecked.filter((lang) => languages.has(lang)) };
}

/** cspell's dictionaries for programmers, which would let typos in texts for readers pass. */
const technical = [
  'aws',
  'coding-compound-terms',
  'companies',
  'computing-acronyms',
  'cryptocurrencies',
  'filetypes',
  'software-tools',
  'softwareTerms',
  'web-services',
];

/** XII, XIIe. */
const romanNumeral = /(?<!\p{L})[IVXLCDM]+(?:e|ème)?(?!\p{L})/gu;
/** A domain that is used as a name in a text, such as example.org. */
const domain = /(?<![\p{L}\d])[\w-]+(?:\.[\w-]+)*\.[a-z]{2,6}(?![\p{L}\d])/gu;

/** Runs cspell once for each language, over all of its words. */
async function check(
  pieces: ReadonlyMap<string, Piece[]>,
  words: (lang: string) => string[],
  dictionaries: readonly string[],
): Promise<Spelling> {
  const spelling: Spelling = { misspellings: [], unchecked: [] };
  for (const [lang, all] of pieces) {
    const dictionary = await dictionaryOf(lang);
    if (!dictionary) {
      spelling.unchecked.push(lang);
      continue;
    }
    const text = all.map((piece) => piece.text).join('\n\n');
    const names = words(lang);
    const settings = mergeSettings(dictionary, {
      words: names,
      dictionaries: [...dictionaries],
      minWordLength: 2,
      maxDuplicateProblems: 1000,
      ignoreRegExpList: [romanNumeral, domain],
    });
    const { issues } = await spellCheckDocument(
      { uri: 'words.txt', text, languageId: 'plaintext' },
      { noConfigSearch: true },
      settings,
    );
    const known = new Set(names.map((name) => name.toLowerCase()));
    const unknown = issues.filter(({ text }) => !text.split(/['’]/).some((part) => known.has(part.toLowerCase())));
    const starts: number[] = [];
    let offset = 0;
    for (const piece of all) {
      starts.push(offset);
      offset += piece.text.length + 2;
    }
    const found = new Map<string, Misspelling>();
    for (const issue of unknown) {
      const first = found.get(issue.text);
      if (first) {
        first.more += 1;
        continue;
      }
      const index = starts.findLastIndex((start) => start <= issue.offset);
      const { file, line, text } = all[index] as Piece;
      const before = text.slice(0, issue.offset - (starts[index] as number));
      found.set(issue.text, {
        file,
        line: line + before.split('\n').length - 1,
        word: issue.text,
        lang,
        more: 0,
        suggestions: [],
      });
    }
    // Suggestions take a tenth of a second each: fine for a few typos, too slow for an edition without word lists.
    for (const misspelling of [...found.values()].slice(0, 20)) {
      const { suggestions } = await suggestionsForWord(misspelling.word, { languageId: 'plaintext' }, settings);
      misspelling.suggestions = suggestions.slice(0, 3).map(({ word }) => word);
    }
    spelling.misspellings.push(...found.values());
  }
  spelling.misspellings.sort((a, b) => compare(a.file, b.file) || a.line - b.line);
  return spelling;
}

/**
 * The settings for checking a language, or undefined if no dictionary for it is installed. English comes with
 * cspell; any other language needs its package (`@cspell/dict-…`), whose settings name the language.
 */
async function dictionaryOf(lang: string): Promise<CSpellUserSettings | undefined> {
  const codes = [lang.toLowerCase(), lang.split('-')[0] as string];
  if (codes[1] === 'en') return { language: lang === 'en' ? 'en-GB' : lang };
  const { devDependencies = {}, dependencies = {} } = JSON.parse(readFileSync('package.json', 'utf8')) as Record<
    string,
    Record<string, string>
  >;
  const require = createRequire(resolve('package.json'));
  for (const name of Object.keys({ ...dependencies, ...devDependencies }).filter((key) =>
    /^@cspell\/dict-/.test(key),
  )) {
    const settings = await loadConfig(require.resolve(`${name}/cspell-ext.json`), {});
    const locales = (settings.languageSettings ?? [])
      .flatMap(({ locale }) => locale ?? [])
      .flatMap((locale) =>
        locale
          .toLowerCase()
          .replaceAll('_', '-')
          .split(/\s*,\s*/),
      );
    const locale = codes.find((code) => locales.includes(code));
    if (locale !== undefined) return { ...settings, language: locale };
  }
  return undefined;
}

/**
 * `content/events/x.pl.md:12  "źrodło" is in no dictionary (pl); did you mean źródło?`
 * @param folder the prefix of the path
 */
export const formatMisspelling = (misspelling: Misspelling, folder: string): string =>
  `${join(folder, misspelling.file)}:${misspelling.line}  ${messageOf(misspelling)}`;

/** A misspelling as one of the check's problems. @param file its path from the content folder */
export const misspellingProblem = (misspelling: Misspelling, file = misspelling.file): Problem => ({
  file,
  line: misspelling.line,
  field: '',
  message: messageOf(misspelling),
  severity: 'error',
});

function messageOf({ word, lang, more, suggestions }: Misspelling): string {
  const again = more === 0 ? '' : `, also in ${more} more ${more === 1 ? 'place' : 'places'}`;
  const hint = suggestions.length === 0 ? '' : `; did you mean ${suggestions.join(', ')}?`;
  return `"${word}" is in no dictionary (${lang})${again}${hint}`;
}
