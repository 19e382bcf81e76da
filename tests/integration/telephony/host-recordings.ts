import { mkdirSync } from 'node:fs';
import type { Call } from '#shared/domain/call.ts';
import { systemClock } from '#shared/domain/clock.ts';
import type { Logger } from '#shared/domain/logger.ts';
import type { AudioLink } from '../../../electron/media/audio-link.ts';
import type { SoundFact } from '../../../electron/media/call-sound.ts';
import { RecordingDesk } from '../../../electron/recording/recording-desk.ts';
import { RecordingFile } from '../../../electron/recording/recording-file.ts';
import type { Telephony } from '../../../electron/telephony/telephony.ts';

/** Of the test's device: there is no vault here. */
export const hostRecordingKey = Buffer.alloc(32, 7);

interface HostRecordingsOptions {
  readonly folder: string;
  readonly link: AudioLink;
  readonly logger: Logger;
  readonly telephony: () => Telephony;
  readonly onRecorded: (recording: { readonly fileId: string; readonly seconds: number }) => void;
}

/** Recording on demand, as the application has it. */
export class HostRecordings {
  readonly #desk: RecordingDesk;

  constructor({ folder, link, logger, telephony, onRecorded }: HostRecordingsOptions) {
    this.#desk = new RecordingDesk({
      link,
      clock: systemClock,
      logger,
      policy: () => 'on-demand',
      agentId: () => null,
      openFile: (about, onFailed) => {
        mkdirSync(folder, { recursive: true });
        return new RecordingFile(folder, hostRecordingKey, about, onFailed);
      },
      onState: (callId, state) => telephony().setRecording(callId, state),
      onRecorded: (_callId, recording) => onRecorded(recording),
    });
  }

  observe(calls: readonly Call[]): void {
    this.#desk.observe(calls);
  }

  hear(callId: string, fact: SoundFact): void {
    if (fact.type === 'slot') this.#desk.onSlot(callId, fact.slot.id);
  }

  perform(what: string, callId: string): unknown {
    switch (what) {
      case 'start':
        return this.#desk.start(callId);
      case 'pause':
        return this.#desk.pause(callId, 'sensitive-field');
      default:
        return this.#desk.resume(callId, 'sensitive-field');
    }
  }
}
