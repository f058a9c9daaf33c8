/** `npm run check`: every problem in the content, in plain words, without building. Exit code 1 where one is an error. */
import './lib/last-word.ts';
import { hasErrors } from '../src/model/content.ts';
import { findProblems, lines, summary } from './lib/report.ts';

const { problems, settings } = findProblems();
if (process.argv.includes('--json')) {
  process.stdout.write(
    `${JSON.stringify([...settings.map((message) => ({ file: '', line: 0, field: '', message, severity: 'error' })), ...problems], null, 2)}\n`,
  );
} else {
  process.stdout.write(lines(problems, settings));
  process.stdout.write(`${summary(problems)}\n`);
}
process.exitCode = settings.length > 0 || hasErrors(problems) ? 1 : 0;
