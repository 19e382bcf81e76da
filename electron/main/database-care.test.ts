import { describe, expect, it } from 'vitest';
import { BalieError } from '#shared/domain/errors.ts';
import { silentLogger } from '#shared/domain/logger.ts';
import { ManualClock } from '#shared/domain/manual-clock.ts';
import { DatabaseCare } from './database-care.ts';
import type { MainState } from './main-state.ts';

const dayMs = 86_400_000;

function bench() {
  const clock = new ManualClock();
  const renewals: boolean[] = [];
  const facts = { ready: true, idle: 600, calls: [] as { state: string }[], made: clock.now(), refuses: false };
  const care = new DatabaseCare({
    clock,
    logger: silentLogger,
    database: {
      get keyMadeAt() {
        return new Date(facts.made).toISOString();
      },
    },
    store: {
      get ready() {
        return facts.ready;
      },
      renew: (withKey) => {
        renewals.push(withKey);
        if (facts.refuses) return Promise.reject(new BalieError('store.disk-full', 'full'));
        if (withKey) facts.made = clock.now();
        return Promise.resolve({ before: 2, after: 1 });
      },
    },
    state: {
      get snapshot() {
        return { calls: facts.calls };
      },
    } as unknown as MainState,
    idleSeconds: () => facts.idle,
  });
  /** Lets time pass, and what is begun meanwhile end. */
  const pass = async (ms: number): Promise<void> => {
    for (let passed = 0; passed < ms; passed += 60_000) {
      clock.advance(60_000);
      await Promise.resolve();
      await Promise.resolve();
      await Promise.resolve();
    }
  };
  return { care, clock, renewals, facts, pass };
}

describe('the key of the database', () => {
  it('is renewed when it is older than the centre wants, and then stays', async () => {
    const { care, renewals, facts, pass, clock } = bench();
    care.provision({ keyDays: 90, keysMadeSince: null });
    await pass(300_000);
    expect(renewals).toEqual([]);
    facts.made = clock.now() - 91 * dayMs;
    await pass(300_000);
    expect(renewals).toEqual([true]);
  });

  it('is renewed where the administrator asks for it', async () => {
    const { care, renewals, facts, pass, clock } = bench();
    facts.made = clock.now() - dayMs;
    care.provision({ keyDays: 0, keysMadeSince: new Date(clock.now()).toISOString() });
    await pass(300_000);
    expect(renewals).toEqual([true]);
  });

  it.each<[string, (facts: ReturnType<typeof bench>['facts']) => void, (facts: ReturnType<typeof bench>['facts']) => void]>([
    ['somebody works at the workstation', (facts) => (facts.idle = 5), (facts) => (facts.idle = 60)],
    ['a call is not wrapped up', (facts) => (facts.calls = [{ state: 'ended' }]), (facts) => (facts.calls = [])],
    ['the database is away', (facts) => (facts.ready = false), (facts) => (facts.ready = true)],
  ])('waits while %s', async (_, begin, end) => {
    const { care, renewals, facts, pass, clock } = bench();
    facts.made = clock.now() - 91 * dayMs;
    begin(facts);
    care.provision({ keyDays: 90, keysMadeSince: null });
    await pass(600_000);
    expect(renewals).toEqual([]);
    end(facts);
    await pass(120_000);
    expect(renewals).toEqual([true]);
  });

  it('stays where the disk is full, and is tried again hours later', async () => {
    const { care, renewals, facts, pass, clock } = bench();
    facts.made = clock.now() - 91 * dayMs;
    facts.refuses = true;
    care.provision({ keyDays: 90, keysMadeSince: null });
    await pass(3_600_000);
    expect(renewals).toHaveLength(1);
    facts.refuses = false;
    await pass(6 * 3_600_000);
    expect(renewals).toHaveLength(2);
  });

  it('nobody asks for after a sign-out', async () => {
    const { care, renewals, facts, pass, clock } = bench();
    facts.made = clock.now() - 91 * dayMs;
    care.provision({ keyDays: 90, keysMadeSince: null });
    care.provision(null);
    await pass(300_000);
    expect(renewals).toEqual([]);
  });
});

describe('compacting', () => {
  it('is not for a call', async () => {
    const { care, facts, renewals } = bench();
    facts.calls = [{ state: 'connected' }];
    await expect(care.compact()).rejects.toMatchObject({ code: 'call.illegal' });
    facts.calls = [];
    expect(await care.compact()).toEqual({ before: 2, after: 1 });
    expect(renewals).toEqual([false]);
  });
});
