import { describe, expect, test } from 'vitest';
import type { Session, TerminateOptions } from './jssip.ts';
import { guardSession, type Fault } from './session-guard.ts';

function guarded(keeps: readonly Fault[]): { readonly session: Session; readonly said: string[] } {
  const said: string[] = [];
  const session = {
    onTransportError: () => said.push('ended: transport'),
    onRequestTimeout: () => said.push('ended: timeout'),
    onDialogError: () => said.push('ended: dialog'),
    terminate: (options?: TerminateOptions) => said.push(`terminated: ${options?.reason_phrase ?? 'by us'}`),
  } as unknown as Session;
  guardSession(session, { survives: (fault) => keeps.includes(fault), onFault: (fault, kept) => said.push(`${fault} ${kept ? 'kept' : 'let go'}`) });
  return { session, said };
}

describe('faults of the signalling', () => {
  test.each([
    ['transport', (session: Session) => session.onTransportError()],
    ['timeout', (session: Session) => session.onRequestTimeout()],
    ['dialog', (session: Session) => session.onDialogError()],
  ] as const)('%s ends the call only when it is let go', (fault, strike) => {
    const kept = guarded([fault]);
    strike(kept.session);
    expect(kept.said).toEqual([`${fault} kept`]);
    const letGo = guarded([]);
    strike(letGo.session);
    expect(letGo.said).toEqual([`${fault} let go`, `ended: ${fault}`]);
  });

  test('our own hanging up passes', () => {
    const { session, said } = guarded(['transport', 'timeout', 'dialog']);
    session.terminate();
    session.terminate({ status_code: 486, reason_phrase: 'Busy Here' });
    expect(said).toEqual(['terminated: by us', 'terminated: Busy Here']);
  });
});
