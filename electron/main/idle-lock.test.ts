import { describe, expect, it } from 'vitest';
import type { Call } from '#shared/domain/call.ts';
import { BalieError } from '#shared/domain/errors.ts';
import { newId } from '#shared/domain/ids.ts';
import { silentLogger } from '#shared/domain/logger.ts';
import { ManualClock } from '#shared/domain/manual-clock.ts';
import type { SessionState } from '#shared/domain/snapshot.ts';
import { connectedCall, endedCall, ringingCall } from '../../tests/fixtures/calls.ts';
import { IdleLock } from './idle-lock.ts';
import { MainState } from './main-state.ts';

const minute = 60_000;
const agent = { id: newId(), version: 1, updatedAt: '2026-01-01T08:00:00.000Z', username: 'lotte', name: 'Lotte Vermeulen', extension: null, team: null, languages: ['nl' as const] };
const signedIn: SessionState = { state: 'signed-in', centralUrl: 'http://127.0.0.1:1/', agent, offline: false };
const signedOut: SessionState = { state: 'signed-out', centralUrl: null, error: null };

function bench(kept = new Map<string, string>()) {
  const clock = new ManualClock();
  const state = new MainState(clock, (run) => run());
  const listeners = new Map<string, () => void>();
  const told: boolean[] = [];
  const facts = { touchedAt: clock.now(), hasWayBack: true, diskIsFull: false };
  const lock = new IdleLock({
    state,
    clock,
    logger: silentLogger,
    vault: {
      get: (name) => kept.get(name) ?? null,
      set: (name, secret) => {
        if (facts.diskIsFull) throw new Error('ENOSPC');
        kept.set(name, secret);
      },
      delete: (name) => void kept.delete(name),
    },
    power: { getSystemIdleTime: () => Math.floor((clock.now() - facts.touchedAt) / 1000), on: (event, listener) => listeners.set(event, listener) },
    hasWayBack: () => facts.hasWayBack,
    tellStore: (locked) => {
      told.push(locked);
      return Promise.resolve();
    },
  });
  lock.restore();
  state.update({ session: signedIn });
  const calls = (...now: Call[]): void => state.update({ calls: now });
  return { clock, state, lock, facts, told, kept, calls, screen: (event: 'lock-screen' | 'unlock-screen') => listeners.get(event)?.() };
}

const wrong = (): Promise<boolean> => Promise.resolve(false);
const right = (): Promise<boolean> => Promise.resolve(true);

describe('a desk that nobody touches', () => {
  it('is locked after the minutes that the centre allows, not before, and the store is told', () => {
    const { clock, lock, told, state } = bench();
    lock.provision(10);
    clock.advance(10 * minute - 1);
    expect([lock.isLocked, told]).toEqual([false, []]);
    clock.advance(1);
    expect([lock.isLocked, told, state.snapshot.lock]).toEqual([true, [true], { since: new Date(clock.now()).toISOString(), retryAt: null }]);
  });

  it('stays open as long as somebody types, and counts from the last key', () => {
    const { clock, lock, facts } = bench();
    lock.provision(10);
    clock.advance(9 * minute);
    facts.touchedAt = clock.now();
    clock.advance(9 * minute);
    expect(lock.isLocked).toBe(false);
    clock.advance(minute);
    expect(lock.isLocked).toBe(true);
  });

  it.each([null, 0])('is never locked by itself where the centre says %s', (minutes) => {
    const { clock, lock, screen } = bench();
    lock.provision(minutes);
    clock.advance(600 * minute);
    screen('lock-screen');
    expect([lock.isLocked, clock.pending]).toEqual([false, 0]);
  });

  it('is locked with the screen', () => {
    const { lock, screen } = bench();
    lock.provision(10);
    screen('lock-screen');
    expect(lock.isLocked).toBe(true);
  });

  it('is not locked where nobody is signed in', () => {
    const { clock, lock, state } = bench();
    lock.provision(10);
    state.update({ session: signedOut });
    clock.advance(20 * minute);
    expect(lock.isLocked).toBe(false);
  });

  it('is locked on a disk that is full, too', () => {
    const { clock, lock, facts } = bench();
    lock.provision(10);
    facts.diskIsFull = true;
    clock.advance(10 * minute);
    expect(lock.isLocked).toBe(true);
  });
});

describe('a call', () => {
  it.each([['rings', ringingCall()], ['is up', connectedCall(ringingCall())]])('that %s keeps the desk open, and its end counts as a key', (_what, call) => {
    const { clock, lock, calls } = bench();
    lock.provision(10);
    calls(call);
    clock.advance(60 * minute);
    expect(lock.isLocked).toBe(false);
    calls(endedCall(ringingCall(), { answered: true }));
    clock.advance(10 * minute - 1);
    expect(lock.isLocked).toBe(false);
    clock.advance(1);
    expect(lock.isLocked).toBe(true);
  });

  it('during which the screen was locked leaves a locked desk, if the screen still is', () => {
    const { lock, calls, screen } = bench();
    lock.provision(10);
    calls(connectedCall(ringingCall()));
    screen('lock-screen');
    expect(lock.isLocked).toBe(false);
    calls();
    expect(lock.isLocked).toBe(true);
  });

  it('refuses the key', () => {
    const { lock, calls } = bench();
    calls(ringingCall());
    expect(() => lock.lock()).toThrow(expect.objectContaining({ code: 'lock.in-call' }));
  });
});

describe('the key', () => {
  it('locks at once, also where the centre asks for nothing', () => {
    const { lock, told } = bench();
    lock.lock();
    expect([lock.isLocked, told]).toEqual([true, [true]]);
  });

  it('refuses where nothing would open the desk again, unless the centre wants it locked', () => {
    const { lock, facts } = bench();
    facts.hasWayBack = false;
    expect(() => lock.lock()).toThrow(expect.objectContaining({ code: 'lock.no-way' }));
    lock.provision(10);
    lock.lock();
    expect(lock.isLocked).toBe(true);
  });
});

describe('opening', () => {
  it('tells the store before the workspace, forgets the lock, and counts from then', async () => {
    const { clock, lock, told, state, kept } = bench();
    lock.provision(10);
    clock.advance(10 * minute);
    await lock.attempt(right);
    expect([told, state.snapshot.lock, kept.size]).toEqual([[true, false], null, 0]);
    clock.advance(10 * minute - 1);
    expect(lock.isLocked).toBe(false);
    clock.advance(1);
    expect(lock.isLocked).toBe(true);
  });

  it('gives five tries; then each wrong one costs twice the pause of the one before, a quarter of an hour at most', async () => {
    const { clock, lock, state } = bench();
    lock.lock();
    for (let i = 0; i < 5; i++) await expect(lock.attempt(wrong)).rejects.toMatchObject({ code: 'lock.wrong' });
    const pauses: number[] = [];
    for (let i = 0; i < 7; i++) {
      const pauseMs = Date.parse(state.snapshot.lock?.retryAt ?? '') - clock.now();
      pauses.push(pauseMs / 1000);
      clock.advance(pauseMs - 1);
      await expect(lock.attempt(right)).rejects.toMatchObject({ code: 'lock.too-many-tries' });
      clock.advance(1);
      await expect(lock.attempt(wrong)).rejects.toMatchObject({ code: 'lock.wrong' });
    }
    expect(pauses).toEqual([30, 60, 120, 240, 480, 900, 900]);
    clock.advance(900_000);
    await lock.attempt(right);
    expect(lock.isLocked).toBe(false);
  });

  it('looks at one try at a time, and a try that could not be looked at is none', async () => {
    const { lock, state } = bench();
    lock.lock();
    let answer: (matches: boolean) => void = () => undefined;
    const first = lock.attempt(() => new Promise<boolean>((resolve) => (answer = resolve)));
    await expect(lock.attempt(right)).rejects.toMatchObject({ code: 'lock.too-many-tries' });
    answer(false);
    await expect(first).rejects.toMatchObject({ code: 'lock.wrong' });
    for (let i = 0; i < 9; i++) await expect(lock.attempt(() => Promise.reject(new BalieError('lock.needs-centre', 'away')))).rejects.toMatchObject({ code: 'lock.needs-centre' });
    expect(state.snapshot.lock?.retryAt).toBeNull();
  });

  it('is not done by starting Balie anew, which gives no new tries either', async () => {
    const before = bench();
    before.lock.lock();
    for (let i = 0; i < 6; i++) await before.lock.attempt(wrong).catch(() => undefined);
    const after = bench(before.kept);
    expect([after.lock.isLocked, after.told]).toEqual([true, [true]]);
    await expect(after.lock.attempt(right)).rejects.toMatchObject({ code: 'lock.too-many-tries' });
  });

  it('is done by signing in anew', async () => {
    const { lock, state } = bench();
    lock.lock();
    state.update({ session: signedOut });
    expect(lock.isLocked).toBe(true);
    await lock.open();
    expect([lock.isLocked, state.snapshot.lock]).toEqual([false, null]);
  });
});
