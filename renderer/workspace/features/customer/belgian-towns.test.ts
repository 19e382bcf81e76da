import { expect, test } from 'vitest';
import { findTowns, isTownOf, townsOf } from './belgian-towns.ts';

test('a postcode has its towns, in the language of who asks', () => {
  expect(townsOf('9050')).toEqual(['Gentbrugge', 'Ledeberg']);
  expect([townsOf('1050', 'nl'), townsOf('1050', 'fr')]).toEqual([['Elsene'], ['Ixelles']]);
  expect([townsOf('9999'), townsOf('constructor')]).toEqual([[], []]);
});

test('a town is known by any of its names, however they are written', () => {
  for (const name of ['Luik', 'liege', 'Lüttich', 'LIÈGE']) expect(isTownOf('4000', name)).toBe(true);
  for (const name of ['Ghent', 'Gand', 'gent']) expect(isTownOf('9000', name)).toBe(true);
  expect([isTownOf('9000', 'Brugge'), isTownOf('9999', 'Gent')]).toEqual([false, false]);
});

test('towns are found while typing, by name in any language or by the beginning of the postcode', () => {
  expect(findTowns('oostende', 5)).toContainEqual({ postcode: '8400', town: 'Oostende' });
  expect(findTowns('tirlem', 5)).toEqual([{ postcode: '3300', town: 'Tienen' }]);
  expect(findTowns('905', 5).map(({ postcode }) => postcode)).toEqual(['9050', '9050', '9051', '9051', '9052']);
  expect([findTowns('g', 5), findTowns('', 5)]).toEqual([[], []]);
});
