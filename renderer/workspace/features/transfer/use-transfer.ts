import type { Call } from '#shared/domain/call.ts';
import { useOnce } from '../../app/use-once.ts';
import { useServices } from '../../app/services.ts';

interface TransferActions {
  readonly busy: boolean;
  /** Brings both together and leaves; `note` goes to the colleague. */
  readonly complete: (customer: Call, note: string) => void;
  /** Back to the customer, whatever was begun. Never transfers. */
  readonly back: (customer: Call) => void;
  readonly switchTo: (call: Call) => void;
  readonly join: (one: Call, other: Call) => void;
  readonly drop: (call: Call) => void;
  readonly split: (stays: Call) => void;
  readonly leave: (note: string) => void;
  readonly hangUp: (calls: readonly Call[]) => void;
  readonly dismiss: (customer: Call) => void;
}

/** What can be done with two people on the line. While one of these is under way the others wait: a double click is one wish. */
export function useTransfer(): TransferActions {
  const { main } = useServices();
  const { busy, once } = useOnce();
  const run = (action: () => Promise<unknown>): void => void once(action);
  return {
    busy,
    complete: (customer, note) => run(() => main.call('transfer.complete', { callId: customer.id, note: note.trim() })),
    back: (customer) => run(() => main.call('transfer.cancel', { callId: customer.id })),
    switchTo: (call) => run(() => main.call('call.switchTo', { callId: call.id })),
    join: (one, other) => run(() => main.call('conference.join', { callId: one.id, withCallId: other.id })),
    drop: (call) => run(() => main.call('conference.drop', { callId: call.id })),
    split: (stays) => run(() => main.call('conference.split', { callId: stays.id })),
    leave: (note) => run(() => main.call('conference.leave', { note: note.trim() })),
    hangUp: (calls) => run(() => Promise.all(calls.map((call) => main.call('call.hangUp', { callId: call.id })))),
    dismiss: (customer) => run(() => main.call('transfer.dismiss', { callId: customer.id })),
  };
}
