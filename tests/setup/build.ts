import { rmSync } from 'node:fs';
import { skipping } from '../helpers/own.ts';
import { buildSite, run, starter } from '../helpers/build.ts';

/** Builds the project's own edition, the test editions and the one that `npm run new` begins with, for all tests that look at built pages. */
export async function setup(): Promise<void> {
  if (skipping) process.stdout.write(`${skipping}\n`);
  rmSync(starter, { recursive: true, force: true });
  const { code, output } = await run('new.ts', ['edition', starter]);
  if (code !== 0) throw new Error(`no edition was begun:\n${output}`);
  await buildSite('main');
  await buildSite('solo', { CONTENT_DIR: 'tests/editions/solo' });
  await buildSite('trio', { CONTENT_DIR: 'tests/editions/trio' });
  await buildSite('starter', { CONTENT_DIR: starter });
}
