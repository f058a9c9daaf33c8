import { existsSync } from 'node:fs';
import { defineConfig } from 'vitest/config';

/** Tests that build editions themselves, or run a server that does. */
const building = [
  ...['commands', 'interrupted-builds', 'kit', 'pictures', 'schedule-changes', 'share'].map((name) => `site/${name}`),
  ...['base-path', 'cms', 'dev', 'languages', 'overflow', 'phases'].map((name) => `browser/${name}`),
].map((name) => `tests/${name}.test.ts`);
/** The test that runs by far the most builds, each in its own checkout. */
const rebuilding = ['tests/site/reproducible.test.ts'];
// A renamed test would otherwise run with those that only read finished builds.
for (const file of [...building, ...rebuilding])
  if (!existsSync(file)) throw new Error(`vitest.config.ts lists ${file}, which doesn't exist`);

/** Options for tests that need the built editions. */
const onBuilds = {
  globalSetup: 'tests/setup/build.ts',
  testTimeout: 120_000,
  hookTimeout: 120_000,
  // The default of one second is too short on a busy machine.
  expect: { poll: { timeout: 15_000 } },
};

export default defineConfig({
  test: {
    projects: [
      { test: { name: 'unit', include: ['tests/unit/**/*.test.ts'], testTimeout: 30_000 } },
      { test: { name: 'fuzz', include: ['tests/fuzz/**/*.test.ts'] } },
      { test: { name: 'rebuilding', include: rebuilding, testTimeout: 600_000 } },
      // One file at a time: builds in the same checkout wait for each other anyway.
      { test: { name: 'building', include: building, fileParallelism: false, ...onBuilds } },
      {
        test: {
          name: 'built',
          include: ['tests/{site,browser,search}/**/*.test.ts'],
          exclude: [...building, ...rebuilding],
          maxWorkers: 2,
          ...onBuilds,
        },
      },
    ],
  },
});
