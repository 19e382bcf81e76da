import { describe, expect, it } from 'vitest';
import { ManualClock } from '#shared/domain/manual-clock.ts';
import type { CallTally } from '#shared/domain/quality/tally.ts';
import { isoNow } from '#shared/domain/clock.ts';
import { connectedCall, endedCall, ringingCall } from '../../tests/fixtures/calls.ts';
import { CallTallies } from './call-tallies.ts';

const ringing = ringingCall({ id: '018f0000-0000-7000-8000-000000000001' });
const call = connectedCall(ringing);

function setUp() {
  const told: CallTally[] = [];
  const clock = new ManualClock();
  const tallies = new CallTallies({ onCounted: (_callId, tally) => void told.push(tally), clock });
  const speak = (operator: boolean, customer: boolean): void => tallies.onVoice(call.id, { operator, customer, at: isoNow(clock) });
  const end = (): void => tallies.observe([{ ...endedCall(ringing, { answered: true }), endedAt: isoNow(clock) }]);
  return { told, clock, tallies, speak, end };
}

describe('CallTallies', () => {
  it('tells of a hold at once, when it begins and when it ends', () => {
    const { told, clock, tallies } = setUp();
    tallies.observe([call]);
    tallies.observe([{ ...call, hold: 'holding' }]);
    expect(told).toEqual([]);
    const since = isoNow(clock);
    tallies.observe([{ ...call, hold: 'on' }]);
    clock.advance(8_000);
    tallies.observe([{ ...call, hold: 'resuming' }]);
    tallies.observe([call]);
    expect(told).toMatchObject([{ holds: 1, heldSince: since }, { holds: 1, holdMs: 8_000, heldSince: null }]);
  });

  it('tells what it heard a few seconds later, together, and all of it at the end', () => {
    const { told, clock, tallies, speak, end } = setUp();
    tallies.observe([call]);
    speak(true, false);
    speak(false, false);
    clock.advance(4_000);
    speak(false, true);
    expect(told).toEqual([]);
    clock.advance(1_000);
    expect(told).toMatchObject([{ heard: true, silences: 1, silenceMs: 4_000 }]);
    speak(true, true);
    clock.advance(2_000);
    end();
    expect(told.at(-1)).toMatchObject({ overlaps: 1, overlapMs: 2_000, silences: 1 });
  });

  it('does not listen to who is muted, held by the other side, or waits for an answer', () => {
    const { told, clock, tallies, speak, end } = setUp();
    tallies.observe([ringing]);
    speak(true, false);
    tallies.observe([{ ...call, muted: true }]);
    speak(false, false);
    clock.advance(60_000);
    tallies.observe([{ ...call, heldByRemote: true }]);
    clock.advance(60_000);
    end();
    expect(told).toEqual([]);
  });

  it('counts a consultation only once it is a conversation of its own', () => {
    const { told, tallies } = setUp();
    const consultation = { ...call, consultationFor: '018f0000-0000-7000-8000-000000000002' };
    tallies.observe([{ ...consultation, hold: 'on' }]);
    expect(told).toEqual([]);
    tallies.observe([{ ...consultation, consultationFor: null }]);
    expect(told).toMatchObject([{ holds: 1, heldSince: null }]);
  });
});
