import { relative } from 'node:path';
import { readContent } from '../../src/model/content.ts';
import { formatProblem, type Problem } from '../../src/model/problem.ts';
import { buildMoment, contentDir, siteUrl } from '../../src/settings.ts';

/** Reads the content and the environment's settings; gives everything that is wrong. */
export function findProblems(): { problems: Problem[]; settings: string[] } {
  const { problems, edition } = readContent(contentDir());
  const settings: string[] = [];
  const attempt = (read: () => unknown) => {
    try {
      read();
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      settings.push(error.message);
    }
  };
  attempt(() => buildMoment(edition?.site.timeZone ?? 'UTC'));
  attempt(() => siteUrl(edition?.site.address ?? 'https://example.org'));
  return { problems, settings };
}

/** `3 errors and 1 note in content/.` */
export function summary(problems: readonly Problem[]): string {
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const notes = problems.length - errors;
  const count = (number: number, word: string) => `${number} ${word}${number === 1 ? '' : 's'}`;
  const where = `${relative(process.cwd(), contentDir()) || '.'}/`;
  if (errors === 0 && notes === 0) return `${where}: no problems.`;
  return `${where}: ${count(errors, 'error')} and ${count(notes, 'note')}.`;
}

/** All problems, a line each. */
export const lines = (problems: readonly Problem[], settings: readonly string[]): string =>
  [...settings, ...problems.map(formatProblem)].map((line) => `${line}\n`).join('');
