import { buildSite } from '../helpers/build.ts';

/** Builds the project's own edition and the test editions once, for all tests that look at built pages. */
export async function setup(): Promise<void> {
  await buildSite('main');
  await buildSite('solo', { CONTENT_DIR: 'tests/editions/solo' });
  await buildSite('trio', { CONTENT_DIR: 'tests/editions/trio' });
}
