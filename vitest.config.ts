import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      { test: { name: 'unit', include: ['tests/unit/**/*.test.ts'], testTimeout: 30_000 } },
      {
        test: {
          name: 'built',
          include: ['tests/{site,browser,fuzz,search}/**/*.test.ts'],
          globalSetup: 'tests/setup/build.ts',
          // One after another: builds take turns anyway, and a browser wants the machine for itself.
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
