import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Names and terms of an edition that no dictionary has, also with another word before or behind an apostrophe: `names.txt` for all languages, `<lang>.txt` for one. */
export const wordLists = '_spelling';

/** Names and terms that texts of an edition in `lang` may have. @param content its folder */
export const namesIn = (content: string, lang: string): string[] =>
  ['names', lang].flatMap((list) => wordsIn(join(content, wordLists, `${list}.txt`)));

/** A word in a list stands on a line of its own; what follows # is a comment. */
export function wordsIn(file: string): string[] {
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .split('\n')
    .map((line) => (line.split('#')[0] as string).trim())
    .filter((word) => word !== '');
}
