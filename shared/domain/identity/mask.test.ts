import { expect, it } from 'vitest';
import { maskHit } from './mask.ts';
import { maskedBy, maskedParts, shut } from './parts.ts';
import { identityChecks, type IdentityPolicy } from './policy.ts';

const policy: IdentityPolicy = { checks: ['postcode', 'birthDate', 'name'], needed: { personal: 1, financial: 0, health: 0 }, tries: 3, carryMinutes: 0, betweenCalls: 'open' };
const hit = { id: 'x', customerNumber: 'BE-204518', name: 'Pieter De Smet', street: 'Coupure Links 48', town: '9000 Gent', matched: 'name' } as const;

it('what may still be asked is masked with what is guarded, and nothing when all is open', () => {
  expect(maskedBy(policy, shut(policy))).toEqual(['name', 'birthDate', 'postcode', 'address', 'phoneEnding', 'email', 'orders', 'text']);
  const financial: IdentityPolicy = { ...policy, needed: { personal: 1, financial: 2, health: 0 } };
  expect(maskedBy(financial, { locked: ['financial'], passed: new Set(['postcode']) })).toEqual(['name', 'birthDate', 'vatNumber', 'orders', 'text']);
  expect(maskedBy(policy, { locked: [], passed: new Set() })).toEqual([]);
});

it('a found customer shows the words that were typed, whole ones, and no more', () => {
  const masked = new Set(maskedParts);
  expect(maskHit(hit, masked, 'smet')).toMatchObject({ name: '••• Smet', street: '•••', town: '•••', customerNumber: '•••' });
  expect(maskHit(hit, masked, 'smet pie 9000')).toMatchObject({ name: '••• Smet', town: '9000 •••' });
  expect(maskHit(hit, masked, 'be-204518')).toMatchObject({ customerNumber: 'BE-204518', name: '•••' });
  expect(maskHit(hit, new Set(), 'x')).toBe(hit);
});

it('every check has a part of the file of its own', () => {
  expect(maskedParts).toEqual(expect.arrayContaining([...identityChecks]));
});
