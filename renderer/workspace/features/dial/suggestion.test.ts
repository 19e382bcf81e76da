import { expect, test } from 'vitest';
import { customers } from '../../../../tests/workspace-preview/sample-data.ts';
import { findColleagues, listCalls } from '../../../../tests/workspace-preview/sample-people.ts';
import { suggestionsFor, type SuggestionSources } from './suggestion.ts';

function suggested(text: string, change: Partial<SuggestionSources> = {}): readonly (readonly [kind: string, target: string])[] {
  const sources = { text, colleagues: findColleagues(text, 50), customer: null, recent: [], sequences: [], country: 'BE', ...change } as const;
  return suggestionsFor(sources).map(({ kind, target }) => [kind, target]);
}

test('digits are dialled as typed before anybody whose number begins so', () => {
  expect(suggested('20')).toEqual([
    ['typed', '20'],
    ['colleague', '204'],
    ['colleague', '207'],
  ]);
});

test('a name finds the colleague; what was typed stays possible, last', () => {
  expect(suggested('karim')).toEqual([
    ['colleague', '204'],
    ['typed', 'karim'],
  ]);
});

test('a whole number that somebody has is that somebody, once', () => {
  expect(suggested('204')).toEqual([['colleague', '204']]);
});

test('the customer on screen is found by a part of the number in national notation, and stands before recent calls', () => {
  const customer = customers[0]!;
  const recent = listCalls({ text: '', kind: 'all', before: null, limit: 8 }).entries;
  expect(suggested('', { customer, recent, colleagues: [] }).slice(0, 2)).toEqual([
    ['customer', '+3292254107'],
    ['recent', '+32472334455'],
  ]);
  expect(suggested('09 22', { customer })).toContainEqual(['customer', '+3292254107']);
  expect(suggested('02 55', { customer })).not.toContainEqual(['customer', '+3292254107']);
});

test('a code of the exchange is found by its name or its digits, and keypad sequences are not dialled', () => {
  const sequences = [
    { label: 'Doorschakelen naar gsm', digits: '*21#' },
    { label: 'Keuzemenu: klantendienst', digits: '1,2' },
    { label: 'Nachtstand', digits: '#9,1' },
  ];
  expect(suggested('doorsch', { sequences })).toEqual([
    ['code', '*21#'],
    ['typed', 'doorsch'],
  ]);
  expect(suggested('*2', { sequences })).toEqual([
    ['typed', '*2'],
    ['code', '*21#'],
  ]);
  expect(suggested('*21#', { sequences })).toEqual([['code', '*21#']]);
  expect(suggested('keuzemenu', { sequences })).toEqual([['typed', 'keuzemenu']]);
  expect(suggested('nacht', { sequences })).toEqual([['typed', 'nacht']]);
});
