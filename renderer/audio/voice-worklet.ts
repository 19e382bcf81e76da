import { FrameLevel } from './frame-level.ts';
import { VoiceDetector } from './voice-detector.ts';
import { voiceProcessorName, type VoiceMessage, type VoiceState } from './voice-name.ts';

// The global scope of an AudioWorklet, which TypeScript's libraries leave out.
declare const sampleRate: number;
declare abstract class AudioWorkletProcessor {
  readonly port: MessagePort;
  abstract process(inputs: readonly (readonly Float32Array[])[]): boolean;
}
declare function registerProcessor(name: string, processor: new () => AudioWorkletProcessor): void;

/** Blocks of 128 samples between two levels: 240 ms at 8 kHz. */
const levelBlocks = 15;

/** One side: its frames and its detector. */
class Ear {
  readonly #level = new FrameLevel(sampleRate);
  readonly #detector = new VoiceDetector();
  readonly #onFrame = (levelDb: number): void => void this.#detector.take(levelDb);

  #peak = 0;

  /** The highest sample since it was last asked for. */
  takePeak(): number {
    const peak = Math.min(1, this.#peak);
    this.#peak = 0;
    return peak;
  }

  hear(samples: Float32Array | undefined): boolean {
    if (samples !== undefined) this.#peak = Math.max(this.#peak, this.#level.take(samples, this.#onFrame));
    return this.#detector.speaking;
  }
}

/** Input 0 is the operator, input 1 the other party. */
class VoiceProcessor extends AudioWorkletProcessor {
  readonly #operator = new Ear();
  readonly #customer = new Ear();
  #said: VoiceState = { operator: false, customer: false };
  #blocks = 0;

  override process([operator, customer]: readonly (readonly Float32Array[])[]): boolean {
    const state = { operator: this.#operator.hear(operator?.[0]), customer: this.#customer.hear(customer?.[0]) };
    if (state.operator !== this.#said.operator || state.customer !== this.#said.customer) {
      this.#said = state;
      this.#say({ voice: state });
    }
    if (++this.#blocks === levelBlocks) {
      this.#blocks = 0;
      this.#say({ levels: { operator: this.#operator.takePeak(), customer: this.#customer.takePeak() } });
    }
    return true;
  }

  #say(message: VoiceMessage): void {
    this.port.postMessage(message);
  }
}

registerProcessor(voiceProcessorName, VoiceProcessor);
