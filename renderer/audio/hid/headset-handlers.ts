import type { AudioContract } from '#shared/ipc/audio-list.ts';
import type { Handlers } from '#shared/ipc/server.ts';
import type { Emit } from '../handlers.ts';
import { Headsets } from './headsets.ts';
import type { HidSource } from './web-hid.ts';

type HeadsetHandlers = Pick<Handlers<AudioContract>, 'headset.use' | 'headset.show'>;

/** Watches the headsets of this machine, and what main may ask of the one in use. */
export function createHeadsetHandlers(source: HidSource, emit: Emit): HeadsetHandlers {
  const headsets = new Headsets(source, {
    onDevices: (devices) => emit('headset.devices', { devices }),
    onChange: (id, change) => emit('headset.input', { id, ...change }),
  });
  headsets.watch().catch((error: unknown) => emit('defect', { message: `headsets cannot be watched: ${String(error)}`.slice(0, 2000) }));
  return {
    'headset.use': ({ id, standing }) => headsets.use(id, standing),
    'headset.show': ({ id, lights }) => headsets.show(id, lights),
  };
}

declare global {
  interface Navigator {
    /** Not in TypeScript's library. Absent where the runtime has no HID service. */
    readonly hid?: HidSource;
  }
}

const noDevices: HidSource = { getDevices: () => Promise.resolve([]), addEventListener: () => undefined };

/** @returns the devices of this machine. */
export function machineDevices(): HidSource {
  return navigator.hid ?? noDevices;
}
