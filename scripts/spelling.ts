/**
 * `npm run spelling`: words of the content and of the documents that no dictionary has. Exit code 1 where there are any.
 * `-- --json` tells them as `npm run check -- --json` tells problems: with paths from the content folder.
 */
import './lib/uncaught-errors.ts';
import { join, relative } from 'node:path';
import { contentDir } from '../src/settings.ts';
import { annotation } from './lib/report.ts';
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
else tell();
process.exitCode = problems.length > 0 ? 1 : 0;

function tell(): void {
  const say = (line: string) => process.stdout.write(`${line}\n`);
  if (process.env['GITHUB_ACTIONS']) for (const problem of problems) say(annotation(problem));
  else {
    for (const found of content.misspellings) say(formatMisspelling(found, folder));
    for (const found of documents.misspellings) say(formatMisspelling(found, ''));
  }
  for (const lang of new Set([...content.unchecked, ...documents.unchecked]))
    say(
      `note: the spelling of "${lang}" isn't checked; install its dictionary for cspell to have it (a package @cspell/dict-…)`,
    );
  if (content.misspellings.length > 0)
    say(
      `A name or a term that is right goes into ${folder}/${wordLists}/names.txt, or into ${folder}/${wordLists}/<language>.txt if only one language has it.`,
    );
  if (documents.misspellings.length > 0)
    say(`A name or a term of the documents that is right goes into ${documentWords}.`);
  const count = problems.length;
  say(count === 0 ? 'Spelling: no unknown words.' : `Spelling: ${count} unknown ${count === 1 ? 'word' : 'words'}.`);
}
