import type { Call } from '#shared/domain/call.ts';
import { useServices } from '../../app/services.ts';
import { useReport } from '../../app/use-report.ts';
import { useWork } from '../../app/work-context.ts';
import { isHeld } from './choose-work.ts';

interface CallActions {
  readonly answer: (call: Call) => void;
  readonly decline: (call: Call) => void;
  readonly hangUp: (call: Call) => void;
  readonly toggleMute: (call: Call) => void;
  readonly toggleHold: (call: Call) => void;
  /** Takes this call back and shows it; main puts the one that is spoken on on hold first, as it does for an answer. */
  readonly swapTo: (call: Call) => void;
}

/** What the operator can do with a call. A refusal is told in words; a key that does not apply now does nothing. */
export function useCallActions(): CallActions {
  const { main } = useServices();
  const { show } = useWork();
  const report = useReport();

  return {
    answer(call) {
      if (call.state === 'ringing') void report(() => main.call('call.answer', { callId: call.id }));
    },
    decline(call) {
      if (call.state === 'ringing') void report(() => main.call('call.decline', { callId: call.id }));
    },
    hangUp(call) {
      if (call.state === 'ended' || call.state === 'ending' || call.state === 'ringing') return;
      void report(() => main.call('call.hangUp', { callId: call.id }));
    },
    toggleMute(call) {
      if (call.state === 'connected') void report(() => main.call('call.setMuted', { callId: call.id, muted: !call.muted }));
    },
    toggleHold(call) {
      if (call.state === 'connected') void report(() => main.call('call.setHeld', { callId: call.id, held: !isHeld(call) }));
    },
    swapTo(call) {
      show({ kind: 'call', callId: call.id });
      if (isHeld(call)) void report(() => main.call('call.switchTo', { callId: call.id }));
    },
  };
}
