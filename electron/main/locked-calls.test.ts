import { expect, it } from 'vitest';
import { behindTheLock } from '#shared/domain/behind-the-lock.ts';
import type { CallName } from '#shared/ipc/contract.ts';
import { mainContract, type MainContract } from '#shared/ipc/main-list.ts';
import { ManualClock } from '#shared/domain/manual-clock.ts';
import { newId } from '#shared/domain/ids.ts';
import { connectedCall, ringingCall } from '../../tests/fixtures/calls.ts';
import { admitWhileLocked } from './locked-calls.ts';
import { MainState } from './main-state.ts';

const names = Object.keys(mainContract.calls) as CallName<MainContract>[];
const lock = { since: '2026-01-01T08:00:00.000Z', retryAt: null };

function admitted(state: MainState): string[] {
  const admit = admitWhileLocked(state);
  return names.filter((name) => {
    try {
      admit(name);
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
  expect(() => admitWhileLocked(state)('office.export')).toThrow(expect.objectContaining({ code: 'lock.locked' }));
  // Whose session has ended shows who they are at the door.
  state.update({ session: { state: 'signed-out', centralUrl: null, error: 'session.expired' } });
  expect(admitted(state).sort()).toEqual([...left, 'session.signIn', 'session.signInWithProvider'].sort());
});

it('of a call a locked desk shows the number, and nothing that names anybody', () => {
  const state = new MainState(new ManualClock());
  const party = { number: '+32475112233', raw: '+32475112233', displayName: 'Ann De Smet' };
  state.update({
    calls: [ringingCall({ party, handOver: 'Mevrouw De Smet wacht op haar kredietnota', queueKey: 'incasso', called: '+3292223344' }), connectedCall(ringingCall({ party }))],
    presence: [{ number: '204', state: 'busy', remote: null } as never],
    dialRequests: [{ id: newId(), target: '+32475998877', at: lock.since }],
    line: { doNotDisturb: false, forwardTo: null, missed: { raw: '+32475665544', at: lock.since } },
  });
  expect(behindTheLock(state.snapshot)).toBe(state.snapshot);
  state.update({ lock });
  const shown = JSON.stringify(behindTheLock(state.snapshot));
  expect(shown).toContain('+32475112233');
  for (const hidden of ['De Smet', 'kredietnota', 'incasso', '3292223344', '475998877', '475665544', '204']) expect(shown).not.toContain(hidden);
});
