import { expect, it } from 'vitest';
import { keyNames } from './key-names.ts';

it('no key means two things, and no name has two keys', () => {
  const keys = keyNames.map(([, key]) => key);
  const names = keyNames.map(([name]) => name);
  expect(keys).toEqual([...new Set(keys)]);
  expect(names).toEqual([...new Set(names)]);
});
