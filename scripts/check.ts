/** `npm run check`: lists every problem in the content, without building. Exit code 1 if one is an error. */
import './lib/uncaught-errors.ts';
import { hasErrors } from '../src/model/read/content.ts';
import type { Problem } from '../src/model/problem.ts';
import { translationLines, unknownSentence } from '../src/translations/report.ts';
import { findProblems, problemLines, summary } from './lib/content-problems.ts';

const { problems, settings, board } = await findProblems();
if (process.argv.includes('--json')) {
  const wrong = settings.map((message) => ({ file: '', line: 0, field: '', message, severity: 'error' }));
  const unknown = (board?.unknown === undefined ? [] : [board.unknown]).map((reason) => {
    return { file: '.', line: 1, field: '', message: unknownSentence(reason), severity: 'note' };
  });
  const all = [...wrong, ...unknown, ...problems];
  process.stdout.write(`${JSON.stringify(all, null, 2)}\n`);
} else {
  // Errors come last, so that they don't scroll out of sight above many notes.
  const of = (kind: Problem['severity']) => problems.filter(({ severity }) => severity === kind);
  process.stdout.write(problemLines(of('note'), []) + problemLines(of('error'), settings));
  for (const line of board ? translationLines(board) : []) process.stdout.write(`${line}\n`);
  process.stdout.write(`${summary(problems)}\n`);
}
process.exitCode = settings.length > 0 || hasErrors(problems) ? 1 : 0;
