import { rmSync } from 'node:fs';
import { skippedTestsMessage } from '../helpers/this-edition.ts';
import { buildSite, run, starter } from '../helpers/build.ts';

/**
 * Builds the project's edition, the test editions and the one that `npm run new` creates, for all tests of built pages.
 * @throws with a build's output
 */
export async function setup(): Promise<void> {
  // Already built by `npm test`, or for another Vitest project in this run.
  if (process.env['EDITIONS_BUILT']) return;
  if (skippedTestsMessage) process.stdout.write(`${skippedTestsMessage}\n`);
  rmSync(starter, { recursive: true, force: true });
  const { code, output } = await run('new.ts', ['edition', starter]);
  if (code !== 0) throw new Error(`the edition couldn't be created:\n${output}`);
  await buildSite('main');
  await buildSite('solo', { CONTENT_DIR: 'tests/editions/solo' });
  await buildSite('trio', { CONTENT_DIR: 'tests/editions/trio' });
  await buildSite('starter', { CONTENT_DIR: starter });
  const browser = await run('../tests/setup/browser.ts');
  if (browser.code !== 0) throw new Error(`the browser couldn't be started:\n${browser.output}`);
  process.env['EDITIONS_BUILT'] = '1';
}
