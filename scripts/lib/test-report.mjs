import { existsSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { projectRoot } from './paths.mjs';

/**
 * What a stage came to. `failures` names each failure, so that the end of a long run says what to look at.
 * @typedef {{ passed: number, failed: number, skipped: number, failures: readonly string[], wavered: readonly string[] }} Count
 */

/** @returns {Count} */
export const count = (part) => ({ passed: 0, failed: 0, skipped: 0, failures: [], wavered: [], ...part });

/** @returns {Count} the sum of several counts */
export function total(counts) {
  return counts.reduce(
    (sum, one) => ({
      passed: sum.passed + one.passed,
      failed: sum.failed + one.failed,
      skipped: sum.skipped + one.skipped,
      failures: [...sum.failures, ...one.failures],
      wavered: [...sum.wavered, ...one.wavered],
    }),
    count({}),
  );
}

/** A stage without tests of its own (lint, types, build) counts as one. */
export function countOfExit(name, code) {
  return code === 0 ? count({ passed: 1 }) : count({ failed: 1, failures: [name] });
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
  if (!existsSync(path)) return count({ failed: 1, failures: ['the runner ended without a report'] });
  const found = read(JSON.parse(readFileSync(path, 'utf8')));
  if (exitCode !== 0 && found.failed === 0) return { ...found, failed: 1, failures: [`the runner ended with ${exitCode} although no test failed`] };
  return found;
}

/** The files in which something failed, for the runner's command line. */
export function vitestFailedFiles(path) {
  if (!existsSync(path)) return [];
  const report = JSON.parse(readFileSync(path, 'utf8'));
  return report.testResults.filter((file) => file.status === 'failed').map((file) => relative(projectRoot, file.name));
}

/** Vitest's JSON reporter. A file that does not load has no tests and is one failure. */
export function vitestCount(report) {
  const failures = report.testResults.flatMap((file) => {
    const name = relative(projectRoot, file.name);
    const failed = file.assertionResults.filter((test) => test.status === 'failed');
    if (file.status === 'failed' && file.assertionResults.length === 0) return [`${name}: did not load`];
    return failed.map((test) => `${name} > ${test.fullName}: ${firstLine(test.failureMessages?.[0])}`);
  });
  return count({ passed: report.numPassedTests, failed: failures.length, skipped: report.numPendingTests + report.numTodoTests, failures });
}

/** Playwright's JSON reporter. */
export function playwrightCount(report) {
  const { expected, unexpected, flaky, skipped } = report.stats;
  const failures = report.suites.flatMap((suite) => failedSpecs(suite)).concat(report.errors.map((error) => firstLine(error.message)));
  return count({ passed: expected, failed: unexpected + flaky + report.errors.length, skipped, failures });
}

function failedSpecs(suite) {
  const own = (suite.specs ?? []).filter((spec) => !spec.ok).map((spec) => `${spec.file}:${spec.line} > ${spec.title}: ${firstLine(spec.tests[0]?.results[0]?.error?.message)}`);
  return [...own, ...(suite.suites ?? []).flatMap((inner) => failedSpecs(inner))];
}

const firstLine = (message) => stripVTControlCharacters(message ?? '').split('\n')[0].slice(0, 200);

/**
 * What a first run and the second try of its failures come to together: what failed twice failed, what passed the second time
 * passed and is named.
 * @param {Count} first
 * @param {Count} second of the failed part alone
 * @param {number} passedAgain tests that the second try ran although they had passed before
 * @returns {Count}
 */
export function afterSecondTry(first, second, passedAgain) {
  const mended = Math.max(0, second.passed - passedAgain);
  const still = new Set(second.failures.map(testOf));
  return count({ passed: first.passed + mended, failed: second.failed, skipped: first.skipped, failures: second.failures, wavered: first.failures.filter((failure) => !still.has(testOf(failure))) });
}

const testOf = (failure) => failure.split(': ', 1)[0];
