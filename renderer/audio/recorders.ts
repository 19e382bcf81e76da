import { BalieError } from '#shared/domain/errors.ts';
import type { AudioContract } from '#shared/ipc/audio-list.ts';
import type { Handlers } from '#shared/ipc/server.ts';
import type { Emit } from './handlers.ts';
import { Recorder } from './recorder.ts';
import type { Slot } from './slot.ts';

type RecordingCall = 'recording.start' | 'recording.pause' | 'recording.stop';

/** The recordings of this window, one a slot. */
export class Recorders {
  readonly handlers: Pick<Handlers<AudioContract>, RecordingCall>;
  readonly #emit: Emit;
  readonly #recorders = new Map<number, Recorder>();

  constructor(find: (slot: number) => Slot, emit: Emit) {
    this.handlers = {
      'recording.start': ({ slot, paused }) => {
        if (this.#recorders.has(slot)) throw new BalieError('media.failed', `slot ${slot} is being recorded`);
        const recorder = new Recorder(find(slot).sources, {
          chunk: (data) => emit('recording.chunk', { slot, data }),
          failed: (message) => emit('recording.failed', { slot, message: message.slice(0, 2000) }),
        });
        recorder.setPaused(paused);
        this.#recorders.set(slot, recorder);
      },
      'recording.pause': ({ slot, paused }) => this.#get(slot).setPaused(paused),
      'recording.stop': async ({ slot }) => {
        this.#get(slot);
        await this.#end(slot);
      },
    };
    this.#emit = emit;
  }

  /** The slot is being closed: what was heard so far is still told. */
  drop(slot: number): void {
    if (this.#recorders.has(slot)) void this.#end(slot);
  }

  async #end(slot: number): Promise<void> {
    const recorder = this.#recorders.get(slot);
    this.#recorders.delete(slot);
    await recorder?.stop();
    this.#emit('recording.ended', { slot });
  }

  #get(slot: number): Recorder {
    const recorder = this.#recorders.get(slot);
    if (recorder === undefined) throw new BalieError('media.failed', `slot ${slot} is not being recorded`);
    return recorder;
  }
}
