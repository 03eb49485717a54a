import { defineConfig } from 'vitest/config';

// Tests that start the built command; they alone need a build, and time for processes to start.
const SPAWNING = ['test/cli/**/*.test.ts', 'test/e2e/**/*.test.ts'];

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'inside',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: SPAWNING,
          benchmark: { include: ['test/bench/**/*.bench.ts'] },
        },
      },
      {
        test: {
          name: 'outside',
          include: SPAWNING,
          globalSetup: 'test/build.ts',
          testTimeout: 60_000,
          benchmark: { include: [] },
        },
      },
    ],
  },
});
