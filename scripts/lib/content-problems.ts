import { join, relative } from 'node:path';
import { historyOf } from '../../src/git/history.ts';
import { readContent } from '../../src/model/read/content.ts';
import { picturesOf } from '../../src/model/pictures.ts';
import { formatProblem, sortProblems, type Problem } from '../../src/model/problem.ts';
import { pictureProblems } from '../../src/images/problems.ts';
import { boardOf, type Board } from '../../src/translations/board.ts';
import { translationHistory } from '../../src/translations/translation-history.ts';
import { translationNotes } from '../../src/translations/report.ts';
import { historyError } from './history-error.ts';
import { buildMoment, checkFolders, contentDir, siteUrl } from '../../src/settings.ts';

export interface ContentProblems {
  problems: Problem[];
  /** Problems with environment variables or folders. */
  settings: string[];
  /** Why the git history isn't enough to build the site; undefined if it is. */
  history: string | undefined;
  /** The state of the translations; undefined if the content can't be read. */
  board: Board | undefined;
}

/** All problems in the content, its pictures, its translations, environment variables and folders. */
export async function findProblems(): Promise<ContentProblems> {
  const { problems: written, edition } = readContent(contentDir());
  // A picture with an error isn't decoded, because it would be reported again.
  const reported = new Set(written.filter(({ severity }) => severity === 'error').map(({ file }) => file));
  const shown = edition
    ? await pictureProblems(
        contentDir(),
        picturesOf(edition).filter((path) => !reported.has(path)),
      )
    : [];
  const history = edition && historyOf(contentDir());
  const board = edition && history && boardOf(edition, translationHistory(contentDir(), history));
  const problems = sortProblems([...written, ...shown, ...(board ? translationNotes(board) : [])]);
  const settings: string[] = [];
  const attempt = (read: () => unknown) => {
    try {
      read();
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      settings.push(error.message);
    }
  };
  attempt(() => checkFolders());
  attempt(() => buildMoment(edition?.site.timeZone ?? 'UTC'));
  attempt(() => siteUrl(edition?.site.address ?? 'https://example.org'));
  const historyProblem = settings.length === 0 && edition && history ? historyError(edition, history) : undefined;
  return { problems, settings, history: historyProblem, board };
}

/** `content/: 3 errors and 1 note.` */
export function summary(problems: readonly Problem[]): string {
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const notes = problems.length - errors;
  const count = (number: number, word: string) => `${number} ${word}${number === 1 ? '' : 's'}`;
  const where = `${relative(process.cwd(), contentDir()) || '.'}/`;
  if (errors === 0 && notes === 0) return `${where}: no problems.`;
  return `${where}: ${count(errors, 'error')} and ${count(notes, 'note')}.`;
}

/** At most this many problems are listed for one file. */
const maxPerFile = 200;

/** All problems, one per line; in GitHub Actions as annotations, which pull requests show next to the line. */
export function problemLines(problems: readonly Problem[], settings: readonly string[]): string {
  const format = process.env['GITHUB_ACTIONS'] ? annotation : formatProblem;
  const listed = [...Map.groupBy(problems, ({ file }) => file)].flatMap(([file, all]) => [
    ...all.slice(0, maxPerFile).map(format),
    ...(all.length > maxPerFile
      ? [`${file}: ${all.length - maxPerFile} more, to be listed once these are fixed.`]
      : []),
  ]);
  return [...settings, ...listed].map((line) => `${line}\n`).join('');
}

/**
 * A workflow command of GitHub Actions: `::error file=…,line=…::message`.
 * Percent signs, line endings and, in properties, colons and commas are escaped as its toolkit does.
 */
export function annotation({ file, line, field, message, severity }: Problem): string {
  const data = (text: string) => text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
  const property = (text: string) => data(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
  const path = join(relative(process.cwd(), contentDir()), file).replaceAll('\\', '/');
  const kind = severity === 'error' ? 'error' : 'notice';
  return `::${kind} file=${property(path)},line=${line}${field ? `,title=${property(field)}` : ''}::${data(message)}`;
}
