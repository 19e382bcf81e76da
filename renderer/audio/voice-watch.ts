import { closeGraph, openGraph } from './graph-context.ts';
import { SideInput } from './side-input.ts';
import type { SlotSources } from './slot-sources.ts';
import { voiceProcessorName, type VoiceLevels, type VoiceMessage, type VoiceState } from './voice-name.ts';
import workletUrl from './voice-worklet.ts?worker&url';

/** What tells a voice from noise lies below 4 kHz; a sixth of the samples is a sixth of the work. */
const rate = 8_000;
/** Each waking of the graph costs more than its work. Longer than 100 ms and Chromium's queue before it runs over. */
const batchSeconds = 0.1;

/** One context for all slots, while there is one. Loading the worklet takes longer than opening a context. */
class VoiceGraph {
  #ready: Promise<AudioContext> | null = null;
  #users = 0;

  enter(): Promise<AudioContext> {
    this.#users++;
    return (this.#ready ??= this.#open());
  }

  leave(): void {
    if (--this.#users > 0) return;
    const closing = this.#ready;
    this.#ready = null;
    closing?.then(closeGraph, () => undefined);
  }

  async #open(): Promise<AudioContext> {
    const context = openGraph({ latencyHint: batchSeconds, sampleRate: rate });
    try {
      await context.audioWorklet.addModule(workletUrl);
      return context;
    } catch (error) {
      closeGraph(context);
      throw error;
    }
  }
}

const graph = new VoiceGraph();

interface VoiceListener {
  /** Who speaks, when that changes. */
  voice(state: VoiceState): void;
  /** How loud both are, some four times a second. */
  levels(levels: VoiceLevels): void;
  defect(message: string): void;
}

/**
 * Listens to both sides of a slot. The worklet keeps no sound and hands none out: its node has no output.
 * @returns a function that stops listening.
 */
export function watchVoice(sources: SlotSources, listener: VoiceListener): () => void {
  let stopped = false;
  let release = (): void => undefined;
  graph.enter().then(
    (context) => {
      if (stopped) return;
      const node = new AudioWorkletNode(context, voiceProcessorName, { numberOfInputs: 2, numberOfOutputs: 0, channelCount: 1, channelCountMode: 'explicit' });
      const operator = new SideInput(context, sources, 'operator');
      const party = new SideInput(context, sources, 'party');
      operator.output.connect(node, 0, 0);
      party.output.connect(node, 0, 1);
      node.port.onmessage = ({ data }: MessageEvent<VoiceMessage>) => ('voice' in data ? listener.voice(data.voice) : listener.levels(data.levels));
      release = () => {
        node.port.onmessage = null;
        node.port.close();
        operator.close();
        party.close();
      };
    },
    (error: unknown) => listener.defect(`voice activity: ${String(error)}`),
  );
  return () => {
    if (stopped) return;
    stopped = true;
    release();
    graph.leave();
  };
}
