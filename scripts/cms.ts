/** `npm run cms`: the live preview, with a CMS at /admin/ that writes into the content folder. */
import { dev } from 'astro';
import { editorPage, repositoryOf } from '../src/integrations/editor-page.ts';
import { contentDir } from '../src/settings.ts';
import { findProblems, lines, summary } from './lib/report.ts';

process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
const content = contentDir();
const repository = repositoryOf(content);
const { problems, settings } = findProblems();
if (repository === undefined) {
  process.stderr.write('The CMS works in a git repository, and there is none here; clone the project with git.\n');
  process.exit(1);
}
const errors = problems.filter(({ severity }) => severity === 'error');
process.stdout.write(lines(errors, settings));
process.stdout.write(`${summary(problems)}\n`);
const port = Number(process.env['PORT'] || 4321);
await dev({ server: { port }, integrations: [editorPage(content, repository)] });
process.stdout.write(`
Open http://localhost:${port}/admin/ in Chrome or Edge, press "Work with Local Repository" and choose this folder:
${repository}
`);
