/** `npm run spelling`: words of the content and of the documents that no dictionary has. Exit code 1 where there are any. */
import './lib/last-word.ts';
import { relative } from 'node:path';
import { contentDir } from '../src/settings.ts';
import { documentWords, formatMisspelling, spellingOfContent, spellingOfDocuments, wordLists } from './lib/spelling.ts';

const folder = relative(process.cwd(), contentDir()) || '.';
const content = await spellingOfContent(contentDir());
const documents = await spellingOfDocuments('.', contentDir());

const say = (line: string) => process.stdout.write(`${line}\n`);
for (const found of content.misspellings) say(formatMisspelling(found, folder));
for (const found of documents.misspellings) say(formatMisspelling(found, ''));
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
const count = content.misspellings.length + documents.misspellings.length;
say(count === 0 ? 'Spelling: no unknown words.' : `Spelling: ${count} unknown ${count === 1 ? 'word' : 'words'}.`);
process.exitCode = count > 0 ? 1 : 0;
