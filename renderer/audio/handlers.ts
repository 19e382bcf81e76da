import { BalieError } from '#shared/domain/errors.ts';
import type { AudioContract } from '#shared/ipc/audio-list.ts';
import type { EventName, EventPayload } from '#shared/ipc/contract.ts';
import type { Handlers } from '#shared/ipc/server.ts';
import { capture } from './capture.ts';
import { CollectClosed } from './collect-closed.ts';
import { createHeadsetHandlers, machineDevices } from './hid/headset-handlers.ts';
import { graphCount } from './graph-context.ts';
import { Mixer } from './mixer.ts';
import { playerCount } from './playback.ts';
import { Recorders } from './recorders.ts';
import { Slot } from './slot.ts';
import { createSound } from './sound.ts';

export type Emit = <N extends EventName<AudioContract>>(name: N, payload: EventPayload<AudioContract, N>) => void;

/** What main may ask of this window; `start` once somebody listens to what it says. */
export function createHandlers(emit: Emit): { readonly handlers: Handlers<AudioContract>; start(): void } {
  const slots = new Map<number, Slot>();
  const sound = createSound(emit);
  const mixer = new Mixer();
  const recorders = new Recorders(find, emit);
  const garbage = new CollectClosed();

  function find(id: number): Slot {
    const slot = slots.get(id);
    if (slot === undefined) throw new BalieError('media.failed', `there is no slot ${id}`);
    return slot;
  }

  async function negotiate<T>(work: Promise<T>): Promise<T> {
    try {
      return await work;
    } catch (error) {
      // The browser's text names the line of the SDP that it did not like; never its addresses.
      throw new BalieError('media.failed', error instanceof DOMException ? `${error.name}: ${error.message.slice(0, 200)}` : String(error), { cause: error });
    }
  }

  const handlers: Handlers<AudioContract> = {
    ...sound.handlers,
    ...recorders.handlers,
    ...createHeadsetHandlers(machineDevices(), emit),
    ping: () => undefined,
    'slot.open': ({ slot, ice, codecs }) => {
      slots.get(slot)?.close();
      slots.set(
        slot,
        new Slot(ice, codecs, {
          ice: (state) => emit('slot.ice', { slot, state }),
          microphone: (state) => emit('slot.microphone', { slot, state }),
          relay: (state) => emit('slot.relay', { slot, state }),
          meter: (reading) => emit('slot.meter', { slot, ...reading }),
          quality: (second) => emit('slot.quality', { slot, ...second }),
          voice: (voice) => emit('slot.voice', { slot, ...voice }),
          defect: (message) => emit('defect', { message: message.slice(0, 2000) }),
        }),
      );
    },
    'slot.offer': async ({ slot, iceRestart, held }) => ({ sdp: await negotiate(find(slot).offer(iceRestart, held)) }),
    'slot.answer': async ({ slot, sdp }) => ({ sdp: await negotiate(find(slot).answer(sdp)) }),
    'slot.accept': ({ slot, sdp }) => negotiate(find(slot).accept(sdp)),
    'slot.rollback': ({ slot }) => negotiate(find(slot).rollback()),
    'slot.commit': ({ slot, candidates }) => find(slot).commit(candidates),
    'slot.gate': ({ slot, microphone, speaker }) => find(slot).gate(microphone, speaker),
    'slot.digits': async ({ slot, digits }) => negotiate(find(slot).digits(digits)),
    'mix.set': ({ slots: ids }) => negotiate(mixer.set(ids.map(find))),
    'slot.close': ({ slot }) => {
      mixer.drop(slots.get(slot));
      recorders.drop(slot);
      slots.get(slot)?.close();
      slots.delete(slot);
      garbage.closed();
    },
    census: () => ({ slots: slots.size, captures: capture.count, players: playerCount(), graphs: graphCount() }),
  };
  return { handlers, start: () => sound.start() };
}
