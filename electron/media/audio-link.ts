import type { AudioContract } from '#shared/ipc/audio-list.ts';
import type { CallOptions } from '#shared/ipc/client.ts';
import type { CallInput, CallName, CallOutput, EventName, EventPayload } from '#shared/ipc/contract.ts';

/** The audio window as the rest of main sees it: it may be away for a moment and come back as another one. */
export interface AudioLink {
  readonly isUp: boolean;
  /** @throws {BalieError} `media.window-down` while there is no window, or when it dies before it has answered. */
  call<N extends CallName<AudioContract>>(name: N, input: CallInput<AudioContract, N>, options?: CallOptions): Promise<CallOutput<AudioContract, N>>;
  /** Events of whichever window is up. @returns a function that stops listening. */
  on<N extends EventName<AudioContract>>(name: N, listener: (payload: EventPayload<AudioContract, N>) => void): () => void;
  /** A window can be used; nothing of a former one is left in it. */
  onUp(listener: () => void): () => void;
  /** The window has gone, and with it all its slots. */
  onDown(listener: () => void): () => void;
}
