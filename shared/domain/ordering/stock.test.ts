import { describe, expect, it } from 'vitest';
import { availableOf, placesLeft, stockAge } from './stock.ts';

const now = Date.parse('2026-03-02T10:00:00.000Z');
const ago = (minutes: number): string => new Date(now - minutes * 60_000).toISOString();
const policy = { stockFreshMinutes: 60 };

describe('what can still be promised', () => {
  it.each([
    [{ onHand: 10, allocated: 3, held: 2 }, 5],
    [{ onHand: 5, allocated: 3, held: 2 }, 0],
    [{ onHand: 0, allocated: 0, held: 0 }, 0],
    // A recount found fewer than were promised.
    [{ onHand: 2, allocated: 3, held: 1 }, 0],
  ])('of %j is %i', (stock, left) => expect(availableOf(stock)).toBe(left));

  it.each([
    [{ capacity: 12, taken: 9 }, 3],
    [{ capacity: 12, taken: 13 }, 0],
  ])('of the places %j is %i', (slot, left) => expect(placesLeft(slot)).toBe(left));
});

describe('how far a number of stock can be trusted', () => {
  it('while sync works central vouches for it, as of the last exchange', () => {
    expect(stockAge({ countedAt: ago(30) }, { online: true, lastSyncedAt: ago(1) }, policy, now)).toEqual({ kind: 'live', ageMs: 60_000 });
  });

  it('without central it is as old as the last exchange; never synchronised, as the count', () => {
    expect(stockAge({ countedAt: ago(50) }, { online: false, lastSyncedAt: ago(20) }, policy, now)).toEqual({ kind: 'offline', ageMs: 20 * 60_000 });
    expect(stockAge({ countedAt: ago(50) }, { online: false, lastSyncedAt: null }, policy, now)).toEqual({ kind: 'offline', ageMs: 50 * 60_000 });
  });

  it.each([
    [60, 'live'],
    [60 + 1 / 60_000, 'counted'],
  ])('counted %d minutes ago, of 60 agreed, it is %s', (minutes, kind) => {
    expect(stockAge({ countedAt: ago(minutes) }, { online: true, lastSyncedAt: ago(0) }, policy, now).kind).toBe(kind);
  });

  it('a warehouse that is silent for too long says its own age, central or not', () => {
    expect(stockAge({ countedAt: ago(300) }, { online: true, lastSyncedAt: ago(0) }, policy, now)).toEqual({ kind: 'counted', ageMs: 300 * 60_000 });
    expect(stockAge({ countedAt: ago(300) }, { online: false, lastSyncedAt: ago(5) }, policy, now)).toEqual({ kind: 'counted', ageMs: 300 * 60_000 });
  });

  it('by a clock that is behind, nothing is younger than now', () => {
    expect(stockAge({ countedAt: ago(-10) }, { online: true, lastSyncedAt: ago(-5) }, policy, now)).toEqual({ kind: 'live', ageMs: 0 });
  });
});
