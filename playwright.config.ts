import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'tests/e2e',
  // Two parts, for `npm test`: what is only looked at runs beside what is listened to.
  projects: [
    { name: 'screens', testMatch: 'every-screen.test.ts' },
    { name: 'workplace', testMatch: '**/*.test.ts', testIgnore: 'every-screen.test.ts' },
  ],
  globalSetup: './tests/e2e/support/postgres-setup.ts',
  outputDir: 'test-results',
  // One application at a time: two would share a screen, a focus and two cores.
  workers: 1,
  fullyParallel: false,
  retries: 0,
  forbidOnly: true,
  // A busy machine is slow, not wrong.
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: [['list']],
});
