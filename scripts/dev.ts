/** `npm run dev`: live preview while editing. Errors in the content are listed at the start but don't stop it. */
import './lib/uncaught-errors.ts';
import { dev } from 'astro';
import { serverPort } from './lib/port.ts';
import { findProblems, problemLines, summary } from './lib/content-problems.ts';

const port = serverPort();
process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
const { problems, settings } = await findProblems();
const errors = problems.filter(({ severity }) => severity === 'error');
process.stdout.write(problemLines(errors, settings));
process.stdout.write(`${summary(problems)}\n`);
await dev({ server: { port } });
