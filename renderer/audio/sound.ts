import { BalieError } from '#shared/domain/errors.ts';
import type { AudioContract, SlotMicrophone } from '#shared/ipc/audio-list.ts';
import type { Handlers } from '#shared/ipc/server.ts';
import { capture } from './capture.ts';
import { DeviceWatch } from './device-watch.ts';
import type { Emit } from './handlers.ts';
import { probeIce } from './ice-probe.ts';
import { microphoneFailure } from './microphone.ts';
import { MicrophoneLevel } from './microphone-level.ts';
import { chooseSpeaker } from './playback.ts';
import { Ringer } from './ringer.ts';

type SoundCall = 'ring' | 'sound.use' | 'sound.look' | 'sound.test' | 'sound.watch' | 'ice.probe';

const codes = { denied: 'media.microphone-denied', missing: 'media.microphone-missing', failed: 'media.failed', open: 'internal' } as const satisfies Record<SlotMicrophone, string>;

/** The devices of this window: which there are, which are used, what rings. */
export function createSound(emit: Emit): { readonly handlers: Pick<Handlers<AudioContract>, SoundCall>; start(): void } {
  const ringer = new Ringer();
  const level = new MicrophoneLevel((value) => emit('sound.level', { level: value }));
  const watch = new DeviceWatch({ isInUse: () => capture.count > 0, onDevices: (devices) => emit('devices', { devices: [...devices] }) });
  capture.onDeviceEnded(() => void watch.look());

  return {
    handlers: {
      ring: ({ tone }) => ringer.set(tone),
      'sound.use': async ({ microphone, speaker, ring, ringInHeadset, ringVolume }) => {
        ringer.choose({ speaker, ring, inHeadset: ringInHeadset, volume: ringVolume });
        await Promise.all([chooseSpeaker(speaker), capture.choose(microphone)]);
      },
      'sound.look': ({ told }) => {
        watch.isTold = told;
        return watch.look();
      },
      'sound.test': ({ role }) => ringer.test(role),
      'sound.watch': async ({ on }) => {
        try {
          if (on) await level.start();
          else level.stop();
        } catch (error) {
          throw new BalieError(codes[microphoneFailure(error)], 'the microphone could not be opened', { cause: error });
        }
      },
      'ice.probe': probeIce,
    },
    start: () => watch.start(),
  };
}
