import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

// Tests that start the built command; they alone need a build, and time for processes to start.
const SPAWNING = ['test/cli/**/*.test.ts', 'test/e2e/**/*.test.ts'];

const root = fileURLToPath(new URL('..', import.meta.url));

export default defineConfig({
  root,
  test: {
    projects: [
      {
        root,
        test: {
          name: 'inside',
          // Laws run over every scenario; how long that takes is the machine's affair, not theirs.
          testTimeout: 120_000,
          hookTimeout: 120_000,
          setupFiles: 'test/properties.ts',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: SPAWNING,
          benchmark: { include: [] },
        },
      },
      {
        root,
        test: {
          name: 'bench',
          include: [],
          benchmark: { include: ['test/bench/**/*.bench.ts'] },
          testTimeout: 600_000,
          // Measured as Node runs it: Vitest's own module runner adds a call to every use of an import.
          experimental: { viteModuleRunner: false },
        },
      },
      {
        root,
        test: {
          name: 'outside',
          include: SPAWNING,
          globalSetup: 'test/build.ts',
          setupFiles: 'test/properties.ts',
          testTimeout: 120_000,
          hookTimeout: 120_000,
          benchmark: { include: [] },
        },
      },
    ],
  },
});
