/** `npm run cms`: the live preview, with a CMS at /admin/ that edits the content folder. */
import './lib/uncaught-errors.ts';
import { dev } from 'astro';
import { cms, findGitRoot } from '../src/integrations/cms.ts';
import { readContent } from '../src/model/read/content.ts';
import { contentDir } from '../src/settings.ts';
import { serverPort } from './lib/port.ts';
import { findProblems, problemLines, summary } from './lib/content-problems.ts';

const port = serverPort();
process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
const content = contentDir();
const gitRoot = findGitRoot(content);
if (gitRoot === undefined) {
  process.stderr.write(`The CMS needs a git repository, and ${content} isn't in one; clone the project with git.\n`);
  process.exit(1);
}
const { problems, settings } = await findProblems();
const errors = problems.filter(({ severity }) => severity === 'error');
process.stdout.write(problemLines(errors, settings));
process.stdout.write(`${summary(problems)}\n`);

const { address } = await dev({
  server: { port },
  integrations: [cms(content, gitRoot)],
});
const entries = Object.values(readContent(content).edition?.entries ?? {}).flat();
const mdxFiles = entries
  .flatMap(({ translations }) => Object.values(translations))
  .filter(({ extension }) => extension === 'mdx')
  .map(({ file }) => file);
if (mdxFiles.length > 0)
  process.stdout.write(`\nThe CMS doesn't show .mdx files; edit them in a text editor: ${mdxFiles.join(', ')}\n`);
process.stdout.write(`
Open http://localhost:${address.port}/admin/ in Chrome or Edge, press "Work with Local Repository" and choose this folder:
${gitRoot}
`);
