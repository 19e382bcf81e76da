import { KeyFilter } from './key-filter.ts';
import { keyGateName } from './key-gate-name.ts';

// The global scope of an AudioWorklet, which TypeScript's libraries leave out.
declare const sampleRate: number;
declare abstract class AudioWorkletProcessor {
  abstract process(inputs: readonly (readonly Float32Array[])[], outputs: readonly (readonly Float32Array[])[]): boolean;
}
declare function registerProcessor(name: string, processor: new () => AudioWorkletProcessor): void;

class KeyGateProcessor extends AudioWorkletProcessor {
  readonly #filter = new KeyFilter(sampleRate);

  override process([input]: readonly (readonly Float32Array[])[], [output]: readonly (readonly Float32Array[])[]): boolean {
    const heard = input?.[0];
    const said = output?.[0];
    if (heard !== undefined && said !== undefined) this.#filter.process(heard, said);
    return true;
  }
}

registerProcessor(keyGateName, KeyGateProcessor);
