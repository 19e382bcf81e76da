import type { SlotMicrophone, SoundPlan } from '#shared/ipc/audio-list.ts';
import { openKeyGate } from './key-gate.ts';

/** Which microphone, and what is done to its sound. */
export type MicrophoneChoice = Readonly<SoundPlan['microphone']>;

/** Until main has said otherwise. Gain control is off: it creeps up over a day of calls; the operator's headset has a level of its own. */
export const firstChoice: MicrophoneChoice = { deviceId: null, echoCancellation: true, noiseSuppression: true, autoGainControl: false, keyNoiseSuppression: false };

/** A microphone that is open, with its sound processed. */
export interface OpenMicrophone {
  /** Clone it: it ends with {@link close}. */
  readonly track: MediaStreamTrack;
  /** False once the device was pulled out, or taken away by the system. */
  readonly isLive: boolean;
  /** Whether its sound is processed as was asked. Chromium gives a device that is open already as it is, and says so only in the track's settings. */
  readonly isAsAsked: boolean;
  onEnded: () => void;
  close(): void;
}

/** @throws {DOMException} of getUserMedia. A device that has just gone is no reason: then it is the system's. */
export async function openMicrophone(choice: MicrophoneChoice): Promise<OpenMicrophone> {
  const stream = await openDevice(choice);
  const device = stream.getAudioTracks()[0];
  if (device === undefined) throw new DOMException('no audio track', 'NotFoundError');
  try {
    const gate = choice.keyNoiseSuppression ? await openKeyGate(stream) : null;
    const opened: OpenMicrophone = {
      track: gate?.track ?? device,
      get isLive() {
        return device.readyState === 'live';
      },
      isAsAsked: isProcessedAs(device, choice),
      onEnded: () => undefined,
      close() {
        device.stop();
        gate?.close();
      },
    };
    device.addEventListener('ended', () => opened.onEnded());
    return opened;
  } catch (error) {
    device.stop();
    throw error;
  }
}

function isProcessedAs(device: MediaStreamTrack, choice: MicrophoneChoice): boolean {
  const settings = device.getSettings();
  return (['echoCancellation', 'noiseSuppression', 'autoGainControl'] as const).every((name) => (settings[name] ?? choice[name]) === choice[name]);
}

async function openDevice(choice: MicrophoneChoice): Promise<MediaStream> {
  const { deviceId, echoCancellation, noiseSuppression, autoGainControl } = choice;
  const processing = { echoCancellation, noiseSuppression, autoGainControl };
  if (deviceId === null) return navigator.mediaDevices.getUserMedia({ audio: processing });
  try {
    return await navigator.mediaDevices.getUserMedia({ audio: { ...processing, deviceId: { exact: deviceId } } });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'NotAllowedError') throw error;
    return navigator.mediaDevices.getUserMedia({ audio: processing });
  }
}

/** Why there is no microphone, in the operator's terms. */
export function microphoneFailure(error: unknown): SlotMicrophone {
  const name = error instanceof DOMException ? error.name : '';
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'denied';
  return name === 'NotFoundError' || name === 'OverconstrainedError' ? 'missing' : 'failed';
}
