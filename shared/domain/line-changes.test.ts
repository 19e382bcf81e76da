import { expect, it } from 'vitest';
import { lineChanges } from './line-changes.ts';

it('leaves out the lines with which both begin and end', () => {
  expect(lineChanges('a\nb\nc\nd', 'a\nB\nd')).toEqual({ removed: 'b\nc', added: 'B' });
  expect(lineChanges('a', 'a\na')).toEqual({ removed: '', added: 'a' });
  expect(lineChanges('', 'a\n\nb')).toEqual({ removed: '', added: 'a\n\nb' });
  expect(lineChanges('a\nb', 'a\nb')).toEqual({ removed: '', added: '' });
});
