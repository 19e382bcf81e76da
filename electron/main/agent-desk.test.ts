import { describe, expect, it, vi } from 'vitest';
import type { AgentState, Readiness } from '#shared/domain/agent-state.ts';
import type { Call } from '#shared/domain/call.ts';
import { ManualClock } from '#shared/domain/manual-clock.ts';
import { connectedCall, endedCall, ringingCall } from '../../tests/fixtures/calls.ts';
import { AgentDesk } from './agent-desk.ts';

function setUp(before: 'available' | 'signed-in' = 'available') {
  const clock = new ManualClock();
  const forget = vi.fn();
  const states: string[] = [];
  const told: Readiness[] = [];
  const since = new Date(clock.now()).toISOString();
  const initial: AgentState = before === 'available' ? { state: 'available', since } : { state: 'not-ready', reason: before, since };
  const desk = new AgentDesk({ clock, initial, forget, onState: (state) => states.push(state.state), tellLine: (readiness) => told.push(readiness) });
  return { clock, forget, states, told, desk };
}

const first = ringingCall({ id: '018f0000-0000-7000-8000-000000000001' });
const second = ringingCall({ id: '018f0000-0000-7000-8000-000000000002' });

describe('AgentDesk', () => {
  it('tells the line who just signed in and takes no calls yet, then each change', () => {
    const { desk, told } = setUp('signed-in');
    desk.start();
    expect(told).toEqual([{ isReady: false, notReady: 'signed-in' }]);
    desk.setAvailable();
    desk.observe([connectedCall(first)]);
    desk.setNotReady('break');
    expect(told.slice(1)).toEqual([{ isReady: true, notReady: null }, { isReady: true, notReady: null }, { isReady: false, notReady: null }]);
  });

  it('goes through a call to its wrap-up and back', () => {
    const { desk, states, forget } = setUp();
    const life: Call[] = [first, connectedCall(first), endedCall(first, { answered: true })];
    for (const call of life) desk.observe([call]);
    expect(states).toEqual(['on-call', 'wrap-up']);
    desk.wrappedUp(first.id);
    expect(states.at(-1)).toBe('available');
    expect(forget).toHaveBeenCalledWith(first.id);
  });

  it('does not ask to wrap up a call that was never answered, and lets go of it after a moment', () => {
    const { desk, states, clock, forget } = setUp();
    desk.observe([first]);
    desk.observe([endedCall(first, { answered: false })]);
    expect(states).toEqual(['on-call', 'available']);
    expect(forget).not.toHaveBeenCalled();
    clock.advance(4_000);
    expect(forget).toHaveBeenCalledExactlyOnceWith(first.id);
  });

  it('wraps up two answered calls one after the other', () => {
    const { desk, states } = setUp();
    desk.observe([connectedCall(first), connectedCall(second)]);
    desk.observe([endedCall(first, { answered: true }), connectedCall(second)]);
    expect(states).toEqual(['on-call']);
    desk.observe([endedCall(first, { answered: true }), endedCall(second, { answered: true })]);
    expect(desk.state).toMatchObject({ state: 'wrap-up', callId: first.id });
    desk.wrappedUp(first.id);
    expect(desk.state).toMatchObject({ state: 'wrap-up', callId: second.id });
    desk.wrappedUp(second.id);
    expect(desk.state.state).toBe('available');
  });

  it('keeps a wrap-up that a missed call interrupts', () => {
    const { desk } = setUp();
    desk.observe([connectedCall(first)]);
    desk.observe([endedCall(first, { answered: true })]);
    desk.observe([endedCall(first, { answered: true }), second]);
    expect(desk.state.state).toBe('on-call');
    desk.observe([endedCall(first, { answered: true }), endedCall(second, { answered: false })]);
    expect(desk.state).toMatchObject({ state: 'wrap-up', callId: first.id });
  });

  it('does not mind the wrap-up of a call it does not know: an older, interrupted one', () => {
    const { desk, states } = setUp();
    desk.wrappedUp('018f0000-0000-7000-8000-00000000000f');
    expect(states).toEqual([]);
  });

  it('wraps up a transferred call once, and not the consultation about it', () => {
    const { desk, clock, forget } = setUp();
    const consultation = { ...connectedCall(second), consultationFor: first.id };
    desk.observe([connectedCall(first), consultation]);
    desk.observe([
      { ...endedCall(first, { answered: true }), cause: 'transferred' },
      { ...endedCall(second, { answered: true }), cause: 'transferred', consultationFor: first.id },
    ]);
    expect(desk.state).toMatchObject({ state: 'wrap-up', callId: first.id });
    clock.advance(4_000);
    expect(forget).toHaveBeenCalledExactlyOnceWith(second.id);
    desk.wrappedUp(first.id);
    expect(desk.state.state).toBe('available');
  });

  it('wraps up a consultation that went on when its caller was gone', () => {
    const { desk } = setUp();
    desk.observe([endedCall(first, { answered: true }), connectedCall(second)]);
    desk.observe([endedCall(first, { answered: true }), endedCall(second, { answered: true })]);
    desk.wrappedUp(first.id);
    expect(desk.state).toMatchObject({ state: 'wrap-up', callId: second.id });
  });
});
