import { expect, test } from 'vitest';
import { customerName, duration, percentage, phone, plain, wholeNumber } from './format.ts';

test('durations', () => {
  expect([0, 59_999, 204_000, 3_725_000, -5].map(duration)).toEqual(['00:00', '00:59', '03:24', '1:02:05', '00:00']);
});

test('phones are shown internationally, and what is no phone as it came', () => {
  expect(phone('+3292254107')).toBe('+32 9 225 41 07');
  expect(phone('lotte')).toBe('lotte');
});

test('control characters and direction overrides are left out, markup stays text', () => {
  expect(plain('Uw\u202e bank\u0007\u200b')).toBe('Uw bank');
  expect(plain('<b>Anker</b>')).toBe('<b>Anker</b>');
});

test('an organisation goes by its name, with its contact', () => {
  expect(customerName({ kind: 'organisation', givenName: 'Karim', familyName: 'El Idrissi', organisationName: 'Het Anker' })).toBe('Het Anker · Karim El Idrissi');
  expect(customerName({ kind: 'person', givenName: '', familyName: 'De Smet', organisationName: null })).toBe('De Smet');
});

test('numbers are written as the language writes them', () => {
  expect([wholeNumber('nl', 5000), wholeNumber('en', 5000)]).toEqual(['5.000', '5,000']);
  expect(percentage('nl', 0.72)).toBe('72%');
});
