import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

// Tests that start the built command; they alone need a build, and time for processes to start.
const SPAWNING = ['test/cli/**/*.test.ts', 'test/e2e/**/*.test.ts'];

// Of the pure rooms: what they keep is kept by the value that it was worked out from, so files may share what
// they load, but for the one that puts another negotiator in place of ours.
const PURE = ['analysis', 'campaign', 'report', 'scenario', 'table'].map(
  room => `test/${room}/**/!(fingerprint).test.ts`,
);

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
          exclude: [...SPAWNING, ...PURE],
          benchmark: { include: [] },
        },
      },
      {
        root,
        test: {
          name: 'pure',
          testTimeout: 120_000,
          hookTimeout: 120_000,
          setupFiles: 'test/properties.ts',
          include: PURE,
          // A file by itself would load the engine once more, a third of a second for tests of as much.
          isolate: false,
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
