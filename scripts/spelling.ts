/**
 * `npm run spelling`: lists words in the content and the documents that are in no dictionary. Exit code 1 if there are
 * any.
 * `-- --json` prints them in the format of `npm run check -- --json`, with paths from the content folder.
 */
import './lib/uncaught-errors.ts';
import { join, relative } from 'node:path';
import { contentDir } from '../src/settings.ts';
import { annotation } from './lib/content-problems.ts';
import {
  documentWords,
  formatMisspelling,
  misspellingProblem,
  spellingOfContent,
  spellingOfDocuments,
} from './lib/spelling.ts';
import { wordLists } from './lib/word-lists.ts';

const folder = relative(process.cwd(), contentDir()) || '.';
const content = await spellingOfContent(contentDir());
const documents = await spellingOfDocuments('.', contentDir());

const problems = [
  ...content.misspellings.map((found) => misspellingProblem(found)),
  ...documents.misspellings.map((found) =>
    misspellingProblem(found, relative(contentDir(), join('.', found.file)).replaceAll('\\', '/')),
  ),
];
if (process.argv.includes('--json')) process.stdout.write(`${JSON.stringify(problems, null, 2)}\n`);
else print();
process.exitCode = problems.length > 0 ? 1 : 0;

function print(): void {
  const log = (line: string) => process.stdout.write(`${line}\n`);
  if (process.env['GITHUB_ACTIONS']) for (const problem of problems) log(annotation(problem));
  else {
    for (const found of content.misspellings) log(formatMisspelling(found, folder));
    for (const found of documents.misspellings) log(formatMisspelling(found, ''));
  }
  for (const lang of new Set([...content.unchecked, ...documents.unchecked]))
    log(`note: the spelling of "${lang}" isn't checked; install its cspell dictionary (a package @cspell/dict-…)`);
  if (content.misspellings.length > 0)
    log(
      `Add correct names and terms to ${folder}/${wordLists}/names.txt, or to ${folder}/${wordLists}/<language>.txt if only one language has them.`,
    );
  if (documents.misspellings.length > 0) log(`Add correct names and terms in the documents to ${documentWords}.`);
  const count = problems.length;
  log(count === 0 ? 'Spelling: no unknown words.' : `Spelling: ${count} unknown ${count === 1 ? 'word' : 'words'}.`);
}
