import { defineConfig } from 'vitest/config';

/** Tests that build editions themselves, or run a server that does. */
const building = [
  'tests/site/{commands,faults,kit,pictures,plans,reproducible,share}.test.ts',
  'tests/browser/{base,cms,dev,languages,lives,overflow}.test.ts',
];

/**
 * Tests that need the built editions. One file at a time: builds take turns anyway, and a browser needs a core for
 * itself.
 */
const onBuilds = {
  globalSetup: 'tests/setup/build.ts',
  fileParallelism: false,
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
      { test: { name: 'building', include: building, ...onBuilds } },
      {
        test: { name: 'built', include: ['tests/{site,browser,search}/**/*.test.ts'], exclude: building, ...onBuilds },
      },
    ],
  },
});
