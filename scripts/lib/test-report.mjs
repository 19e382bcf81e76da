import { existsSync, readFileSync } from 'node:fs';

/** @typedef {{ passed: number, failed: number, skipped: number }} Count */

/** @returns {Count} the sum of several counts */
export function total(counts) {
  const sum = { passed: 0, failed: 0, skipped: 0 };
  for (const count of counts) {
    sum.passed += count.passed;
    sum.failed += count.failed;
    sum.skipped += count.skipped;
  }
  return sum;
}

/** A stage without tests of its own (lint, types, build) counts as one. */
export function countOfExit(code) {
  return code === 0 ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 };
}

/**
 * Reads what a runner wrote for machines. A run that failed without a failed test (it crashed, a file did not load, an error
 * came after the last test) still counts as a failure.
 * @param {string} path
 * @param {number | null} exitCode
 * @param {(report: unknown) => Count} read
 * @returns {Count}
 */
export function countOfReport(path, exitCode, read) {
  if (!existsSync(path)) return { passed: 0, failed: 1, skipped: 0 };
  const count = read(JSON.parse(readFileSync(path, 'utf8')));
  if (exitCode !== 0 && count.failed === 0) count.failed = 1;
  return count;
}

/** Vitest's JSON reporter. A file that does not load has no tests and is one failure. */
export function vitestCount(report) {
  const unloaded = report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length;
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloaded,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/** Playwright's JSON reporter. A test that passes only at the second try did not pass. */
export function playwrightCount(report) {
  const { expected, unexpected, flaky, skipped } = report.stats;
  return { passed: expected, failed: unexpected + flaky + report.errors.length, skipped };
}
