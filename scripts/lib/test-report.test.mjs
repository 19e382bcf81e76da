import { describe, expect, test } from 'vitest';
import { afterSecondTry, count, playwrightCount, total, vitestCount } from './test-report.mjs';

const file = (name, ...tests) => ({ name, status: tests.some(({ status }) => status === 'failed') || tests.length === 0 ? 'failed' : 'passed', assertionResults: tests });

describe('what the end of a test run says', () => {
  test('a failed test is named with the first line of why, without colours', () => {
    const report = { numPassedTests: 1, numPendingTests: 0, numTodoTests: 0, testResults: [file('a.test.ts', { status: 'passed', fullName: 'a' }, { status: 'failed', fullName: 'holds', failureMessages: ['\u001b[31mexpected 1\u001b[39m\n  at x'] })] };
    expect(vitestCount(report)).toMatchObject({ passed: 1, failed: 1 });
    expect(vitestCount(report).failures[0]).toMatch(/a\.test\.ts > holds: expected 1$/);
  });

  test('a file that does not load is a failure', () => {
    const report = { numPassedTests: 0, numPendingTests: 0, numTodoTests: 0, testResults: [file('b.test.ts')] };
    expect(vitestCount(report)).toMatchObject({ failed: 1 });
  });

  test('a failed specification is found however deep it stands', () => {
    const spec = { ok: false, file: 'c.test.ts', line: 3, title: 'rings', tests: [{ results: [{ error: { message: 'timed out' } }] }] };
    const report = { stats: { expected: 2, unexpected: 1, flaky: 0, skipped: 0 }, errors: [], suites: [{ suites: [{ specs: [spec] }] }] };
    expect(playwrightCount(report)).toMatchObject({ passed: 2, failed: 1, failures: ['c.test.ts:3 > rings: timed out'] });
  });
});

describe('a second try', () => {
  const first = count({ passed: 10, failed: 2, failures: ['a > one: slow', 'a > two: wrong'] });

  test('what passes then has passed, and is named', () => {
    // The file of the two had three other tests, which passed both times.
    expect(afterSecondTry(first, count({ passed: 5 }), 3)).toMatchObject({ passed: 12, failed: 0, wavered: first.failures });
  });

  test('what fails twice has failed', () => {
    const second = count({ passed: 4, failed: 1, failures: ['a > two: wrong again'] });
    expect(afterSecondTry(first, second, 3)).toMatchObject({ passed: 11, failed: 1, failures: ['a > two: wrong again'], wavered: ['a > one: slow'] });
  });

  test('the sum of the stages keeps every name', () => {
    expect(total([first, count({ wavered: ['b'] })])).toMatchObject({ passed: 10, failed: 2, failures: first.failures, wavered: ['b'] });
  });
});
