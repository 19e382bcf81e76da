import { expect, it } from 'vitest';
import { PasswordCheck } from './password-check.ts';

function bench() {
  const kept = new Map<string, string>();
  const check = new PasswordCheck({ get: (name) => kept.get(name) ?? null, set: (name, secret) => void kept.set(name, secret), delete: (name) => void kept.delete(name) });
  return { kept, check };
}

it('knows the password of the last sign-in, of that operator alone, and keeps no word of it', async () => {
  const { kept, check } = bench();
  expect(await check.matches('lotte', 'Zonnebloem-7')).toBeNull();
  await check.keep('lotte', 'Zonnebloem-7');
  expect(await check.matches('lotte', 'Zonnebloem-7')).toBe(true);
  expect(await check.matches('lotte', 'Zonnebloem-8')).toBe(false);
  expect(await check.matches('karim', 'Zonnebloem-7')).toBeNull();
  const text = [...kept.values()].join();
  expect(text).not.toContain('Zonnebloem');
  expect(text).not.toContain(Buffer.from('Zonnebloem-7').toString('base64'));
});

it('salts: the same password is kept differently each time', async () => {
  const { kept, check } = bench();
  await check.keep('lotte', 'Zonnebloem-7');
  const first = [...kept.values()].join();
  await check.keep('lotte', 'Zonnebloem-7');
  expect([...kept.values()].join()).not.toBe(first);
});

it('takes an accent for the same, however the keyboard makes it', async () => {
  const { check } = bench();
  await check.keep('lotte', 'caf\u00e9');
  expect(await check.matches('lotte', 'cafe\u0301')).toBe(true);
});

it('forgets, and what cannot be read is nothing known', async () => {
  const { kept, check } = bench();
  await check.keep('lotte', 'Zonnebloem-7');
  check.forget();
  expect(await check.matches('lotte', 'Zonnebloem-7')).toBeNull();
  kept.set('password-check', JSON.stringify({ agentId: 'lotte' }));
  expect(await check.matches('lotte', 'Zonnebloem-7')).toBeNull();
});
