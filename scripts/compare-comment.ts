/**
 * `npm run compare:comment -- --facts FILE [--preview URL]`: posts or updates the comparison on the pull request.
 * `-- --facts FILE --number` only prints the pull request's number, or nothing if there is no open one.
 *
 * Used in a workflow, which sets GITHUB_API_URL, GITHUB_SERVER_URL, GITHUB_REPOSITORY, GITHUB_TOKEN and, for the run
 * that built the site, HEAD_SHA, HEAD_REPOSITORY, HEAD_BRANCH and RUN_ID. The facts come
 * from the pull request and can't be trusted: they decide what is written, never where.
 */
import './lib/uncaught-errors.ts';
import { readFileSync, statSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { readFacts, type Facts } from './lib/compare/comparison.ts';
import { findPull, putComment, type Head, type Repository } from './lib/compare/github.ts';
import { toMarkdown } from './lib/compare/markdown.ts';

/** The login of a workflow's token. */
const author = 'github-actions[bot]';
/** In bytes; ten times the size of the facts for 3,000 changed pages. */
const largest = 10_000_000;

try {
  await main();
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 1;
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { facts: { type: 'string' }, preview: { type: 'string' }, number: { type: 'boolean', default: false } },
  });
  const repository: Repository = {
    api: setting('GITHUB_API_URL'),
    name: setting('GITHUB_REPOSITORY'),
    token: setting('GITHUB_TOKEN'),
  };
  const head: Head = {
    sha: setting('HEAD_SHA'),
    repository: setting('HEAD_REPOSITORY'),
    branch: setting('HEAD_BRANCH'),
  };
  const facts = values.facts === undefined ? null : factsIn(values.facts);
  const pull = await findPull(repository, head, facts?.pull);
  if (values.number) {
    process.stdout.write(pull === undefined ? '' : `${pull}\n`);
    return;
  }
  if (pull === undefined) {
    process.stdout.write("The built commit isn't the latest of any open pull request, so no comment was posted.\n");
    return;
  }
  const server = setting('GITHUB_SERVER_URL');
  const text = toMarkdown(facts, {
    preview: values.preview || undefined,
    run: `${server}/${repository.name}/actions/runs/${setting('RUN_ID')}`,
    commit: head.sha,
    source: `${server}/${head.repository}/blob/${head.sha}`,
  });
  process.stdout.write(`Comment ${await putComment(repository, pull, text, author)}.\n`);
}

/** The facts, or null if there are none or they can't be read. */
function factsIn(file: string): Facts | null {
  let size: number;
  try {
    ({ size } = statSync(file));
  } catch {
    return null;
  }
  try {
    if (size > largest) throw new Error(`The facts file is ${size} bytes; the limit is ${largest}.`);
    return readFacts(readFileSync(file, 'utf8'));
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n`);
    return null;
  }
}

function setting(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} isn't set; run this only in a workflow (.github/workflows/comment.yml).`);
  return value;
}
