import { expect, it } from 'vitest';
import { codeOf, loggable } from './errors.ts';

it('keeps what a database error says about people out of the log', () => {
  const error = Object.assign(new Error('Key (value)=(+32470123456) already exists.'), {
    severity: 'ERROR',
    code: '23505',
    table: 'contact_point',
    constraint: 'contact_point_value',
    detail: 'Failing row contains (An, Peeters).',
    query: "insert into contact_point values ('+32470123456')",
    params: ['An Peeters'],
  });
  expect(loggable(error)).toEqual({ name: 'DatabaseError', code: '23505', severity: 'ERROR', table: 'contact_point', constraint: 'contact_point_value' });
});

it('keeps the trace of any other error', () => {
  const error = new TypeError('x is not a function');
  expect(loggable(error)).toMatchObject({ name: 'TypeError', message: 'x is not a function', stack: error.stack });
  expect(loggable('a string')).toEqual({ name: 'string' });
});

it.each([[null, null], ['x', null], [{ code: 7 }, null], [{ code: 'E' }, 'E']])('the code of %j is %j', (thrown, code) => {
  expect(codeOf(thrown)).toBe(code);
});
