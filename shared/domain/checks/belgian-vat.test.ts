import { describe, expect, it } from 'vitest';
import { parseBelgianVat } from './belgian-vat.ts';

describe('parseBelgianVat', () => {
  it.each(['BE0123456749', 'be 0123.456.749', '0123 456 749', '123456749', 'BE-0123-456-749'])('reads %j', (text) => {
    expect(parseBelgianVat(text)).toBe('BE0123456749');
  });

  it('reads a number of the new series, which begins with 1', () => {
    expect(parseBelgianVat('BE1000000097')).toBeNull();
    expect(parseBelgianVat(`BE10000000${97 - (10_000_000 % 97)}`)).not.toBeNull();
  });

  it.each(['', 'BE', 'BE0123456748', 'BE2123456749', 'NL0123456749', '12345674', '01234567490', 'BE012345674９'])('refuses %j', (text) => {
    expect(parseBelgianVat(text)).toBeNull();
  });
});
