import { describe, expect, it } from 'vitest';
import { behindTheLock } from '#shared/domain/behind-the-lock.ts';
import type { CallName } from '#shared/ipc/contract.ts';
import { mainContract, type MainContract } from '#shared/ipc/main-list.ts';
import { ManualClock } from '#shared/domain/manual-clock.ts';
import { newId } from '#shared/domain/ids.ts';
import type { LinePolicy } from '#shared/domain/line-policy.ts';
import { silentLogger } from '#shared/domain/logger.ts';
import { connectedCall, ringingCall } from '../../tests/fixtures/calls.ts';
import { admitWhileLocked } from './locked-calls.ts';
import { MainState } from './main-state.ts';

const names = Object.keys(mainContract.calls) as CallName<MainContract>[];
const policy: LinePolicy = { country: 'BE', emergencyNumbers: ['112', '101'], digitSequences: [{ label: 'Pincode voicemail', digits: '1234#' }], hasVoicemail: true, canPickUp: true, canForward: true, recording: 'never', exports: [], organisation: 'Wijnhuis De Linde' };
const lock = { since: '2026-01-01T08:00:00.000Z', retryAt: null };

function admitted(state: MainState): string[] {
  const admit = admitWhileLocked(state, silentLogger);
  return names.filter((name) => {
    try {
      admit(name, undefined);
      return true;
    } catch {
      return false;
    }
  });
}

it('an open desk is refused nothing; of a locked one the telephone, the way in and the way out are left', () => {
  const state = new MainState(new ManualClock());
  expect(admitted(state)).toEqual(names);
  const agent = { id: newId(), version: 1, updatedAt: lock.since, username: 'lotte', name: 'Lotte', extension: null, team: null, languages: ['nl' as const] };
  state.update({ lock, session: { state: 'signed-in', centralUrl: 'http://127.0.0.1:1/', agent, offline: false } });
  const left = ['snapshot.get', 'session.ways', 'session.abandonSignIn', 'session.signOut', 'lock.now', 'lock.open', 'lock.openWithProvider', 'call.answer', 'call.decline', 'call.hangUp', 'call.setMuted', 'call.setHeld', 'settings.get', 'spelling.use', 'log.defect'];
  expect(admitted(state).sort()).toEqual(left.sort());
  expect(() => admitWhileLocked(state, silentLogger)('office.export', undefined)).toThrow(expect.objectContaining({ code: 'lock.locked' }));
  // Whose session has ended shows who they are at the door.
  state.update({ session: { state: 'signed-out', centralUrl: null, error: 'session.expired' } });
  expect(admitted(state).sort()).toEqual([...left, 'session.signIn', 'session.signInWithProvider'].sort());
});

describe('help is called from a locked desk, and nobody else', () => {
  function asks() {
    const state = new MainState(new ManualClock());
    state.update({ policy, lock });
    const admit = admitWhileLocked(state, silentLogger);
    return { state, dial: (target: unknown, confirmed = true) => () => admit('call.dial', { target, confirmed }), digits: (callId: string) => () => admit('call.sendDigits', { callId, digits: '1' }) };
  }
  const locked = expect.objectContaining({ code: 'lock.locked' }) as Error;

  // Whether it is meant, the telephone asks as it does of an open desk.
  it.each(['112', '1 1 2', 'tel:112', '+32 112', '0032101'])('%j is called', (target) => {
    expect(asks().dial(target)).not.toThrow();
    expect(asks().dial(target, false)).not.toThrow();
  });

  it.each(['+32475112233', '112233', '0112', '100', '+49112', '*112#', '112@evil.test', 'sip:112@evil.test', 'sip:colleague', '204', '112,204', '112;phone-context=+1', '', 112, ['112'], null])('%j is refused', (target) => {
    expect(asks().dial(target)).toThrow(locked);
  });

  it('what the centre does not know as an emergency number is refused, and everything where it has said nothing', () => {
    const { state, dial } = asks();
    state.update({ policy: { ...policy, emergencyNumbers: ['911'] } });
    expect(dial('112')).toThrow(locked);
    expect(dial('911')).not.toThrow();
    state.update({ policy: null });
    expect(dial('911')).toThrow(locked);
  });

  it('digits are for the menu of who helps, not for a customer who calls', () => {
    const { state, digits } = asks();
    const party = { number: null, raw: '112', displayName: null };
    const help = connectedCall(ringingCall({ direction: 'outbound', party }));
    const customer = connectedCall(ringingCall());
    // Whoever calls chooses what their number says.
    const liar = connectedCall(ringingCall({ party }));
    state.update({ calls: [help, customer, liar] });
    expect(digits(help.id)).not.toThrow();
    expect(digits(customer.id)).toThrow(locked);
    expect(digits(liar.id)).toThrow(locked);
    expect(digits(newId())).toThrow(locked);
  });
});

it('of a call a locked desk shows the number, and nothing that names anybody', () => {
  const state = new MainState(new ManualClock());
  const party = { number: '+32475112233', raw: '+32475112233', displayName: 'Ann De Smet' };
  state.update({
    calls: [ringingCall({ party, handOver: 'Mevrouw De Smet wacht op haar kredietnota', queueKey: 'incasso', called: '+3292223344' }), connectedCall(ringingCall({ party }))],
    policy,
    presence: [{ number: '204', state: 'busy', remote: null } as never],
    dialRequests: [{ id: newId(), target: '+32475998877', at: lock.since }],
    line: { doNotDisturb: false, forwardTo: null, missed: { raw: '+32475665544', at: lock.since } },
  });
  expect(behindTheLock(state.snapshot)).toBe(state.snapshot);
  state.update({ lock });
  const shown = JSON.stringify(behindTheLock(state.snapshot));
  expect(shown).toContain('+32475112233');
  for (const hidden of ['De Smet', 'kredietnota', 'incasso', '3292223344', '475998877', '475665544', '204', '1234#']) expect(shown).not.toContain(hidden);
});
