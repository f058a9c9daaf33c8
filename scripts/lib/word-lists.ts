import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The folder of an edition's word lists, for names and terms that are in no dictionary: `names.txt` for all languages,
 * `<lang>.txt` for one. A listed word is also accepted before or after an apostrophe.
 */
export const wordLists = '_spelling';

/** Names and terms that are accepted in an edition's texts in `lang`. @param content its folder */
export const namesIn = (content: string, lang: string): string[] =>
  ['names', lang].flatMap((list) => wordsIn(join(content, wordLists, `${list}.txt`)));

/** Reads a word list: one word per line, `#` starts a comment. */
export function wordsIn(file: string): string[] {
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .split('\n')
    .map((line) => (line.split('#')[0] as string).trim())
    .filter((word) => word !== '');
}
