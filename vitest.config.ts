import { defineConfig } from 'vitest/config';

/** Tests that build editions themselves, or run a server that does. */
const building = [
  'tests/site/{commands,faults,kit,pictures,schedule-changes,share}.test.ts',
  'tests/browser/{base,cms,dev,languages,overflow,phases}.test.ts',
];
/** The test with by far the most builds, each in a checkout of its own. */
const rebuilding = ['tests/site/reproducible.test.ts'];

/** Tests that need the built editions. */
const onBuilds = {
  globalSetup: 'tests/setup/build.ts',
  testTimeout: 120_000,
  hookTimeout: 120_000,
  // A busy machine takes longer than the default of one second.
  expect: { poll: { timeout: 15_000 } },
};

export default defineConfig({
  test: {
    projects: [
      { test: { name: 'unit', include: ['tests/unit/**/*.test.ts'], testTimeout: 30_000 } },
      { test: { name: 'fuzz', include: ['tests/fuzz/**/*.test.ts'] } },
      { test: { name: 'rebuilding', include: rebuilding, testTimeout: 600_000 } },
      // One file at a time: builds in one checkout take turns anyway.
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
