import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // Native modules (SQLite, argon2) are loaded by the tests; a process each keeps them apart.
    pool: 'forks',
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: 'node',
          environment: 'node',
          // A busy machine is slow, not wrong.
          testTimeout: 20_000,
          include: ['{electron,shared,central,practice,bench}/**/*.test.ts', 'renderer/**/*.test.ts', 'tests/unit/**/*.test.ts', 'scripts/**/*.test.mjs'],
        },
      },
      {
        plugins: [react()],
        test: {
          name: 'renderer',
          environment: 'jsdom',
          testTimeout: 20_000,
          include: ['renderer/**/*.test.tsx'],
        },
      },
      {
        test: {
          name: 'services',
          environment: 'node',
          // Programs and databases of their own, no sound and no windows: two files at once.
          include: ['tests/integration/{central,office,practice,store,sync}/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          globalSetup: 'tests/integration/services-setup.ts',
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          name: 'integration',
          environment: 'node',
          include: ['tests/integration/{audio,lab,telephony}/**/*.test.ts'],
          // Real exchanges, real windows, and sound that is measured while it plays: one file at a time.
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 120_000,
          globalSetup: 'tests/integration/global-setup.ts',
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
