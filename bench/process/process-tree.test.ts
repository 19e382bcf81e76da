import { expect, test } from 'vitest';
import { cpuBetween, parseStat, processTree, sharersOf } from './process-tree.ts';

test('the line of a process whose name has brackets and spaces', () => {
  const line = '4321 (a (b) c) S 17 4321 4321 0 -1 4194560 100 0 0 0 250 50 0 0 20 0 5 0 1234 0 0';
  expect(parseStat(line)).toEqual({ parent: 17, ticks: 300 });
});

test.skipIf(process.platform !== 'linux')('this process is in its own tree and in that of its parent', () => {
  expect(processTree(process.pid)[0]).toBe(process.pid);
  expect(processTree(process.ppid)).toContain(process.pid);
});

test.skipIf(process.platform !== 'linux')('another Node outside the tree shares its pages', () => {
  // The test runner that started this process runs the same executable.
  expect(sharersOf(process.pid)).toBeGreaterThan(0);
});

test('CPU between two readings: what began meanwhile counts, what ended does not', () => {
  const before = new Map([[1, 10], [2, 5]]);
  const after = new Map([[1, 12], [3, 0.5]]);
  expect(cpuBetween(before, after)).toBeCloseTo(2.5);
});
