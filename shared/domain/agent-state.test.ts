import { describe, expect, it } from 'vitest';
import { nextAgentState, type AgentEvent, type AgentState } from './agent-state.ts';

const t0 = '2026-01-01T08:00:00.000Z';
const t1 = '2026-01-01T08:01:00.000Z';
const call = '018f0000-0000-7000-8000-000000000001';
const other = '018f0000-0000-7000-8000-000000000002';

const available: AgentState = { state: 'available', since: t0 };
const pause: AgentState = { state: 'not-ready', reason: 'break', since: t0 };
const onCall: AgentState = { state: 'on-call', since: t0, after: 'available' };
const wrapUp: AgentState = { state: 'wrap-up', since: t0, after: 'available', callId: call };

const table: [string, AgentState, AgentEvent, AgentState][] = [
  ['available stays available', available, { type: 'set-available' }, available],
  ['a break', available, { type: 'set-not-ready', reason: 'break' }, { state: 'not-ready', reason: 'break', since: t1 }],
  ['another reason', pause, { type: 'set-not-ready', reason: 'lunch' }, { state: 'not-ready', reason: 'lunch', since: t1 }],
  ['the same reason', pause, { type: 'set-not-ready', reason: 'break' }, pause],
  ['back from a break', pause, { type: 'set-available' }, { state: 'available', since: t1 }],
  ['a call while available', available, { type: 'call-started' }, { state: 'on-call', since: t1, after: 'available' }],
  ['a call during a break returns to the break', pause, { type: 'call-started' }, { state: 'on-call', since: t1, after: 'break' }],
  ['a second call changes nothing', onCall, { type: 'call-started' }, onCall],
  ['a break asked for during a call waits', onCall, { type: 'set-not-ready', reason: 'break' }, { ...onCall, after: 'break' }],
  ['an answered call is wrapped up', onCall, { type: 'calls-ended', callId: call, wrapUp: true }, { ...wrapUp, since: t1 }],
  ['a missed call is not', onCall, { type: 'calls-ended', callId: call, wrapUp: false }, { state: 'available', since: t1 }],
  ['an end without a call', available, { type: 'calls-ended', callId: call, wrapUp: true }, available],
  ['wrapped up', wrapUp, { type: 'wrapped-up', callId: call }, { state: 'available', since: t1 }],
  ['another call wrapped up', wrapUp, { type: 'wrapped-up', callId: other }, wrapUp],
  ['wrapped up into the break', { ...wrapUp, after: 'break' }, { type: 'wrapped-up', callId: call }, { state: 'not-ready', reason: 'break', since: t1 }],
  ['a call during wrap-up', wrapUp, { type: 'call-started' }, { state: 'on-call', since: t1, after: 'available' }],
];

describe('nextAgentState', () => {
  it.each(table)('%s', (_name, current, event, expected) => {
    expect(nextAgentState(current, event, t1)).toEqual(expected);
  });

  it('returns the same object when nothing changes', () => {
    expect(nextAgentState(available, { type: 'set-available' }, t1)).toBe(available);
  });
});
