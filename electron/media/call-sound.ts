import type { QualityLevel, QualityReport, QualitySample } from '#shared/domain/call-quality.ts';
import { QualityJudge } from '#shared/domain/quality-judge.ts';
import type { RtpSecond } from '#shared/ipc/audio-list.ts';
import type { MediaSlot, Voice } from './media-slot.ts';
import { qualitySample } from './quality-sample.ts';

/** What a call's sound tells to whoever shows or keeps it. */
export type SoundFact =
  /** The call speaks through this slot from now on. */
  | { readonly type: 'slot'; readonly slot: MediaSlot }
  | { readonly type: 'sample'; readonly sample: QualitySample }
  | { readonly type: 'voice'; readonly operator: boolean; readonly customer: boolean }
  /** Once, when the call has ended. */
  | { readonly type: 'report'; readonly report: QualityReport };

interface CallSoundOptions {
  readonly onLevel: (level: QualityLevel) => void;
  readonly onFact: (fact: SoundFact) => void;
}

const silence = { operator: false, customer: false };

/** How one call sounds, over all the media slots it has in its life. */
export class CallSound {
  readonly #options: CallSoundOptions;
  readonly #judge = new QualityJudge();
  #voice = silence;
  #isTalk = true;

  constructor(options: CallSoundOptions) {
    this.#options = options;
  }

  onSecond(second: RtpSecond): void {
    const sample = qualitySample(second);
    if (sample === null) return;
    this.#options.onFact({ type: 'sample', sample });
    if (this.#judge.take(sample)) this.#options.onLevel(this.#judge.level);
  }

  onVoice({ operator, customer }: Pick<Voice, 'operator' | 'customer'>): void {
    const voice = this.#isTalk ? { operator, customer } : silence;
    if (voice.operator === this.#voice.operator && voice.customer === this.#voice.customer) return;
    this.#voice = voice;
    this.#options.onFact({ type: 'voice', ...voice });
  }

  /** Nobody speaks on hold: what comes then is music, whoever asked for it. */
  setTalk(isTalk: boolean): void {
    this.#isTalk = isTalk;
    if (!isTalk) this.onVoice(silence);
  }

  /** The audio window died: whoever spoke is heard again in the next one. */
  onSlotLost(): void {
    this.onVoice(silence);
  }

  end(): void {
    this.onVoice(silence);
    const { report } = this.#judge;
    if (report !== null) this.#options.onFact({ type: 'report', report });
  }
}
