import { isoNow, type Clock } from '#shared/domain/clock.ts';
import type { QualityReport } from '#shared/domain/call-quality.ts';
import type { EventPayload } from '#shared/ipc/contract.ts';
import type { MainContract } from '#shared/ipc/main-list.ts';
import type { SoundFact } from '../media/call-sound.ts';
import type { MediaSlot } from '../media/media-slot.ts';

interface SoundDeskOptions {
  readonly clock: Clock;
  /** Whether somebody can look at the workspace now. */
  readonly isSeen: () => boolean;
  readonly onQuality: (quality: EventPayload<MainContract, 'quality'>) => void;
  readonly onVoice: (voice: EventPayload<MainContract, 'voice'>) => void;
  readonly onReport: (callId: string, report: QualityReport) => void;
  readonly onSlot: (callId: string, slot: MediaSlot) => void;
}

/** Where the facts about the sound of calls go: to the page, to the store, to the recording. */
export class SoundDesk {
  readonly #options: SoundDeskOptions;

  constructor(options: SoundDeskOptions) {
    this.#options = options;
  }

  take(callId: string, fact: SoundFact): void {
    const { clock, isSeen, onQuality, onVoice, onReport, onSlot } = this.#options;
    switch (fact.type) {
      case 'sample':
        if (isSeen()) onQuality({ callId, sample: fact.sample });
        break;
      case 'voice':
        onVoice({ callId, activity: { operator: fact.operator, customer: fact.customer, at: isoNow(clock) } });
        break;
      case 'report':
        onReport(callId, fact.report);
        break;
      case 'slot':
        onSlot(callId, fact.slot);
    }
  }
}
