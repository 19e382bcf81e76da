import { expect, test } from 'vitest';
import { connectedCall, ringingCall } from '../../../tests/fixtures/calls.ts';
import { shareStructure } from './share-structure.ts';

const one = connectedCall(ringingCall());
const other = ringingCall();
const before = { revision: 1, calls: [one, other], line: { missed: null } };
const copy = structuredClone(before);

test('a copy that says the same is the object from before', () => {
  expect(shareStructure(before, copy)).toBe(before);
});

test('what changed is new, and all around it that did not is as before', () => {
  const next = { ...copy, revision: 2, calls: [{ ...copy.calls[0]!, muted: true }, copy.calls[1]!] };
  const shared = shareStructure(before, next);
  expect(shared).toEqual(next);
  expect(shared).not.toBe(before);
  expect(shared.calls[0]).not.toBe(one);
  expect(shared.calls[1]).toBe(other);
  expect(shared.line).toBe(before.line);
});

test('lists that grow or shrink keep what they share', () => {
  expect(shareStructure([one, other], structuredClone([one]))).toEqual([one]);
  expect(shareStructure([one], structuredClone([one, other]))[0]).toBe(one);
});

test('a field that is gone, and one that is undefined, are no sameness', () => {
  expect(shareStructure({ a: 1, b: undefined }, { a: 1 })).not.toHaveProperty('b');
  expect(shareStructure({ a: 1 }, { a: 1, b: undefined })).toHaveProperty('b');
  expect(shareStructure([], {})).toEqual({});
  expect(shareStructure({}, null)).toBe(null);
});
