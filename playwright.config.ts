import { defineConfig } from '@playwright/test';

const screens = 'every-screen.test.ts';
/** Tests in which nobody listens: they may run beside others. */
const desk = ['casework', 'central-down', 'confinement', 'customer-file', 'entry', 'knowledge', 'letter-templates', 'local-data', 'lock', 'office', 'orders', 'power-cut', 'privacy', 'script-editor', 'script'].map((name) => `**/${name}.test.ts`);

export default defineConfig({
  testDir: 'tests/e2e',
  // Three parts, for `npm test`: what is only looked at, what happens at the desk, and what is listened to.
  projects: [
    { name: 'screens', testMatch: screens },
    { name: 'desk', testMatch: desk },
    { name: 'line', testMatch: '**/*.test.ts', testIgnore: [screens, ...desk] },
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
