import { describe, expect, test } from 'vitest';
import { connectedCall, endedCall, ringingCall } from '../../tests/fixtures/calls.ts';
import { MissedCalls } from './missed-calls.ts';

const ringing = ringingCall();
const missed = endedCall(ringing, { answered: false });

describe('the last missed call', () => {
  test('is kept until that caller is spoken to', () => {
    const calls = new MissedCalls();
    calls.observe([missed], 'BE');
    expect(calls.last).toEqual({ raw: '+3292254107', at: missed.endedAt });
    calls.observe([], 'BE');
    expect(calls.last).not.toBeNull();
    calls.observe([connectedCall(ringingCall())], 'BE');
    expect(calls.last).toBeNull();
  });

  test('is not told twice: once called back it stays away', () => {
    const calls = new MissedCalls();
    calls.observe([missed], 'BE');
    calls.clear();
    calls.observe([missed], 'BE');
    expect(calls.last).toBeNull();
  });

  test.each([
    ['that was answered', endedCall(ringing, { answered: true })],
    ['that was answered elsewhere', { ...missed, cause: 'answered-elsewhere' as const }],
    ['that the operator declined', { ...missed, cause: 'declined' as const }],
    ['that was sent elsewhere', { ...missed, cause: 'forwarded' as const }],
    ['that the operator made', { ...missed, direction: 'outbound' as const }],
    ['of somebody who hides', { ...missed, party: { number: null, raw: 'anonymous', displayName: null } }],
    ['that cannot be dialled', { ...missed, party: { number: null, raw: 'a b@c', displayName: null } }],
  ])('is none %s', (_what, call) => {
    const calls = new MissedCalls();
    calls.observe([call], 'BE');
    expect(calls.last).toBeNull();
  });
});
