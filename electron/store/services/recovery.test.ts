import { describe, expect, it } from 'vitest';
import { newId } from '#shared/domain/ids.ts';
import { ManualClock } from '#shared/domain/manual-clock.ts';
import { silentLogger } from '#shared/domain/logger.ts';
import { databaseAt } from '../../../tests/integration/store/support/raw-database.ts';
import { Connection } from '../database/connection.ts';
import { readState } from '../queries/device-state.ts';
import type { StoreContext } from './context.ts';
import { answerInteraction, endInteraction, openInteraction } from './interaction-calls.ts';
import { interactionFile } from './interaction-file.ts';
import { heartbeatMs, markInterrupted, startHeartbeat } from './recovery.ts';

function bench() {
  const clock = new ManualClock(Date.UTC(2026, 10, 23, 9));
  const db = new Connection(databaseAt(), { clock, logger: silentLogger });
  const context: StoreContext = { db, clock, country: () => 'BE', agentId: () => null };
  const callId = newId();
  const instant = (): string => new Date(clock.now()).toISOString();
  const { interactionId } = openInteraction(context, { callId, direction: 'inbound', number: null, called: null, queueKey: null, startedAt: instant() });
  answerInteraction(context, { callId, answeredAt: instant() });
  return { clock, context, callId, interactionId, instant };
}

describe('the heartbeat', () => {
  it('dates the end of a call that a crash cut off, also when nobody typed', () => {
    const { clock, context, interactionId } = bench();
    startHeartbeat(context, (beat) => beat());
    clock.advance(20 * 60_000 + 4_000);
    expect(markInterrupted(context)).toBe(1);
    expect(interactionFile(context, interactionId).interaction).toMatchObject({ interrupted: true, state: 'wrap-up', endedAt: '2026-11-23T09:20:00.000Z' });
  });

  it('writes nothing while no call is up', () => {
    const { clock, context, callId, instant } = bench();
    endInteraction(context, { callId, endedAt: instant(), cause: 'hung-up', endedBy: 'remote' });
    startHeartbeat(context, (beat) => beat());
    clock.advance(heartbeatMs * 5);
    expect(readState(context.db, 'alive-at')).toBeNull();
  });

  it('ends when it is told to', () => {
    const { clock, context } = bench();
    startHeartbeat(context, (beat) => beat())();
    expect(clock.pending).toBe(0);
  });
});

describe('markInterrupted', () => {
  it('leaves calls alone that had ended', () => {
    const { context, callId, interactionId, instant } = bench();
    endInteraction(context, { callId, endedAt: instant(), cause: 'hung-up', endedBy: 'remote' });
    expect(markInterrupted(context)).toBe(0);
    expect(interactionFile(context, interactionId).interaction.interrupted).toBe(false);
  });

  it('counts each call once', () => {
    const { context } = bench();
    expect([markInterrupted(context), markInterrupted(context)]).toEqual([1, 0]);
  });
});
