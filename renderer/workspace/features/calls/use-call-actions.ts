import type { Call } from '#shared/domain/call.ts';
import { useServices } from '../../app/services.ts';
import { useReport } from '../../app/use-report.ts';
import { useWork } from '../../app/work-context.ts';
import { isHeld } from './choose-work.ts';

interface CallActions {
  readonly answer: (callId: string) => void;
  readonly decline: (callId: string) => void;
  readonly hangUp: (callId: string) => void;
  readonly toggleMute: (callId: string) => void;
  readonly toggleHold: (callId: string) => void;
  /** Takes this call back and shows it; main puts the one that is spoken on on hold first, as it does for an answer. */
  readonly swapTo: (callId: string) => void;
}

/** What the operator can do with a call, as it is at that moment. A refusal is told in words; a key that does not apply now does nothing. */
export function useCallActions(): CallActions {
  const { main, snapshots } = useServices();
  const { show } = useWork();
  const report = useReport();

  function when<S extends Call['state']>(callId: string, state: S, act: (call: Extract<Call, { state: S }>) => Promise<unknown>): void {
    const call = snapshots.current()?.calls.find((candidate) => candidate.id === callId);
    if (call?.state === state) void report(() => act(call as Extract<Call, { state: S }>));
  }

  return {
    answer: (callId) => when(callId, 'ringing', () => main.call('call.answer', { callId })),
    decline: (callId) => when(callId, 'ringing', () => main.call('call.decline', { callId })),
    hangUp(callId) {
      for (const state of ['answering', 'dialling', 'alerting', 'connected'] as const) when(callId, state, () => main.call('call.hangUp', { callId }));
    },
    toggleMute: (callId) => when(callId, 'connected', ({ muted }) => main.call('call.setMuted', { callId, muted: !muted })),
    toggleHold: (callId) => when(callId, 'connected', (call) => main.call('call.setHeld', { callId, held: !isHeld(call) })),
    swapTo(callId) {
      show({ kind: 'call', callId });
      when(callId, 'connected', async (call) => {
        if (isHeld(call)) await main.call('call.switchTo', { callId });
      });
    },
  };
}
