import { describe, expect, it } from 'vitest';
import { isOneErrorApart } from '#shared/domain/one-error.ts';
import { seeded } from '../belgians.ts';
import { fullInputs, mistypedInputs } from './keystrokes.ts';
import { mistype, mistypings } from './mistype.ts';

describe('mistyped inputs', () => {
  it.each(mistypings)('%s: one error in one of the words, whichever, and never none', (kind) => {
    const random = seeded(3);
    const text = 'Zoë Vandenbroucke Kerkstraat Gent';
    const wrong = Array.from({ length: 400 }, () => mistype(text, kind, random));
    for (const one of wrong) expect(isOneErrorApart(one, text), one).toBe(true);
    for (const word of text.split(' ')) expect(wrong.some((one) => !one.includes(word)), word).toBe(true);
  });
});

describe('full inputs', () => {
  const count = 3_000;

  it('are of every kind, of customers who are the only ones with them', () => {
    const inputs = fullInputs(count, 40);
    const owners = new Map<string, Set<string>>();
    for (const { text, id } of inputs) owners.set(text, (owners.get(text) ?? new Set()).add(id));
    expect([...owners.values()].every((ids) => ids.size === 1)).toBe(true);
    expect(new Set(inputs.map(({ kind }) => kind)).size).toBe(8);
    expect(inputs.every(({ text }) => text.trim() === text && text.length >= 9)).toBe(true);
  });

  it('have one typing error each of every kind', () => {
    expect(new Set(mistypedInputs(count, 20).map(({ kind }) => kind))).toEqual(new Set(mistypings));
  });
});
