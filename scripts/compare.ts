/**
 * `npm run compare -- --before DIR --after DIR`: how a change affects the built site, in Markdown.
 *
 * --problems FILE …         output of `npm run check -- --json` and `npm run spelling -- --json` after the change
 * --problems-before FILE …  the same before the change; these problems are not listed
 * --json FILE               writes the data that `npm run compare:comment` needs
 * --pull NUMBER             the number of the pull request, included in that file
 */
import './lib/uncaught-errors.ts';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { contentDir } from '../src/settings.ts';
import { compareSites, newProblems } from './lib/compare/compare-sites.ts';
import { factsSchema, type Facts, type PullProblem } from './lib/compare/comparison.ts';
import { toMarkdown } from './lib/compare/markdown.ts';
import { readBuiltSite, type Site } from './lib/compare/built-site.ts';

const usage =
  'usage: npm run compare -- --before DIR --after DIR [--problems FILE …] [--problems-before FILE …] [--json FILE] [--pull NUMBER]';

const options = readOptions();
if (options.before === undefined || options.after === undefined) fail(usage);
const [before, after] = [options.before, options.after].map(siteIn);
const problems = newProblems(
  (options['problems-before'] ?? []).flatMap(problemsIn),
  (options.problems ?? []).flatMap(problemsIn),
);
const facts: Facts = {
  ...(options.pull ? { pull: Number(options.pull) } : {}),
  ...compareSites(before, after),
  ...problems,
};
if (options.json) writeFileSync(options.json, `${JSON.stringify(facts)}\n`);
process.stdout.write(toMarkdown(facts));

function readOptions() {
  try {
    return parseArgs({
      options: {
        before: { type: 'string' },
        after: { type: 'string' },
        problems: { type: 'string', multiple: true },
        'problems-before': { type: 'string', multiple: true },
        json: { type: 'string' },
        pull: { type: 'string' },
      },
    }).values;
  } catch (error) {
    fail(`${(error as Error).message}\n${usage}`);
  }
}

/** The site in a folder; undefined if its build failed. */
function siteIn(dir: string): Site | undefined {
  if (existsSync(join(dir, 'index.html'))) return readBuiltSite(dir);
  process.stderr.write(`There is no built site in "${dir}".\n`);
  return undefined;
}

/** The problems in a file; none if the command that writes it failed. */
function problemsIn(file: string): PullProblem[] {
  if (!existsSync(file)) {
    process.stderr.write(`There is no file "${file}"; the comparison leaves out its problems.\n`);
    return [];
  }
  let problems: PullProblem[];
  try {
    problems = factsSchema.shape.problems.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    fail(`"${file}" isn't the output of \`npm run check -- --json\` or \`npm run spelling -- --json\`.`);
  }
  return problems.map((problem) => ({ ...problem, file: problem.file && inProject(problem.file) }));
}

/** Turns a path relative to the content folder into one relative to the project root. */
function inProject(file: string): string {
  return relative(process.cwd(), join(contentDir(), file)).replaceAll('\\', '/');
}

function fail(message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}
