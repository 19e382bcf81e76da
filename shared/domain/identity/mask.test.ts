import { expect, it } from 'vitest';
import { orderRow } from '../../../tests/fixtures/ordering.ts';
import { newId } from '../ids.ts';
import { maskOrder } from './mask-order.ts';
import { maskHit, maskTimelineEntry } from './mask.ts';
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

it('an order whose address may still be asked says neither where it goes nor where it was to go', () => {
  const [from, to] = [{ street: 'Coupure Links', houseNumber: '48', box: null, postcode: '9000', town: 'Gent', country: 'BE' }, { street: 'Kerkstraat', houseNumber: '12', box: '3', postcode: '8000', town: 'Brugge', country: 'BE' }];
  const step = { state: 'confirmed', at: '2026-11-27T09:00:00.000Z', by: null, redirected: { address: { from, to }, priority: { from: 'normal', to: 'urgent' } } } as const;
  const order = orderRow({ customerId: newId(), delivery: to, history: [step] });
  const entry = { kind: 'order', id: order.id, at: step.at, by: null, order, state: 'confirmed', redirected: step.redirected } as const;
  const shown = JSON.stringify([maskOrder(order, new Set(['address', 'postcode'])), maskTimelineEntry(entry, new Set(['address', 'postcode']))]);
  expect(shown).not.toMatch(/Coupure|Kerkstraat|"48"|"12"|9000|8000|Gent|Brugge/);
  expect(shown).toContain('urgent');
  expect(JSON.stringify(maskOrder(order, new Set(['postcode'])))).toMatch(/Kerkstraat.*Coupure/);
  expect(maskTimelineEntry(entry, new Set(['orders']))).toBeNull();
  expect(maskOrder(order, new Set(['name']))).toBe(order);
});
