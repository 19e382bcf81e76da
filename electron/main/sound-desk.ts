import { isoNow, type Clock } from '#shared/domain/clock.ts';
import type { SoundFact } from '../media/call-sound.ts';
import type { RecordingDesk } from '../recording/recording-desk.ts';
import type { CallRecorder } from './call-recorder.ts';
import type { WorkspaceHost } from './workspace-host.ts';

interface SoundDeskOptions {
  readonly workspace: Pick<WorkspaceHost, 'isSeen' | 'emit'>;
  readonly recorder: Pick<CallRecorder, 'tell' | 'onVoice'>;
  readonly recordings: Pick<RecordingDesk, 'onSlot'>;
  readonly clock: Clock;
}

/** Where the facts about the sound of calls go: to the page, to the store, to the recording. */
export class SoundDesk {
  readonly #options: SoundDeskOptions;

  constructor(options: SoundDeskOptions) {
    this.#options = options;
  }

  take(callId: string, fact: SoundFact): void {
    const { workspace, recorder, recordings, clock } = this.#options;
    switch (fact.type) {
      case 'sample':
        // What is drawn for nobody is not sent.
        if (workspace.isSeen) workspace.emit('quality', { callId, sample: fact.sample });
        break;
      case 'voice': {
        const activity = { operator: fact.operator, customer: fact.customer, at: isoNow(clock) };
        workspace.emit('voice', { callId, activity });
        recorder.onVoice(callId, activity);
        break;
      }
      case 'report':
        recorder.tell({ name: 'interaction.quality', input: { callId, report: fact.report } });
        break;
      case 'slot':
        recordings.onSlot(callId, fact.slot.id);
    }
  }
}
