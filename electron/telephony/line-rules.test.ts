import { describe, expect, test } from 'vitest';
import { notReadyReasons } from '#shared/domain/agent-state.ts';
import { connectedCall, endedCall, ringingCall } from '../../tests/fixtures/calls.ts';
import { availabilityOf, openLine, receptionOf } from './line-rules.ts';

const talking = connectedCall(ringingCall());
const over = endedCall(ringingCall(), { answered: true });

test('colleagues are told that the operator is not ready, not for which reason', () => {
  const told = [null, ...notReadyReasons].map((notReady) => availabilityOf({ ...openLine, notReady }));
  expect(told).toEqual(['available', 'not-ready', 'break', 'break', 'not-ready', 'not-ready', 'not-ready', 'not-ready']);
  expect(availabilityOf({ ...openLine, doNotDisturb: true, notReady: 'break' })).toBe('do-not-disturb');
});

describe('a new call', () => {
  test('is offered, also beside another one', () => {
    expect(receptionOf([], openLine, 4)).toEqual({ kind: 'offer' });
    expect(receptionOf([talking, talking, talking], openLine, 4)).toEqual({ kind: 'offer' });
  });

  test('is busy when the line is full; what has ended takes no room', () => {
    expect(receptionOf([talking, talking, talking, talking], openLine, 4)).toMatchObject({ status: 486, isMissed: false });
    expect(receptionOf([talking, over, over, over], openLine, 4)).toEqual({ kind: 'offer' });
  });

  test('is unavailable under do not disturb, and shown as missed', () => {
    expect(receptionOf([], { ...openLine, doNotDisturb: true }, 4)).toMatchObject({ kind: 'turn-away', status: 480, isMissed: true });
  });

  test('is busy during another one where the operator wants that', () => {
    const rules = { ...openLine, whileTalking: 'busy' } as const;
    expect(receptionOf([talking], rules, 4)).toMatchObject({ kind: 'turn-away', status: 486, isMissed: true });
    expect(receptionOf([over], rules, 4)).toEqual({ kind: 'offer' });
  });

  test('goes elsewhere only while the operator is not ready', () => {
    const rules = { ...openLine, forwardTo: '1700' };
    expect(receptionOf([], rules, 4)).toEqual({ kind: 'offer' });
    expect(receptionOf([], { ...rules, isReady: false }, 4)).toEqual({ kind: 'forward', target: '1700' });
    expect(receptionOf([], { ...openLine, isReady: false }, 4)).toEqual({ kind: 'offer' });
  });

  test('under do not disturb is not forwarded', () => {
    expect(receptionOf([], { ...openLine, doNotDisturb: true, forwardTo: '1700', isReady: false }, 4)).toMatchObject({ status: 480 });
  });
});
