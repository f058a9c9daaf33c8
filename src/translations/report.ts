/** The board as the check prints it. */
import type { Problem } from '../model/problem.ts';
import { countsOf, type Board } from './board.ts';

/** A note for each outdated translation. Missing ones are reported by a rule. */
export function translationNotes({ rows, interfaces }: Board): Problem[] {
  const note = (file: string, message: string): Problem => ({ file, line: 1, field: '', message, severity: 'note' });
  const older = rows.flatMap(({ cells, original }) =>
    cells.flatMap(({ state, file, parts = [], since }) =>
      state === 'older'
        ? note(
            file,
            `older than its original: the ${listed(parts)} of ${original} changed after ${since}; bring it up to date`,
          )
        : [],
    ),
  );
  const words = interfaces.flatMap(({ state, file, changed, since }) =>
    state === 'older' && file !== undefined
      ? note(
          file,
          `older than the default language's words: ${shortened(changed)} changed after ${since}; bring them up to date`,
        )
      : [],
  );
  return [...older, ...words];
}

/** A line for each language: `Polski: 62 up to date, 3 older than their originals, 1 missing.` */
export function translationLines(board: Board): string[] {
  if (board.languages.length === 0) return [];
  const lines = board.languages.map(({ code, name }) => {
    const { fresh, older, missing, there } = countsOf(board, code);
    const missingWords = board.interfaces.find(({ lang }) => lang === code)?.missing ?? 0;
    const present =
      board.unknown === undefined ? `${fresh} up to date, ${older} older than their originals` : `${there} translated`;
    return `${name}: ${present}, ${missing} missing${missingWords > 0 ? `; ${missingWords} interface words missing` : ''}.`;
  });
  return board.unknown === undefined ? lines : [unknownSentence(board.unknown), ...lines];
}

/** Why it isn't known which translations are outdated. @param reason of a GitError */
export const unknownSentence = (reason: string): string =>
  `It isn't known which translations are older than their originals: ${reason}.`;

const listed = (words: readonly string[]): string =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;

const shortened = (keys: readonly string[]): string =>
  keys.length <= 3 ? listed(keys) : `${keys.slice(0, 3).join(', ')} and ${keys.length - 3} more`;
